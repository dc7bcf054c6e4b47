/** While the system is read-only: every form there is, sent by people of every kind, changes nothing; reading goes on. */
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { demoPassword } from '#app/sign-in/demo-accounts.server.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { castAt, SUBSTITUTE, type Person } from '#test/visibility/cast.ts'
import { OPEN_ROWS, TASK_ROWS } from '#test/visibility/rows.ts'
import { startApp, type RunningApp } from '#test/visibility/running-app.ts'
import { draftTask, ordinaryTask, type Subject } from '#test/visibility/scene.ts'
import { signedInVisitor, type Answer, type Asked, type Visitor } from '#test/visibility/visitor.ts'
import { sumsOfTables } from './rows-of-tables.ts'

const REASON = 'Bảo trì máy chủ đêm nay'
const NOT_SAVED = 'việc này chưa được ghi lại'
const TYPED = 'Đề nghị khẩn trương gửi báo cáo quý'
/** A form of these must go on: they are about coming in and going out, the language, and the switch. */
const GOES_ON = /^routes\/(sign-in|sign-out|language|admin\.operations\.read-only)/
/** Of each kind of part one; every other person of the cast shares a part with one of them. */
const SENDERS = [null, 'tonghop1', 'chunhiem', 'truong.tttt', 'chuyenvien1.tttt', SUBSTITUTE, 'quantri']
const A_WHILE = 3 * 60_000

let app: RunningApp
let people: Person[]
let ordinary: Subject
let draft: Subject

beforeAll(async () => {
  app = await startApp()
  const office = await demoOffice()
  ordinary = await ordinaryTask(office)
  draft = await draftTask(office)
  people = await castAt(app.address)
  const switched = await as('quantri').ask(
    post('/admin/operations/read-only', { reason: `${REASON}.`, until: '2030-01-05T06:00' }),
  )
  expect(switched.status).toBe(302)
}, 5 * 60_000)

afterAll(() => app?.stop())

test(
  'no form of any route writes, whoever sends it',
  async () => {
    const senders = people.filter(({ username }) => SENDERS.includes(username))
    expect(senders).toHaveLength(SENDERS.length)
    const before = await sumsOfTables()
    const answers = (await Promise.all(senders.map(sendAll))).flat()

    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    // Many more are refused for other reasons before they would have written.
    expect(answers.filter(({ status }) => status === 423).length).toBeGreaterThan(50)
    const after = await sumsOfTables()
    expect([...after].filter(([table, sum]) => before.get(table) !== sum)).toEqual([])
  },
  A_WHILE,
)

test('a form that is refused stands again as it was typed, with the reason and until when', async () => {
  const forms: [string, Asked][] = [
    ['tonghop1', await urging()],
    [
      'tonghop1',
      post('/tasks/selection', { act: 'urge', taskIds: ordinary.taskId, requestKey: newId(), words: TYPED }),
    ],
    ['quantri', post('/admin/units/new', { name: TYPED, abbreviation: 'ABC', validFrom: '2021-01-01' })],
  ]
  for (const [username, form] of forms) {
    const page = await as(username).ask(form)
    expect([form.path, page.status]).toEqual([form.path, 423])
    for (const words of [TYPED, REASON, NOT_SAVED, '05/01/2030 06:00']) expect(page.body).toContain(words)
    const ofScript = await as(username).ask({ ...form, path: `${form.path}.data` })
    expect(ofScript.status).toBe(423)
    expect(ofScript.body).toContain(TYPED)
  }
})

test('what has no form to stand again is answered in words too', async () => {
  const { status, body } = await as('tonghop1').ask(post(`/tasks/${ordinary.taskId}`, { want: 'muted' }))
  expect(status).toBe(423)
  for (const words of ['Hệ thống đang chỉ cho đọc', REASON]) expect(body).toContain(words)
})

test('every page can be read and says why', async () => {
  const pages: [string, string][] = [
    ['tonghop1', '/my-work/receipt'],
    ['tonghop1', `/tasks/${ordinary.taskId}`],
    ['tonghop1', `/tasks/${ordinary.taskId}/acts/urge`],
    ['chunhiem', '/tasks'],
    ['truong.tttt', '/account'],
    ['quantri', '/admin/people'],
    ['quantri', '/admin/operations'],
  ]
  for (const [username, path] of pages) {
    const { status, body } = await as(username).ask({ method: 'GET', path })
    expect([path, status, body.includes(REASON)]).toEqual([path, 200, true])
  }
})

test('one can sign in and out', async () => {
  const visitor = await signedInVisitor(app.address, 'chuyenvien1.tttt', await demoPassword())
  expect((await visitor.ask(post('/sign-out'))).status).toBe(302)
  expect((await visitor.ask({ method: 'GET', path: '/tasks' })).status).toBe(302)
})

test('only an administrator switches it off; then the same form is taken', async () => {
  const off = post('/admin/operations/read-only?off')
  expect((await as('chunhiem').ask(off)).status).toBe(403)
  expect((await as('tonghop1').ask(await urging())).status).toBe(423)

  expect((await as('quantri').ask(off)).status).toBe(302)
  expect((await as('tonghop1').ask(await urging())).status).toBe(302)
  const { body } = await as('tonghop1').ask({ method: 'GET', path: '/tasks' })
  expect(body).not.toContain(REASON)
  expect(app.faults()).toEqual([])
})

async function sendAll({
  username,
  visitor,
}: Person): Promise<{ username: string | null; path: string; status: number }[]> {
  const answers = []
  for (const asked of await formsOfAllRoutes()) {
    const { status }: Answer = await visitor.ask(asked)
    answers.push({ username, path: asked.path, status })
  }
  return answers
}

async function formsOfAllRoutes(): Promise<Asked[]> {
  const open = Object.entries(OPEN_ROWS)
    .filter(([id]) => !GOES_ON.test(id))
    .flatMap(([, rows]) => rows.map(({ ask }) => ask))
  const ofTasks = Object.values(TASK_ROWS).flatMap((rows) =>
    rows.flatMap(({ asks }) => [...asks(ordinary), ...asks(draft)]),
  )
  const forms = [...open, ...ofTasks].filter(({ method }) => method === 'POST')
  return Promise.all(forms.map(asOfNow))
}

/** The acts of the rows are about a state long past; these are about the present one, and would move what they are about. */
async function asOfNow(asked: Asked): Promise<Asked> {
  if (!asked.fields?.revision) return asked
  const ids = asked.path.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
  const subject = await db.subject.findUnique({ where: { id: ids.at(-1) ?? newId() } })
  return subject ? { ...asked, fields: { ...asked.fields, revision: String(subject.revision) } } : asked
}

function urging(): Promise<Asked> {
  const fields = { requestKey: newId(), revision: '0', words: TYPED }
  return asOfNow(post(`/tasks/${ordinary.taskId}/acts/urge`, fields))
}

function as(username: string): Visitor {
  return people.find((person) => person.username === username)!.visitor
}

function post(path: string, fields: Record<string, string> = {}): Asked {
  return { method: 'POST', path, fields }
}
