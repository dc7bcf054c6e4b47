import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '#app/platform/db.server.ts'
import { type Answer, openBrowser, type Question } from '#test/bench/browser.ts'
import { fillForm } from '#test/bench/page-form.ts'
import type { KillableProcess } from './killable-process.ts'

export interface SentForm {
  /** The one the page carried. */
  requestKey: string
  /** Where the answer led. */
  location: string
  /** What the last of those sent again found: nothing, and did it, or that the first had done it. Null when none was. */
  again: 'done' | 'repeated' | null
}

/** A machine under load says it. */
const BUSY = 503

const underWay = new WeakMap<KillableProcess, number>()

/** How many forms were sent to it and are not answered. */
export function formsUnderWay(web: KillableProcess): number {
  return underWay.get(web) ?? 0
}

/** Fetches a page, fills in its form and sends it; where a kill swallowed the answer, the very same form again. */
export async function sendForm(
  web: KillableProcess,
  { path, cookie, typed }: { path: string; cookie: string; typed: Record<string, string> },
): Promise<SentForm> {
  const page = await untilAnswered(() => ask(web, { path, cookie, plain: true }))
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}: ${page.text}`)
  const form = fillForm(page.text, typed)
  const requestKey = requestKeyOn(page.text)

  let again: SentForm['again'] = null
  const send = () => countedUnderWay(web, () => ask(web, { path, cookie, form, plain: true }))
  let answer = await send()
  while (!answer) {
    again = await web.attempt(() => whatIsStored(requestKey))
    answer = await send()
  }
  const { location } = answer.headers
  if (answer.status !== 302 || !location) throw new Error(`${path} was answered ${answer.status}: ${answer.text}`)
  return { requestKey, location, again }
}

export async function untilAnswered<Result>(attempt: () => Promise<Result | null>): Promise<Result> {
  for (;;) {
    const answer = await attempt()
    if (answer !== null) return answer
  }
}

async function countedUnderWay<Result>(web: KillableProcess, work: () => Promise<Result>): Promise<Result> {
  underWay.set(web, formsUnderWay(web) + 1)
  try {
    return await work()
  } finally {
    underWay.set(web, formsUnderWay(web) - 1)
  }
}

async function ask(web: KillableProcess, question: Question): Promise<Answer | null> {
  for (;;) {
    const answer = await web.attempt((address) => askOnce(address, question))
    if (answer?.status !== BUSY) return answer
    // Nothing was done, and the answer says so: they try again.
    await sleep(500)
  }
}

async function askOnce(address: string, question: Question): Promise<Answer> {
  const browser = openBrowser(address, 1)
  try {
    return await browser.ask(question)
  } finally {
    browser.close()
  }
}

/** Asked once the process runs again: by then whatever the killed one had begun is whole or gone. */
async function whatIsStored(requestKey: string): Promise<'done' | 'repeated'> {
  return (await db.requestKey.count({ where: { key: requestKey } })) === 0 ? 'done' : 'repeated'
}

function requestKeyOn(html: string): string {
  const key = /name="requestKey" value="([0-9a-f-]{36})"/.exec(html)?.[1]
  if (!key) throw new Error('The form carries no request key')
  return key
}
