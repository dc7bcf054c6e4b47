import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { demoPassword } from '#app/sign-in/demo-accounts.server.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { handedTask } from '#test/factories/directives.ts'
import { routesBuilt } from './built-app.ts'
import { startApp, type RunningApp } from './running-app.ts'
import { signedInVisitor, visitorAt, type Asked, type Visitor } from './visitor.ts'

const NUL = 'a\0b'

let app: RunningApp
let stranger: Visitor
let secretary: Visitor
let officer: Visitor
let administrator: Visitor
let one: Awaited<ReturnType<typeof handedTask>>
let other: Awaited<ReturnType<typeof handedTask>>
let unitId: string
let leaderId: string
let followerId: string

beforeAll(async () => {
  app = await startApp()
  const office = await demoOffice()
  one = await handedTask(office)
  other = await handedTask(office)
  unitId = office.unitId('TTTT')
  leaderId = office.actor('chunhiem').personId
  followerId = office.actor('tonghop1').personId
  const password = await demoPassword()
  const as = (username: string) => signedInVisitor(app.address, username, password)
  stranger = visitorAt(app.address)
  secretary = await as('tonghop1')
  officer = await as('chuyenvien1.tttt')
  administrator = await as('quantri')
}, 5 * 60_000)

afterAll(() => app?.stop())

test('what is no id is not found, wherever it stands in an address', async () => {
  const odd = ['1', 'undefined', "' or 1=1 --", `${newId()}0`, 'x'.repeat(300), '%00', '../../tasks']
  const wrong: string[] = []
  for (const { path, hasAction } of routesBuilt().filter((route) => route.path.includes(':'))) {
    const visitor = path.startsWith('/admin') ? administrator : secretary
    for (const text of odd) {
      const filled = path.replaceAll(/:\w+/g, encodeURIComponent(decodeURIComponent(text)))
      const asks: Asked[] = [{ method: 'GET', path: `${filled}.data` }]
      if (text === odd[0]) asks.push({ method: 'GET', path: filled })
      if (hasAction)
        asks.push({ method: 'POST', path: `${filled}.data`, fields: { requestKey: newId(), revision: '1' } })
      for (const ask of asks) {
        const { status } = await visitor.ask(ask)
        if (![400, 404].includes(status) && !(await leadsBack(visitor, ask)))
          wrong.push(`${ask.method} ${ask.path}: ${status}`)
      }
    }
  }
  expect(wrong).toEqual([])
}, 120_000)

test('a filter or a page number that makes no sense is no fault', async () => {
  const odd = ['%00', '999999', '-1', 'abc', "'", '%25', 'x'.repeat(6000), '0000-01-01', '2021-02-30', '%ED%A0%80']
  const names = [
    'q',
    'page',
    'state',
    'timeliness',
    'unit',
    'leader',
    'dueFrom',
    'dueTo',
    'words',
    'who',
    'kind',
    'from',
  ]
  const pages = ['/tasks', '/directives', '/my-work/processing', '/admin/people', '/admin/units', '/admin/audit']
  const wrong: string[] = []
  for (const page of pages) {
    const visitor = page.startsWith('/admin') ? administrator : secretary
    for (const text of odd) {
      const queries =
        text.length > 100 ? names.map((name) => `${name}=${text}`) : [names.map((name) => `${name}=${text}`).join('&')]
      for (const query of queries) {
        const { status } = await visitor.ask({ method: 'GET', path: `${page}.data?${query}` })
        if (status >= 500) wrong.push(`${page}?${query.slice(0, 100)}: ${status}`)
      }
    }
  }
  expect(wrong).toEqual([])
}, 60_000)

test('a NUL in a query is refused in words', async () => {
  for (const path of ['/tasks?q=a%00b', '/directives?q=a%00b', '/tasks/export?q=a%00b']) {
    const { status, body } = await secretary.ask({ method: 'GET', path })
    expect([status, body.includes('Yêu cầu không hợp lệ')], path).toEqual([400, true])
  }
  for (const path of ['/admin/people?words=a%00b', '/admin/audit?who=a%00b', '/admin/audit.csv?who=a%00b']) {
    expect((await administrator.ask({ method: 'GET', path })).status, path).toBe(400)
  }
})

