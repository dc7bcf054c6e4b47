import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workTabs } from '#app/directives/work-tabs.ts'
import { createWebApp } from '#app/platform/http.server.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { routesBuilt } from './built-app.ts'
import { castAt, FORMER_OFFICER, maySeePerDocs, type Person } from './cast.ts'
import { tableOf } from './markdown-table.ts'
import { FRAMES, OPEN_ROWS, type OpenRow, OUTSIDE_THE_APP, TASK_ROWS, type TaskRow } from './rows.ts'
import { startApp, type RunningApp } from './running-app.ts'
import {
  draftTask,
  endSomePosts,
  mixedDirectives,
  nameSubstituteOfHead,
  ordinaryTask,
  restrictedTask,
  type Subject,
} from './scene.ts'
import { comparable, type Answer, type Asked, type AskedIds } from './visitor.ts'

/** A row is some hundred requests. */
const A_ROW = 120_000

let app: RunningApp
let people: Person[]
let subjects: Subject[]
let mixed: string[]
let twin: string[]
/** The lists of everybody, with and without the tasks that not everybody may see. */
let listsBefore: Map<Person, string[]>
let listsAfter: Map<Person, string[]>

beforeAll(async () => {
  app = await startApp()
  const office = await demoOffice()
  await endSomePosts(office)
  await nameSubstituteOfHead(office)
  const ordinary = await ordinaryTask(office)
  people = await castAt(app.address)
  listsBefore = await listsOfAll()
  const hidden = [await restrictedTask(office), await draftTask(office)]
  listsAfter = await listsOfAll()
  const directives = await mixedDirectives(office)
  subjects = [ordinary, ...hidden, directives.hidden]
  mixed = directives.mixed
  twin = directives.twin
}, 5 * 60_000)

afterAll(() => app?.stop())

describe('every address has a row', () => {
  const written = [...FRAMES, ...Object.keys(OPEN_ROWS), ...Object.keys(TASK_ROWS)]

  test('of the routes of the build', () => {
    const built = routesBuilt().map(({ id }) => id)
    expect(built.filter((id) => !written.includes(id))).toEqual([])
    expect(written.filter((id) => id.startsWith('routes/') && !built.includes(id))).toEqual([])
  })

  test('and a form where the route takes one', () => {
    const takesForms = routesBuilt().filter(({ hasAction }) => hasAction)
    const nowhere: AskedIds = {
      taskId: newId(),
      assignmentId: newId(),
      requestId: newId(),
      directiveId: newId(),
      versionIds: [newId()],
    }
    const posted = (id: string) => [
      ...(OPEN_ROWS[id] ?? []).map(({ ask }) => ask),
      ...(TASK_ROWS[id] ?? []).flatMap(({ asks }) => asks(nowhere)),
    ]
    expect(takesForms.filter(({ id }) => !posted(id).some(({ method }) => method === 'POST'))).toEqual([])
  })

  test('and those that show something of tasks have a line in docs/visibility.md', () => {
    const lines = tableOf('visibility.md', 'What').flatMap(({ Where = '' }) => Where.match(/(?<=`)\/[^`]+/g) ?? [])
    const isWritten = (path: string) =>
      lines.some((line) => path === line || (line.endsWith('/*') && path.startsWith(line.slice(0, -1))))
    const showing = routesBuilt().filter(({ path }) => /^\/(tasks|directives|files|my-work\/)/.test(path))
    expect(showing.filter(({ path }) => !isWritten(path)).map(({ path }) => path)).toEqual(['/directives/new'])
  })

  test('of what Express answers before them', () => {
    const before = createWebApp({
      build: { routes: {} } as never,
      probes: {},
      publicUrl: null,
      trustedProxies: 0,
      tellStatements: false,
    })
    const stack = (before as unknown as { _router: { stack: { route?: { path: string } }[] } })._router.stack
    const paths = stack.flatMap(({ route }) => route?.path ?? [])
    expect(paths.filter((path) => !written.includes(path))).toEqual([])
  })
})

