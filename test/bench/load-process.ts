/**
 * The people: a process of its own that asks and sends forms as fast as it is answered, each connection one thing after the
 * other, and tells how long each took.
 */
import { type Answer, openBrowser } from './browser.ts'
import { fillForm } from './page-form.ts'

/** An act to be done: the page of its form, and what is typed into it. */
export interface ActToDo {
  path: string
  cookie: string
  typed: Record<string, string>
}

export type Run =
  | {
      what: 'pages'
      origin: string
      connections: number
      seconds: number
      cookie: string
      /** Asked for in turn. */
      paths: string[]
      /** After nine pages a connection fetches one of these forms and sends it. */
      acts: ActToDo[]
    }
  | {
      what: 'acts'
      origin: string
      connections: number
      /** Each done once; the forms are fetched before the clock starts. */
      acts: ActToDo[]
    }

export interface RunResult {
  /** Of each page, or of each act. */
  milliseconds: number[]
  seconds: number
  statements: number
  bytes: number
  /** What was not answered as it should be, the first few in words. */
  failures: string[]
}

const PAGES_BEFORE_A_FORM = 9

process.on('message', (run: Run) => {
  const running = run.what === 'pages' ? askPages(run) : doActs(run)
  running.then(
    (result) => process.send!({ result }),
    (error: unknown) => process.send!({ error: String(error) }),
  )
})

async function askPages({
  origin,
  connections,
  seconds,
  cookie,
  paths,
  acts,
}: Run & { what: 'pages' }): Promise<RunResult> {
  const browser = openBrowser(origin, connections)
  const tally = newTally()
  const free = [...acts]
  let asked = 0
  const began = performance.now()
  const end = began + seconds * 1000
  const onePerson = async (): Promise<void> => {
    for (let turn = 1; performance.now() < end; turn++) {
      const path = paths[asked++ % paths.length]!
      note(tally, path, await browser.ask({ path, cookie }), 200)
      if (turn % PAGES_BEFORE_A_FORM > 0) continue
      const act = free.shift()
      if (!act) continue
      const page = await browser.ask({ path: act.path, cookie: act.cookie, plain: true })
      const answer = await browser.ask({ path: act.path, cookie: act.cookie, form: fillForm(page.text, act.typed) })
      if (answer.status !== 302) tally.failures.push(`${act.path} answered ${answer.status}`)
      free.push(act)
    }
  }
  await Promise.all(Array.from({ length: connections }, onePerson))
  browser.close()
  return { ...tally, seconds: (performance.now() - began) / 1000 }
}

async function doActs({ origin, connections, acts }: Run & { what: 'acts' }): Promise<RunResult> {
  const browser = openBrowser(origin, connections)
  const prepared: (() => Promise<Answer>)[] = []
  for (const { path, cookie, typed } of acts) {
    const { text } = await browser.ask({ path, cookie, plain: true })
    const form = fillForm(text, typed)
    prepared.push(() => browser.ask({ path, cookie, form }))
  }
  const tally = newTally()
  const began = performance.now()
  const onePerson = async (): Promise<void> => {
    for (let next = prepared.shift(); next; next = prepared.shift()) note(tally, 'act', await next(), 302)
  }
  await Promise.all(Array.from({ length: connections }, onePerson))
  browser.close()
  return { ...tally, seconds: (performance.now() - began) / 1000 }
}

type Tally = Omit<RunResult, 'seconds'>

function newTally(): Tally {
  return { milliseconds: [], statements: 0, bytes: 0, failures: [] }
}

function note(tally: Tally, path: string, { status, headers, bytes, ms }: Answer, wanted: number): void {
  tally.milliseconds.push(ms)
  tally.statements = Math.max(tally.statements, Number(headers['x-statements'] ?? 0))
  tally.bytes = Math.max(tally.bytes, bytes)
  if (status !== wanted && tally.failures.length < 5) tally.failures.push(`${path} answered ${status}`)
}
