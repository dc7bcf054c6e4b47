import { beforeAll, describe, expect, it } from 'vitest'
import { db, transaction } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { issuedTask } from '#test/factories/directives.ts'
import { tell, type Told } from './tell.server.ts'

let office: DemoOffice

beforeAll(async () => {
  office = await demoOffice()
})

describe('telling', () => {
  it('is once for each person and cause, however often and by however many at once', async () => {
    const told = [notice('truong.tttt', { causeKey: 'once' }), notice('pho.khtc', { causeKey: 'once' })]
    const written = await Promise.all([1, 2, 3].map(() => inOne([...told].reverse())))
    expect(written.toSorted()).toEqual([0, 0, 2])
    expect(await inOne([...told, ...told, notice('truong.tttt', { causeKey: 'another' })])).toBe(1)
    expect(await db.notice.count({ where: { causeKey: 'once' } })).toBe(2)
  })

  it('keeps what its words need and by which ways it went, and nothing of the content', async () => {
    const { taskId } = await issuedTask(office)
    await inOne([notice('truong.tttt', { causeKey: 'kept', kind: 'overdue', rootId: taskId, values: { days: 3 } })])
    const [kept] = await db.notice.findMany({
      where: { causeKey: 'kept' },
      include: { deliveries: { orderBy: { channel: 'asc' } } },
    })
    expect(kept).toMatchObject({ kind: 'overdue', rootId: taskId, values: { days: 3 }, inApp: true, readAt: null })
    expect(kept!.deliveries.map(({ channel, state }) => [channel, state])).toEqual([
      ['APP', 'SENT'],
      ['MAIL', 'NOT_SENT'],
    ])
  })

  it('goes by the ways the person chose, unless the office has fixed them', async () => {
    const { personId } = office.actor('truong.vp')
    const off = { way: 'NONE', channel: 'APP' } as const
    await db.noticeChoice.createMany({ data: ['urged', 'revoked'].map((kind) => ({ personId, kind, ...off })) })
    await db.noticeRule.create({
      data: { organId: office.organId, kind: 'revoked', channel: 'APP', way: 'AT_ONCE', fixed: true },
    })
    await inOne([
      notice('truong.vp', { kind: 'urged', causeKey: 'off' }),
      notice('truong.vp', { kind: 'revoked', causeKey: 'fixed' }),
    ])
    const kept = await db.notice.findMany({ where: { personId }, orderBy: { causeKey: 'asc' } })
    expect(kept.map(({ causeKey, inApp }) => [causeKey, inApp])).toEqual([
      ['fixed', true],
      ['off', false],
    ])
  })

  it('is undone with the transaction it belongs to', async () => {
    const failing = transaction('tell and fail', async (tx) => {
      await tell(tx, [notice('truong.tttt', { causeKey: 'undone' })])
      throw new Error('failed after')
    })
    await expect(failing).rejects.toThrow('failed after')
    expect(await db.notice.count({ where: { causeKey: 'undone' } })).toBe(0)
  })

  it('tells thousands as one set', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => notice('truong.tttt', { causeKey: `many:${index}` }))
    expect(await inOne(many)).toBe(2000)
    expect(await inOne(many)).toBe(0)
  })
})

function inOne(notices: Told[]): Promise<number> {
  return transaction('tell', (tx) => tell(tx, notices))
}

function notice(username: string, changes: Partial<Told>): Told {
  const { personId } = office.actor(username)
  return {
    personId,
    kind: 'assigned',
    rootId: null,
    subjectId: null,
    causeKey: 'cause',
    values: {},
    at: new Date(),
    ...changes,
  }
}
