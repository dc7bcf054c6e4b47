import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { openBrowser } from './browser.ts'
import type { Run, RunResult } from './load-process.ts'
import { fillForm } from './page-form.ts'

/** Whoever asks, in a process of their own: what they need of the processor is seen apart from the server's. */
export interface People {
  run(run: Run): Promise<RunResult>
  stop(): void
}

export function callPeople(): People {
  const child = fork(fileURLToPath(new URL('./load-process.ts', import.meta.url)))
  return {
    async run(run) {
      child.send(run)
      const [answer] = (await once(child, 'message')) as [{ result: RunResult } | { error: string }]
      if ('error' in answer) throw new Error(answer.error)
      return answer.result
    },
    stop: () => child.disconnect(),
  }
}

/** Signs in through the form, as a person does; answers with the cookie. */
export async function signIn(origin: string, username: string, password: string): Promise<string> {
  const browser = openBrowser(origin, 1)
  try {
    const page = await browser.ask({ path: '/sign-in', cookie: '', plain: true })
    const form = fillForm(page.text, { username, password })
    const answer = await browser.ask({ path: '/sign-in', cookie: '', form })
    const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0]
    if (answer.status !== 302 || !cookie) throw new Error(`${username} could not sign in: ${answer.status}.`)
    return cookie
  } finally {
    browser.close()
  }
}
