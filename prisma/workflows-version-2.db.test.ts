/** What lived on the first version of the machines is moved to the second as if it had been there from the beginning. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { acceptResult, issueTask, receiveAssignment, revokeTask, sendBack } from '#app/directives/simple-acts.server.ts'
import { suspendTask } from '#app/directives/task-acts.server.ts'
import { db } from '#app/platform/db.server.ts'
import { verifyLog } from '#app/workflow/verify-log.server.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import {
  asked,
  enteredDirective,
  handedTask,
  issuedTask,
  passedUpTask,
  receivedTask,
  stateOf,
} from '#test/factories/directives.ts'

/** To the second version, and what its contexts have gained since. */
const migrations = ['20261122120001_workflows_version_2', '20261122140002_doers_for_the_absent'].map((name) =>
  readFileSync(join(import.meta.dirname, 'migrations', name, 'migration.sql'), 'utf8'),
)
const reason = 'Cần bổ sung số liệu'

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

type Made = { taskId: string }
const cases: Record<string, () => Promise<Made>> = {
  'a draft': async () => ({ taskId: (await enteredDirective(office)).taskIds[0]! }),
  'issued, not yet received': () => issuedTask(office),
  'received by the lead unit': () => receivedTask(office),
  'handed on to an officer': () => handedTask(office),
  'passed up': () => passedUpTask(office),
  'sent back': async () => {
    const made = await passedUpTask(office)
    await sendBack({ ...asked(office.actor('chunhiem'), made.taskId), reason })
    return made
  },
  completed: async () => {
    const made = await passedUpTask(office)
    await acceptResult(asked(office.actor('chunhiem'), made.taskId))
    return made
  },
}

describe('the migration to the second version of the machines', () => {
  test.each(Object.keys(cases))('gives a task and its parts the context the machines give: %s', async (name) => {
    const { taskId } = await cases[name]!()
    const made = await subjectsOf(taskId)
    await asVersionOne(taskId)
    expect(await subjectsOf(taskId)).not.toEqual(made)

    await migrate()

    expect(await subjectsOf(taskId)).toEqual(made)
  })

  test('keeps of what was revoked the shape, for nothing comes of it any more', async () => {
    const { taskId } = await handedTask(office)
    await revokeTask({ ...asked(office.actor('chunhiem'), taskId), reason })
    const made = await subjectsOf(taskId)
    await asVersionOne(taskId)

    await migrate()

    const shapeOf = (subjects: typeof made) =>
      subjects.map(({ context, ...subject }) => ({ ...subject, keys: Object.keys(context as object).sort() }))
    expect(shapeOf(await subjectsOf(taskId))).toEqual(shapeOf(made))
  })

  test('leaves everything to be acted on, and the log as it was', async () => {
    const { taskId, leadId } = await passedUpTask(office)
    const { taskIds } = await enteredDirective(office)
    await asVersionOne(taskId)
    await asVersionOne(taskIds[0]!)
    await migrate()

    await sendBack({ ...asked(office.actor('chunhiem'), taskId), reason })
    expect(await stateOf(leadId)).toBe('delegated')
    await suspendTask({ ...asked(office.actor('tonghop1'), taskId), reason })
    expect(await stateOf(taskId)).toBe('suspended')
    await issueTask(asked(office.actor('chunhiem'), taskIds[0]!))
    const { id } = await db.subject.findFirstOrThrow({ where: { parentId: taskIds[0]! } })
    await receiveAssignment(asked(office.actor('truong.tttt'), id))
    expect(await stateOf(taskIds[0]!)).toBe('inProgress')
    expect((await verifyLog(db)).firstBreak).toBeNull()
  })

  test('run again it moves nothing', async () => {
    const { taskId } = await passedUpTask(office)
    const made = await subjectsOf(taskId)
    await migrate()
    expect(await subjectsOf(taskId)).toEqual(made)
  })
})

function subjectsOf(rootId: string) {
  return db.subject.findMany({
    where: { rootId },
    select: { id: true, kind: true, state: true, workflowVersion: true, context: true, revision: true },
    orderBy: { id: 'asc' },
  })
}

/** The rows as the first version of the machines kept them. */
async function asVersionOne(rootId: string): Promise<void> {
  await db.$executeRaw`
    update subject set workflow_version = 1, context = case kind
      when 'TASK' then jsonb_build_object(
        'issuedOn', context -> 'issuedOn', 'reporterId', context -> 'reporterId', 'resultOn', context -> 'resultOn')
      -- Kept only while a report stands.
      else jsonb_build_object('reportedOn', context -> 'reportedOn', 'beforeReport',
        case when context ->> 'reportedOn' is not null then context -> 'stoodIn' else 'null' end)
      end
    where root_id = ${rootId}::uuid`
}

async function migrate(): Promise<void> {
  for (const statement of migrations.flatMap((migration) => migration.split(/;\s*$/m))) {
    if (/update/i.test(statement)) await db.$executeRawUnsafe(statement)
  }
}
