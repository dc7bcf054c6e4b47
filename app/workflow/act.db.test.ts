import { beforeAll, describe, expect, inject, it } from 'vitest'
import pg from 'pg'
import { v7 as newId } from 'uuid'
import { handOn } from '#app/directives/hand-on.server.ts'
import { issueDirective } from '#app/directives/issue-directive.server.ts'
import { reportProgress } from '#app/directives/report-progress.server.ts'
import { acceptResult, issueTask, receiveAssignment, revokeTask, sendBack } from '#app/directives/simple-acts.server.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { Conflict, NotFound, Refused } from '#app/platform/errors.ts'
import { countStatements, statementsSoFar } from '#app/platform/statements.server.ts'
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
import { verifyLog } from './verify-log.server.ts'

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

describe('an act', () => {
  it('carries a task to its acceptance and leaves no obligation open', async () => {
    const { taskId, leadId, handedId } = await passedUpTask(office)
    expect(await stateOf(taskId)).toBe('awaitingAcceptance')
    await acceptResult({ ...asked(office.actor('phochunhiem1'), taskId), comment: 'Đạt yêu cầu' })

    expect([await stateOf(taskId), await stateOf(leadId), await stateOf(handedId)]).toEqual([
      'completed',
      'done',
      'done',
    ])
    expect(await db.workItem.count({ where: { rootId: taskId, settledAt: null } })).toBe(0)
    const deadline = await db.deadline.findUniqueOrThrow({ where: { subjectId: taskId } })
    expect(deadline.doneOn).not.toBeNull()
  })

  it('returns what was sent back to where it stood, clock running', async () => {
    const { taskId, leadId } = await passedUpTask(office)
    await sendBack({ ...asked(office.actor('tonghop1'), taskId), reason: 'Cần bổ sung số liệu' })
    expect([await stateOf(taskId), await stateOf(leadId)]).toEqual(['inProgress', 'delegated'])
    const deadline = await db.deadline.findUniqueOrThrow({ where: { subjectId: taskId } })
    expect(deadline.stoppedOn).toBeNull()
  })

  it('with the same request key does nothing twice', async () => {
    const { leadId } = await issuedTask(office)
    const receive = asked(office.actor('truong.tttt'), leadId)
    const outcomes = await Promise.all([receiveAssignment(receive), receiveAssignment(receive)])
    expect(outcomes.map(({ repeated }) => repeated).sort()).toEqual([false, true])
    expect(await db.step.count({ where: { subjectId: leadId, event: 'receive' } })).toBe(1)
  })

  it('tells the second of two that somebody was quicker', async () => {
    const { leadId } = await issuedTask(office)
    const { revision } = await db.subject.findUniqueOrThrow({ where: { id: leadId } })
    const outcomes = await Promise.allSettled([
      receiveAssignment(asked(office.actor('truong.tttt'), leadId, revision)),
      receiveAssignment(asked(office.actor('pho.tttt'), leadId, revision)),
    ])
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(lost).toHaveLength(1)
    expect(lost[0]?.reason).toBeInstanceOf(Conflict)
  })

  it('on what is not visible is answered as on what is not there', async () => {
    const { taskId } = await issuedTask(office)
    const reason = 'Không còn cần nữa'
    await expect(revokeTask({ ...asked(office.actor('truong.khtc'), taskId), reason })).rejects.toBeInstanceOf(NotFound)
    await expect(revokeTask({ ...asked(office.actor('truong.khtc'), newId()), reason })).rejects.toBeInstanceOf(
      NotFound,
    )
    await expect(revokeTask({ ...asked(office.actor('quantri'), taskId), reason })).rejects.toBeInstanceOf(NotFound)
  })

  it('refused changes nothing', async () => {
    const { taskId, leadId } = await receivedTask(office)
    const before = await everythingUnder(taskId)
    await expect(acceptResult(asked(office.actor('chunhiem'), taskId))).rejects.toBeInstanceOf(Refused)
    await expect(receiveAssignment(asked(office.actor('truong.tttt'), leadId))).rejects.toBeInstanceOf(Refused)
    expect(await everythingUnder(taskId)).toEqual(before)
  })

  it('hands on only within the unit', async () => {
    const { leadId } = await receivedTask(office)
    const delegates = [{ holder: `person:${office.actor('chuyenvien1.khtc').personId}`, dueOn: '2030-06-01' }]
    const handing = handOn({ ...asked(office.actor('truong.tttt'), leadId), delegates })
    await expect(handing).rejects.toMatchObject({ code: 'directives:errors.notOfTheUnit' })
    expect(await stateOf(leadId)).toBe('received')
  })

  it('closes everything below a revoked task', async () => {
    const { taskId, leadId, handedId } = await handedTask(office)
    await revokeTask({ ...asked(office.actor('chunhiem'), taskId), reason: 'Không còn cần nữa' })
    expect([await stateOf(taskId), await stateOf(leadId), await stateOf(handedId)]).toEqual(['revoked', 'done', 'done'])
    expect(await db.workItem.count({ where: { rootId: taskId, settledAt: null } })).toBe(0)
  })

  it('takes at most twelve round trips, however many subjects move', async () => {
    const { taskId } = await passedUpTask(office)
    const statements = await countStatements(async () => {
      await acceptResult(asked(office.actor('chunhiem'), taskId))
      return statementsSoFar()
    })
    // The commit is sent by the pool itself and is not in the count.
    expect(statements + 1).toBeLessThanOrEqual(12)
  })

  it('issues every draft of a directive, and a second time none', async () => {
    const { directiveId } = await enteredDirective(office, { tasks: [{}, { leadUnitId: office.unitId('KHTC') }] })
    const request = { directiveId, by: office.actor('chunhiem'), requestKey: newId(), at: new Date() }
    expect(await issueDirective(request)).toEqual({ issued: 2, refused: null })
    expect(await issueDirective(request)).toEqual({ issued: 0, refused: null })
  })

  it('says why the secretariat may not issue from an unsigned source', async () => {
    const { taskIds } = await enteredDirective(office, { symbol: undefined })
    await expect(issueTask(asked(office.actor('tonghop1'), taskIds[0]!))).rejects.toMatchObject({
      code: 'refusals:sourceIsSignedForStandingDuty',
    })
  })
})