describe('of addresses about no task', () => {
  test.each(Object.keys(OPEN_ROWS))(
    '%s',
    async (id) => {
      expect(await faultsOfAll((person) => faultsOfOpenRows(person, OPEN_ROWS[id]!))).toEqual([])
    },
    A_ROW,
  )
})

describe('of addresses about a task, whoever may not see it is answered as if it were not there', () => {
  test.each(Object.keys(TASK_ROWS))(
    '%s',
    async (id) => {
      expect(await faultsOfAll((person) => faultsOfTaskRows(person, TASK_ROWS[id]!))).toEqual([])
    },
    A_ROW,
  )

  test(
    'and whoever may see it is shown it',
    async () => {
      const missing: string[] = []
      for (const person of people) {
        for (const subject of subjects.filter(({ column }) => maySeePerDocs(person, column))) {
          for (const path of [`/tasks/${subject.taskId}`, '/tasks', '/tasks/export', '/tasks/print']) {
            const { body } = await person.visitor.ask({ method: 'GET', path })
            if (!body.includes(subject.content)) missing.push(`${person.name}, ${path}: ${subject.name}`)
          }
        }
      }
      expect(missing).toEqual([])
    },
    A_ROW,
  )
})

test('lists, counts, filters and exports are the same with a task one may not see and without it', () => {
  const unaware = people.filter(
    (person) => !maySeePerDocs(person, 'Restricted, issued') && !maySeePerDocs(person, 'Draft'),
  )
  expect(unaware.length).toBeGreaterThan(5)
  for (const person of unaware) expect(listsAfter.get(person), person.name).toEqual(listsBefore.get(person))
})

test('a directive looks as if it never had the task one may not see', async () => {
  const unaware = people.filter(
    (person) => maySeePerDocs(person, 'Issued') && !maySeePerDocs(person, 'Restricted, issued'),
  )
  expect(unaware.length).toBeGreaterThan(3)
  for (const { name, visitor } of unaware) {
    for (const [index] of mixed.entries()) {
      const kind = index === 0 ? 'directives' : 'tasks'
      const [one, other] = [mixed, twin].map((ids) => visitor.ask({ method: 'GET', path: `/${kind}/${ids[index]}` }))
      const shown = withoutIds(comparable(await one!))
      expect(shown, `${name}, ${kind}`).toBe(withoutIds(comparable(await other!)))
    }
  }
})

test('whoever holds no post today is told so, and whom to ask', async () => {
  const { ask } = people.find(({ username }) => username === FORMER_OFFICER)!.visitor
  const { body } = await ask({ method: 'GET', path: '/my-work' })
  expect(body).toContain('Hôm nay bạn không giữ chức vụ nào')
  expect(body).toContain('báo quản trị viên của cơ quan')
})

test('the log says to the administrator who did what, and no content', async () => {
  const { ask } = people.find(({ username }) => username === 'quantri')!.visitor
  const words = subjects.flatMap(({ content, secrets }) => [
    content,
    ...secrets.filter((secret) => secret.endsWith('.txt')),
  ])
  for (const path of ['/admin/audit', '/admin/audit.csv']) {
    const { status, body } = await ask({ method: 'GET', path })
    expect([status, words.filter((word) => body.includes(word))], path).toEqual([200, []])
  }
})

test('nothing was answered by a fault', () => {
  expect(app.faults()).toEqual([])
})

/** Everybody asks at once, each their own addresses in order. */
async function faultsOfAll(faultsOf: (person: Person) => Promise<string[]>): Promise<string[]> {
  return (await Promise.all(people.map(faultsOf))).flat()
}

async function faultsOfOpenRows(person: Person, rows: OpenRow[]): Promise<string[]> {
  const faults: string[] = []
  const hidden = subjects.filter((subject) => !maySeePerDocs(person, subject.column))
  for (const { ask, status } of rows) {
    const expected = status(person)
    if (expected === null) continue
    for (const { asked, isData } of waysOf(ask)) {
      const answer = await person.visitor.ask(asked)
      faults.push(...statusFault(person, asked, answer, isData ? dataStatus(expected) : expected))
      faults.push(...leaks(person, asked, answer, hidden))
    }
  }
  return faults
}

