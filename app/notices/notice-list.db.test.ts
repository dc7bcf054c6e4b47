import { beforeAll, describe, expect, it } from 'vitest'
import { readMenu } from '#app/menu/read-menu.server.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { countStatements, statementsSoFar } from '#app/platform/statements.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { issuedTask } from '#test/factories/directives.ts'
import { principalsOf } from '#workflows/actor.ts'
import { markAllRead, markRead, openNotice, seenNow } from './mark-read.server.ts'
import { listNotices } from './notice-list.server.ts'
import { tell, type Told } from './tell.server.ts'
import { countUnread } from './unread.server.ts'

const MONDAY = new Date('2026-11-23T02:00:00Z')
const TUESDAY = new Date('2026-11-24T02:00:00Z')

const plain = { kind: 'urged', rootId: null, subjectId: null, values: {}, at: MONDAY } as const

let office: DemoOffice
let taskId: string

beforeAll(async () => {
  office = await demoOffice()
  ;({ taskId } = await issuedTask(office))
})

describe('the list of notices', () => {
  it('says of a task what the reader sees of it, and nothing once they see it no longer', async () => {
    await told('truong.tttt', { causeKey: 'seen', rootId: taskId, subjectId: taskId })
    await told('truong.khtc', { causeKey: 'unseen', rootId: taskId, subjectId: taskId })
    const [seen] = await rowsOf('truong.tttt')
    expect(seen).toMatchObject({ taskId, symbol: '15/TB-UBDT', dueOn: '2030-06-30', isRead: false, mail: 'NOT_SENT' })
    expect(seen!.title).toContain('Xây dựng báo cáo')
    const [unseen] = await rowsOf('truong.khtc')
    expect(unseen).toMatchObject({ kind: 'urged', taskId: null, title: null, symbol: null, dueOn: null })
  })

  it('is one’s own: of others one reads, marks and opens nothing', async () => {
    const { id: noticeId } = await told('truong.vp', { causeKey: 'own' })
    const { personId } = office.actor('pho.khtc')
    expect((await rowsOf('pho.khtc')).map(({ id }) => id)).not.toContain(noticeId)
    await expect(openNotice({ noticeId, personId, at: TUESDAY })).rejects.toThrow('notFound')
    await markRead({ noticeId, personId, at: TUESDAY })
    await markAllRead({ seen: await seenNow(), personId, at: TUESDAY })
    expect(await unreadOf('truong.vp')).toBe(1)
  })

  it('has the unread first, and the newest of them first', async () => {
    for (const [causeKey, at] of [
      ['first', MONDAY],
      ['second', TUESDAY],
      ['third', MONDAY],
    ] as const) {
      await told('chuyenvien1.tttt', { causeKey, at })
    }
    const second = await db.notice.findFirstOrThrow({ where: { causeKey: 'second' } })
    await markRead({ noticeId: second.id, personId: second.personId, at: TUESDAY })
    const rows = await rowsOf('chuyenvien1.tttt')
    expect(rows.map(({ isRead, at }) => [isRead, at])).toEqual([
      [false, MONDAY],
      [false, MONDAY],
      [true, TUESDAY],
    ])
  })

  it('marks all that was told until the page was made, and keeps when each was first read', async () => {
    const { personId } = office.actor('tonghop2')
    await told('tonghop2', { causeKey: 'before', at: TUESDAY })
    const seen = await seenNow()
    await told('tonghop2', { causeKey: 'after', at: MONDAY })
    await markAllRead({ seen, personId, at: TUESDAY })
    expect(await unreadOf('tonghop2')).toBe(1)
    await markAllRead({ seen: await seenNow(), personId, at: new Date() })
    const before = await db.notice.findFirstOrThrow({ where: { personId, causeKey: 'before' } })
    expect(before.readAt).toEqual(TUESDAY)
  })

  it('leaves unread what was being told while the page was made, however early it happened', async () => {
    const { personId } = office.actor('truong.khtc')
    const [written, shown] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const telling = transaction('tell slowly', async (tx) => {
      await tell(tx, [{ ...plain, personId, causeKey: 'slow' }])
      written.resolve()
      await shown.promise
    })
    await written.promise
    const seen = await seenNow()
    const shownIds = (await rowsOf('truong.khtc')).map(({ id }) => id)
    shown.resolve()
    await telling
    await markAllRead({ seen, personId, at: TUESDAY })
    const slow = await db.notice.findFirstOrThrow({ where: { personId, causeKey: 'slow' } })
    expect(shownIds).not.toContain(slow.id)
    expect(slow.readAt).toBeNull()
  })
})

it('the frame of a page counts work and unread notices in one statement', async () => {
  const actor = office.actor('truong.tttt')
  const signedIn = {
    person: { id: actor.personId, fullName: 'Trưởng phòng', organId: office.organId },
    organ: { id: office.organId, name: 'Ủy ban', abbreviation: 'UB' },
    actor,
    principals: principalsOf(actor),
  }
  const [menu, statements] = await countStatements(async () => {
    const read = await readMenu(signedIn as Parameters<typeof readMenu>[0])
    return [read, statementsSoFar()] as const
  })
  expect(statements).toBe(1)
  expect(menu.unread).toBe(await unreadOf('truong.tttt'))
  expect(menu.work?.receipt).toBe(1)
})

function unreadOf(username: string): Promise<number> {
  return countUnread(office.actor(username).personId)
}

async function rowsOf(username: string) {
  const actor = office.actor(username)
  return (await listNotices({ personId: actor.personId, principals: principalsOf(actor), page: 1 })).rows
}

async function told(username: string, changes: Partial<Told>) {
  const { personId } = office.actor(username)
  const notice: Told = { ...plain, personId, causeKey: 'cause', ...changes }
  await transaction('tell', (tx) => tell(tx, [notice]))
  return db.notice.findFirstOrThrow({ where: { personId, causeKey: notice.causeKey } })
}