test('a NUL in a form is refused in words, and nothing is written', async () => {
  const before = await counts()
  const { revision } = await db.subject.findUniqueOrThrow({ where: { id: one.handedId } })
  const asked = { requestKey: newId(), revision: String(revision) }
  const part = `/tasks/${one.taskId}/assignments/${one.handedId}`
  const directive = {
    sourceKind: 'DECISION',
    issuingOrgan: 'Ủy ban',
    subject: NUL,
    directingLeaderId: leaderId,
    followerId,
  }
  const task = {
    'tasks[0].content': NUL,
    'tasks[0].leadUnitId': unitId,
    'tasks[0].urgency': 'NORMAL',
    'tasks[0].openEnded': 'on',
  }
  const asks: [Visitor, string, Record<string, string>][] = [
    [officer, `${part}/progress`, { ...asked, text: NUL, percent: '10' }],
    [officer, `${part}/report`, { ...asked, text: 'Đã xong', documentSymbol: NUL }],
    [
      secretary,
      `/tasks/${one.taskId}/acts/revoke`,
      { requestKey: newId(), revision: '2', reason: `Không còn cần ${NUL}` },
    ],
    [secretary, '/directives/new', { requestKey: newId(), ...directive, ...task }],
    [secretary, '/account', { oldPassword: NUL, password: `${NUL}12345678901`, again: `${NUL}12345678901` }],
    [stranger, '/sign-in', { username: NUL, password: 'x', to: '/' }],
    [stranger, '/sign-in', { username: 'tonghop2', password: NUL, to: '/' }],
    [stranger, `${part}/progress`, { text: NUL, percent: '10' }],
    [administrator, '/admin/people/new', { fullName: NUL, username: NUL }],
    [administrator, '/admin/units/new', { name: NUL, abbreviation: NUL, validFrom: '2026-01-01' }],
  ]
  const wrong: string[] = []
  for (const [visitor, path, fields] of asks) {
    const { status } = await visitor.ask({ method: 'POST', path, fields })
    if (status < 400 || status >= 500) wrong.push(`${path}: ${status}`)
  }
  expect(wrong).toEqual([])
  expect(await counts()).toEqual(before)
})

test('a number no revision can be is no fault', async () => {
  const { directiveId } = await db.task.findUniqueOrThrow({ where: { id: one.taskId } })
  const source = { sourceKind: 'DECISION', issuingOrgan: 'Ủy ban', subject: 'Về việc khác' }
  const asks = ['99999999999', '-1', '1.5', 'NaN'].flatMap((revision): Asked[] => [
    { method: 'POST', path: `/directives/${directiveId}/source`, fields: { ...source, revision } },
    { method: 'POST', path: `/tasks/${one.taskId}/acts/accept`, fields: { requestKey: newId(), revision } },
  ])
  for (const ask of asks) expect((await secretary.ask(ask)).status, JSON.stringify(ask)).toBeOneOf([400, 403, 409])
})

test('a part is found under its own task and under no other', async () => {
  const before = await counts()
  const { revision } = await db.subject.findUniqueOrThrow({ where: { id: other.handedId } })
  const fields = { requestKey: newId(), revision: String(revision), text: 'Đang làm', percent: '10' }
  for (const taskId of [one.taskId, newId(), other.handedId]) {
    const path = `/tasks/${taskId}/assignments/${other.handedId}/progress`
    expect((await officer.ask({ method: 'GET', path })).status, path).toBe(404)
    expect((await officer.ask({ method: 'POST', path, fields })).status, path).toBe(404)
  }
  expect(await counts()).toEqual(before)
  const own = `/tasks/${other.taskId}/assignments/${other.handedId}/progress`
  expect((await officer.ask({ method: 'POST', path: own, fields })).status).toBe(302)
})

test('an assignment is no task', async () => {
  for (const path of [`/tasks/${one.leadId}`, `/tasks/${one.leadId}/draft`, `/tasks/${one.leadId}/acts/revoke`]) {
    expect((await secretary.ask({ method: 'GET', path })).status, path).toBe(404)
  }
  const fields = { requestKey: newId(), revision: '1', reason: 'Cần bổ sung số liệu' }
  const { status } = await secretary.ask({ method: 'POST', path: `/tasks/${one.leadId}/acts/revoke`, fields })
  expect(status).toBe(404)
})

test('nothing was answered by a fault', () => {
  expect(app.faults()).toEqual([])
})

/** The address of a bulk act, opened by hand, leads back to its directive, and that is not found. */
async function leadsBack(visitor: Visitor, { method, path }: Asked): Promise<boolean> {
  if (method !== 'GET' || !path.includes('/issue')) return false
  return (await visitor.ask({ method, path: path.replace('/issue', '') })).status === 404
}

async function counts() {
  const [steps, people, directives, keptForms] = await Promise.all([
    db.step.count(),
    db.person.count(),
    db.directive.count(),
    db.keptForm.count(),
  ])
  return { steps, people, directives, keptForms }
}
