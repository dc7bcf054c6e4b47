import { v7 as newId } from 'uuid'
import { attachFiles } from '#app/files/attach-files.server.ts'
import type { ReceivedFile } from '#app/files/receive-form.server.ts'
import { foldVietnamese } from '#app/i18n/fold.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import { beginTask } from '#app/workflow/begin-task.server.ts'
import { claimRequestKey } from '#app/workflow/request-key.server.ts'
import type { Actor } from '#workflows/actor.ts'
import type { DirectiveInput, Source, TaskInput } from './forms.ts'
import { checkTaskPeople } from './task-people.server.ts'

export interface EnterDirective {
  directive: DirectiveInput
  files: ReceivedFile[]
  by: Actor
  requestKey: string
  at: Date
}

/**
 * Enters a source and its tasks as drafts. A repeated request enters nothing and names the directive of the first.
 *
 * @throws Refused when the actor may not enter tasks for this leader, or a person chosen has no such post today
 */
export function enterDirective({
  directive,
  files,
  by,
  requestKey,
  at,
}: EnterDirective): Promise<{ directiveId: string }> {
  return transaction('enterDirective', async (tx) => {
    const directiveId = newId()
    const earlier = await claimRequestKey(tx, { personId: by.personId, requestKey, outcome: { directiveId }, at })
    if (earlier) return { directiveId: String(earlier.directiveId) }

    const leadUnitIds = directive.tasks.map(({ leadUnitId }) => leadUnitId)
    await checkTaskPeople(tx, { ...directive, organId: by.organId, leadUnitIds }, officeDay(at))
    await tx.directive.create({
      data: {
        id: directiveId,
        organId: by.organId,
        enteredById: by.personId,
        createdAt: at,
        ...sourceColumns(directive),
      },
    })
    for (const [index, task] of directive.tasks.entries()) {
      await enterTask(tx, { directiveId, position: index + 1, task, directive, by, at })
    }
    await attachFiles(tx, { files, directiveId, addedById: by.personId, at })
    return { directiveId }
  })
}

export function sourceColumns(source: Source) {
  const { sourceKind, symbol, signedOn, issuingOrgan, signer, subject } = source
  return {
    sourceKind,
    symbol: symbol ?? null,
    signedOn: signedOn ? toDayColumn(signedOn) : null,
    issuingOrgan,
    signer: signer ?? null,
    subject,
    searchText: foldVietnamese([symbol, subject, issuingOrgan].filter(Boolean).join(' ')),
  }
}

interface EnterTask {
  directiveId: string
  position: number
  task: TaskInput
  directive: DirectiveInput
  by: Actor
  at: Date
}

async function enterTask(
  tx: Transaction,
  { directiveId, position, task, directive, by, at }: EnterTask,
): Promise<void> {
  const id = newId()
  const { directingLeaderId, followerId, restricted, symbol, signedOn, signer } = directive
  const namedPersonIds = restricted ? directive.namedPersonIds : []
  const { leadUnitId } = task
  const people = { directingLeaderId, leadUnitId, followerId, enteredById: by.personId, namedPersonIds }
  await beginTask(tx, {
    id,
    title: task.content,
    record: {
      ...people,
      organId: by.organId,
      dueOn: task.dueOn ?? null,
      extensions: 0,
      outerDueOn: null,
      isFromOutside: false,
      supporters: [],
      restricted,
      // A draft owes the lead unit nothing yet; the heads named are looked up when it is issued.
      namedHeadIds: [],
      sourceIsSigned: Boolean(symbol && signedOn && signer),
    },
    by,
    at,
  })
  await tx.task.create({
    data: {
      id,
      directiveId,
      position,
      content: task.content,
      expectedProduct: task.expectedProduct ?? null,
      urgency: task.urgency,
      ...people,
    },
  })
}