async function faultsOfTaskRows(person: Person, rows: TaskRow[]): Promise<string[]> {
  const faults: string[] = []
  for (const { asks, seen } of rows) {
    // What is answered about nothing is asked once for each address and compared with every task.
    const ofNothing = new Map<string, string>()
    for (const subject of subjects) {
      const sees = maySeePerDocs(person, subject.column)
      const nowhere = nothingLike(subject)
      const askedOfNothing = asks(nowhere).flatMap(waysOf)
      for (const [index, { asked, isData }] of asks(subject).flatMap(waysOf).entries()) {
        // Making pages is what takes long: of one task it is enough, and what a page is made of is asked of all.
        if (!isData && (sees || subject.name !== 'the restricted task')) continue
        const expected = sees ? seen(person, subject) : person.username ? 404 : 302
        if (expected === null) continue
        const answer = await person.visitor.ask(asked)
        faults.push(...statusFault(person, asked, answer, isData ? dataStatus(expected) : expected))
        if (sees) continue
        faults.push(...leaks(person, asked, answer, [subject]))
        const like = askedOfNothing[index]!.asked
        const key = `${asks(subject).length} ${index}`
        if (!ofNothing.has(key)) ofNothing.set(key, comparable(await person.visitor.ask(like), nowhere))
        if (comparable(answer, subject) === ofNothing.get(key)) continue
        faults.push(`${person.name}, ${asked.method} ${asked.path}: ${subject.name} is not as a task that is not there`)
      }
    }
  }
  return faults
}

/** The page, and what a browser asks for when one follows a link to it: the same loaders and actions without the page around. */
function waysOf(ask: Asked): { asked: Asked; isData: boolean }[] {
  const [path = '', query] = ask.path.split('?')
  if (OUTSIDE_THE_APP.includes(path)) return [{ asked: ask, isData: false }]
  const dataPath = `${path === '/' ? '/_root' : path}.data${query ? `?${query}` : ''}`
  return [
    { asked: ask, isData: false },
    { asked: { ...ask, path: dataPath }, isData: true },
  ]
}

function dataStatus(status: number): number {
  return status === 302 ? 202 : status
}

function statusFault({ name }: Person, { method, path }: Asked, { status }: Answer, expected: number): string[] {
  return status === expected ? [] : [`${name}, ${method} ${path}: ${status} and not ${expected}`]
}

function leaks({ name }: Person, { method, path }: Asked, { headers, body }: Answer, hidden: Subject[]): string[] {
  const told = `${JSON.stringify(headers)}\n${body}`
  const secrets = hidden.flatMap((subject) => subject.secrets).filter((secret) => !path.includes(secret))
  return secrets
    .filter((secret) => told.includes(secret))
    .map((secret) => `${name}, ${method} ${path}: tells ${secret}`)
}

/** Ids of nothing, as many and of the same kinds. */
function nothingLike({ assignmentId, requestId, directiveId, versionIds }: AskedIds): AskedIds {
  return {
    taskId: newId(),
    assignmentId: assignmentId && newId(),
    requestId: requestId && newId(),
    directiveId: directiveId && newId(),
    versionIds: versionIds.map(() => newId()),
  }
}

async function listsOfAll(): Promise<Map<Person, string[]>> {
  const paths = [
    ...workTabs.map((tab) => `/my-work/${tab}`),
    ...['/tasks', '/tasks?q=kin+dao', '/tasks?q=77/tb', '/tasks?state=draft', '/tasks/export', '/tasks?page=2'],
    ...[
      '/tasks/exports/new',
      '/directives',
      '/directives?q=hanche',
      '/account',
      '/my-work/receipt.data',
      '/tasks.data?q=kin+dao',
    ],
  ]
  const lists = await Promise.all(
    people.map(async (person): Promise<[Person, string[]]> => {
      const answers: string[] = []
      for (const path of paths) {
        answers.push(`${path}\n${comparable(await person.visitor.ask({ method: 'GET', path }))}`)
      }
      return [person, answers]
    }),
  )
  return new Map(lists)
}

/** Of two directives alike, what is left is ids, request keys and moments. */
function withoutIds(text: string): string {
  return text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<moment>')
    .replace(/\b1[78]\d{11}\b/g, '<moment>')
}
