import { beforeAll, expect, test } from 'vitest'
import { grantExtension, requestExtension } from '#app/directives/assignment-acts.server.ts'
import { issueTask, receiveAssignment } from '#app/directives/simple-acts.server.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { asked, enteredDirective } from '#test/factories/directives.ts'
import { restrictedTask } from '#test/visibility/scene.ts'
import { tell, type Told } from './tell.server.ts'
import { writeMail } from './write-mail.server.ts'

const HEAD = 'truong.tttt'
/** A Friday; the Tuesday after is a holiday. */
const ISSUED_AT = new Date('2026-11-20T03:00:00Z')

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
  await db.person.updateMany({ data: { email: 'nguoinhan@coquan.example' } })
})

test('a mail of a due day says in a line why it is that day, in text and HTML, in the reader’s language', async () => {
  const { taskId, leadId } = await countedTask()
  const noticeId = await told({ kind: 'assigned', rootId: taskId, subjectId: leadId, causeKey: 'why' })
  const mail = await writeMail(noticeId, new Date())
  const why =
    'Cách tính hạn: Giao 20/11/2026. 3 ngày làm việc, tính từ ngày tiếp theo Thứ Sáu 20/11/2026; không tính ' +
    'Thứ Bảy 21/11/2026 – Chủ nhật 22/11/2026 (nghỉ hằng tuần), ' +
    'Thứ Ba 24/11/2026 (Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16)) → Thứ Năm 26/11/2026'
  expect(mail!.text.split('\n')).toContain(why)
  expect(mail!.html).toContain(`<p>${why}</p>`)

  const { personId } = office.actor(HEAD)
  await db.login.updateMany({ where: { personId }, data: { locale: 'en' } })
  const english = await writeMail(noticeId, new Date())
  await db.login.updateMany({ where: { personId }, data: { locale: null } })
  expect(english!.text).toMatch(/^How it was counted: Issued 20\/11\/2026\. 3 working day.* → Thursday 26\/11\/2026$/m)
})

test('of a granted extension it says the days before and after', async () => {
  const { taskId, leadId } = await countedTask()
  const ask = { dueOn: '2026-12-04', reason: 'Chờ số liệu của các tỉnh' }
  await requestExtension({ ...asked(office.actor(HEAD), leadId), at: ISSUED_AT, ...ask })
  const request = await db.extensionRequest.findFirstOrThrow({ where: { subject: { rootId: taskId } } })
  await grantExtension({ ...asked(office.actor('chunhiem'), request.id), at: ISSUED_AT, dueOn: ask.dueOn })
  const noticeId = await told({ kind: 'overdue', rootId: taskId, subjectId: taskId, causeKey: 'granted' })
  const { text } = (await writeMail(noticeId, new Date()))!
  expect(text).toContain('Gia hạn 20/11/2026: Thứ Năm 26/11/2026 → Thứ Sáu 04/12/2026')
  expect(text).not.toContain(ask.reason)
})

test('of a restricted task, and of what is no matter of its day, it says nothing of the kind', async () => {
  const restricted = await restrictedTask(office)
  const { taskId } = await countedTask()
  for (const [kind, rootId] of [
    ['overdue', restricted.taskId],
    ['urged', taskId],
  ] as const) {
    const noticeId = await told({ kind, rootId, subjectId: rootId, causeKey: kind })
    expect((await writeMail(noticeId, new Date()))!.text).not.toContain('Cách tính hạn')
  }
})

async function countedTask(): Promise<{ taskId: string; leadId: string }> {
  const tasks = [{ dueKind: 'WORKING_DAYS', dueDays: 3, dueOn: undefined } as const]
  const { taskIds } = await enteredDirective(office, { tasks })
  const taskId = taskIds[0]!
  await issueTask({ ...asked(office.actor('chunhiem'), taskId), at: ISSUED_AT })
  const lead = await db.assignment.findFirstOrThrow({ where: { subject: { parentId: taskId } } })
  await receiveAssignment({ ...asked(office.actor(HEAD), lead.id), at: ISSUED_AT })
  return { taskId, leadId: lead.id }
}

async function told(notice: Pick<Told, 'kind' | 'rootId' | 'subjectId' | 'causeKey'>): Promise<string> {
  const { personId } = office.actor(HEAD)
  await transaction('tell', (tx) => tell(tx, [{ ...notice, personId, values: {}, at: ISSUED_AT }]))
  return (await db.notice.findFirstOrThrow({ where: { personId, causeKey: notice.causeKey } })).id
}