describe('the log', () => {
  it('verifies after everything above', async () => {
    const check = await verifyLog(db)
    expect(check.firstBreak).toBeNull()
    expect(check.steps).toBeGreaterThan(50)
  })

  it('cannot be changed or cut by the application', async () => {
    await expect(db.step.updateMany({ data: { event: 'accept' } })).rejects.toThrow()
    await expect(db.step.deleteMany()).rejects.toThrow()
    await expect(db.auditEntry.deleteMany()).rejects.toThrow()
  })

  it.each([
    ['a changed step', `update step set event = 'issue' where root_id = $1 and number = 3`, 'changed'],
    ['a missing step', `delete from step where root_id = $1 and number = 3`, 'missing'],
    [
      'a changed text',
      `update step_text set texts = '{"text":"khác"}' where step_id = (select id from step where root_id = $1 and event = 'progress')`,
      'textChanged',
    ],
    [
      'a text gone',
      `update step_text set texts = null where step_id = (select id from step where root_id = $1 and event = 'progress')`,
      'textGone',
    ],
    [
      'an end cut off',
      `delete from step where root_id = $1 and number = (select max(number) from step where root_id = $1)`,
      'cutShort',
    ],
    ['a state changed by hand', `update subject set state = 'completed' where id = $1`, 'stateDiffers'],
  ])('names the first break: %s', async (_, damage, reason) => {
    const { taskId, leadId } = await receivedTask(office)
    const progress = { text: 'Đang thu thập số liệu', percent: 10 }
    await reportProgress({ ...asked(office.actor('truong.tttt'), leadId), progress, files: [] })
    try {
      // Only whoever rules the server can, and only with the guards taken down.
      await asSuperuser('set session_replication_role = replica', damage.replaceAll('$1', `'${taskId}'`))
      const { firstBreak } = await verifyLog(db)
      expect(firstBreak).toMatchObject({ rootId: taskId, reason })
    } finally {
      // The next damage is again the first.
      await asSuperuser(
        'set session_replication_role = replica',
        `delete from step where root_id = '${taskId}'`,
        `delete from subject where root_id = '${taskId}'`,
      )
    }
  })
})

async function asSuperuser(...statements: string[]): Promise<void> {
  const database = new URL(process.env.DATABASE_URL!).pathname.slice(1)
  const client = new pg.Client(inject('cluster').superuserUrl + database)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

async function everythingUnder(rootId: string) {
  return transaction('test read', async (tx) => ({
    subjects: await tx.subject.findMany({ where: { rootId }, orderBy: { id: 'asc' } }),
    steps: await tx.step.count({ where: { rootId } }),
    items: await tx.workItem.findMany({ where: { rootId }, orderBy: { id: 'asc' } }),
    outbox: await tx.outboxMessage.count({ where: { rootId } }),
  }))
}
