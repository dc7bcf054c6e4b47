import { beforeAll, expect, test } from 'vitest'
import { translateFor } from '#app/i18n/translator.server.ts'
import { dueDayHistoryWords } from '#app/due-days/due-day-history-words.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { countStatements, statementsSoFar } from '#app/platform/statements.server.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { issuedTask } from '#test/factories/directives.ts'
import { principalsOf } from '#workflows/actor.ts'
import { explainNotice } from './explain-notice.server.ts'
import { listNotices } from './notice-list.server.ts'
import { tell } from './tell.server.ts'

let office: DemoOffice
let taskId: string
let leadId: string
beforeAll(async () => {
  office = await demoOffice()
  ;({ taskId, leadId } = await issuedTask(office))
})

test('the due day of one’s own notice opens as its derivation; that of a part due with its task as the task’s', async () => {
  const noticeId = await told('truong.tttt', leadId)
  const history = await explain(noticeId, 'truong.tttt')
  expect(history).toMatchObject({ subjectId: taskId, dueOn: '2030-06-30', start: { event: 'issued' } })
  for (const [locale, last] of [
    ['vi', 'Hạn: Chủ nhật 30/06/2030'],
    ['en', 'Due: Sunday 30/06/2030'],
  ] as const) {
    expect(dueDayHistoryWords(history!, translateFor(locale)).at(-1)!.words).toBe(last)
  }
})

test('of another’s notice, and of a task one does not see, nothing is explained', async () => {
  const noticeId = await told('truong.tttt', taskId)
  await expect(explain(noticeId, 'truong.khtc')).rejects.toThrow('notFound')
  await expect(explain(await told('truong.khtc', taskId), 'truong.khtc')).rejects.toThrow('notFound')
})

test('the list of notices asks for no derivation: however many there are, it is one statement', async () => {
  const statements = await countStatements(async () => {
    const { rows } = await listNotices({ ...reader('truong.tttt'), page: 1 })
    expect(rows.map(({ subjectId }) => subjectId)).toContain(leadId)
    return statementsSoFar()
  })
  expect(statements).toBe(1)
})

function explain(noticeId: string, username: string) {
  return explainNotice({ noticeId, ...reader(username) })
}

function reader(username: string) {
  const actor = office.actor(username)
  return { personId: actor.personId, principals: principalsOf(actor) }
}

async function told(username: string, subjectId: string): Promise<string> {
  const { personId } = office.actor(username)
  const causeKey = `explained:${subjectId}`
  const notice = { personId, causeKey, kind: 'overdue' as const, rootId: taskId, subjectId, values: { days: 1 } }
  await transaction('tell', (tx) => tell(tx, [{ ...notice, at: new Date() }]))
  return (await db.notice.findFirstOrThrow({ where: { personId, causeKey } })).id
}
