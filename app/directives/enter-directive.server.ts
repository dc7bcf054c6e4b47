import { v7 as newId } from 'uuid'
import { attachFiles } from '#app/files/attach-files.server.ts'
import type { ReceivedFile } from '#app/files/receive-form.server.ts'
import { foldVietnamese } from '#app/i18n/fold.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import { beginTask } from '#app/workflow/begin-task.server.ts'
import { claimRequestKey } from '#app/workflow/request-key.server.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { Actor } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Supporter } from '#workflows/tree.ts'
import { countedDueRule, type DirectiveInput, saidDueHour, type Source, type TaskInput } from './forms.ts'
import { spelledField } from './charged-fields.server.ts'
import { leaderInCharge } from './leader-in-charge.server.ts'
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

    const today = officeDay(at)
    const tasks = await Promise.all(directive.tasks.map((task) => taskForEachUnit(tx, task, by.organId, today)))
    const entered: LedTask[] = []
    for (const task of tasks.flat()) entered.push(await withLeader(tx, { task, directive, organId: by.organId, today }))
    const leadUnitIds = entered.map(({ leadUnitId }) => leadUnitId)
    const supportUnitIds = entered.flatMap(({ supporters = [] }) => supporters.map(({ unitId }) => unitId))
    // Chosen, the leader is the same for all; found by the charges, each is a leader today.
    const { directingLeaderId } = entered[0]!
    const chosen = { ...directive, directingLeaderId, organId: by.organId, leadUnitIds, supportUnitIds }
    await checkTaskPeople(tx, chosen, today)
    await tx.directive.create({
      data: {
        id: directiveId,
        organId: by.organId,
        enteredById: by.personId,
        createdAt: at,
        ...sourceColumns(directive),
      },
    })
    const groupIds = tasks.flatMap(([first]) => (first?.groupId ? [first.groupId] : []))
    await tx.taskGroup.createMany({ data: groupIds.map((id) => ({ id, directiveId })) })
    for (const [index, task] of entered.entries()) {
      const { directingLeaderId } = task
      await enterTask(tx, {
        directiveId,
        position: index + 1,
        task,
        directive: { ...directive, directingLeaderId },
        by,
        at,
      })
    }
    await attachFiles(tx, { files, directiveId, addedById: by.personId, at })
    return { directiveId }
  })
}

export function sourceColumns(source: Source) {
  const { sourceKind, symbol, signedOn, issuingOrgan, signer, subject, outside } = source
  return {
    sourceKind,
    symbol: symbol ?? null,
    signedOn: signedOn ? toDayColumn(signedOn) : null,
    issuingOrgan,
    signer: signer ?? null,
    subject,
    outside: outside ?? false,
    searchText: foldVietnamese([symbol, subject, issuingOrgan].filter(Boolean).join(' ')),
  }
}

type TaskOfUnit = TaskInput & { groupId?: string }
type LedTask = TaskOfUnit & { directingLeaderId: string }

interface TaskToLead {
  task: TaskOfUnit
  directive: Pick<DirectiveInput, 'directingLeaderId'>
  organId: string
  today: Day
}

async function withLeader(tx: Transaction, { task, directive, organId, today }: TaskToLead): Promise<LedTask> {
  const field = await spelledField(tx, { field: task.field, organId, today })
  const directingLeaderId =
    directive.directingLeaderId ?? (await leaderInCharge(tx, { organId, unitId: task.leadUnitId, field, today }))
  return { ...task, ...(field && { field }), directingLeaderId }
}

/** One paragraph given to many units is a task for each, in a group of their own. */
async function taskForEachUnit(tx: Transaction, task: TaskInput, organId: string, today: Day): Promise<TaskOfUnit[]> {
  const others = task.toAllUnits ? await unitsOfTheFirstLevel(tx, organId, today) : (task.otherLeadUnitIds ?? [])
  const unitIds = [...new Set([task.leadUnitId, ...others])]
  if (unitIds.length === 1) return [task]
  const groupId = newId()
  return unitIds.map((leadUnitId) => ({
    ...task,
    leadUnitId,
    groupId,
    supporters: (task.supporters ?? []).filter(({ unitId }) => unitId !== leadUnitId),
  }))
}

async function unitsOfTheFirstLevel(tx: Transaction, organId: string, today: Day): Promise<string[]> {
  const units = await tx.$queryRaw<{ id: string }[]>`
    select id from unit where organ_id = ${organId}::uuid and parent_id is null
      and valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)
    order by position, name`
  return units.map(({ id }) => id)
}

export interface EnterTask {
  directiveId: string
  position: number
  task: TaskOfUnit
  /** What a task takes over from the source it is entered under, and the people chosen for it. */
  directive: Omit<DirectiveInput, 'tasks' | 'subject' | 'sourceKind' | 'issuingOrgan'> & { directingLeaderId: string }
  by: Actor
  at: Date
}

/** Enters one task as a draft, under a source that is there. @returns its id */
export async function enterTask(
  tx: Transaction,
  { directiveId, position, task, directive, by, at }: EnterTask,
): Promise<string> {
  const id = newId()
  const { directingLeaderId, followerId, restricted, symbol, signedOn, signer } = directive
  const namedPersonIds = restricted ? directive.namedPersonIds : []
  const { leadUnitId, outerDueOn } = task
  // Who supports is due with the lead where no other day is said.
  const supporters = (task.supporters ?? []).map(({ unitId, dueOn }) => ({
    unitId,
    dueOn: dueOn ?? task.dueOn ?? null,
  }))
  const people = { directingLeaderId, leadUnitId, followerId, enteredById: by.personId, namedPersonIds }
  await beginTask(tx, {
    id,
    title: task.content,
    record: {
      ...people,
      organId: by.organId,
      dueOn: task.dueOn ?? null,
      dueHour: saidDueHour(task),
      extensions: 0,
      outerDueOn: outerDueOn ?? null,
      isFromOutside: directive.outside ?? false,
      supporters,
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
      field: task.field ?? null,
      ...people,
      ...timeColumns(task),
      groupId: task.groupId ?? null,
    },
  })
  await tx.taskSupporter.createMany({ data: supporterColumns(id, supporters) })
  return id
}

/** What of a task's time stands beside its deadline: the rule that finds the day at issue, and the outside assigner's day. */
export function timeColumns(task: Parameters<typeof countedDueRule>[0]) {
  return {
    dueRule: (countedDueRule(task) ?? undefined) as Prisma.InputJsonObject | undefined,
    outerDueOn: task.outerDueOn ? toDayColumn(task.outerDueOn) : null,
  }
}

export function supporterColumns(taskId: string, supporters: Supporter[]) {
  return supporters.map(({ unitId, dueOn }) => ({ taskId, unitId, dueOn: dueOn ? toDayColumn(dueOn) : null }))
}
