import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { db } from '#app/platform/db.server.ts'
import { sessionCookie } from '#app/sign-in/session-cookie.server.ts'
import { sessionEnd } from '#app/sign-in/session-lifetime.ts'
import { newPerson } from '#test/factories/people.ts'
import type { OpenStream, Order, Seen } from './reading-process.ts'

/** A process that holds the streams of many open pages. */
export interface OpenPages {
  open(origin: string, streams: OpenStream[]): Promise<void>
  /** What each has seen since the last call of `forget`. */
  look(): Promise<Seen[]>
  forget(): Promise<void>
  /** From now on those that were deaf read all that waits for them. */
  listenAgain(): Promise<void>
  close(): Promise<void>
  end(): void
}

export async function startOpenPages(): Promise<OpenPages> {
  const child = fork(join(import.meta.dirname, 'reading-process.ts'))
  await once(child, 'message')
  return {
    open: async (origin, streams) => void (await obeyed(child, { what: 'open', origin, streams })),
    look: () => obeyed(child, { what: 'look' }),
    forget: async () => void (await obeyed(child, { what: 'forget' })),
    listenAgain: async () => void (await obeyed(child, { what: 'listenAgain' })),
    close: async () => void (await obeyed(child, { what: 'close' })),
    end: () => child.disconnect(),
  }
}

async function obeyed(child: ChildProcess, order: Order): Promise<Seen[]> {
  child.send(order)
  const [answer] = (await once(child, 'message')) as [{ seen: Seen[] } | { error: string }]
  if ('error' in answer) throw new Error(answer.error)
  return answer.seen
}

export interface SignedInPerson {
  personId: string
  cookie: string
}

/** So many people with an account, each with a session: the form lets 60 a minute in from one address. */
export async function signedInPeople(count: number): Promise<SignedInPerson[]> {
  const people: SignedInPerson[] = []
  for (let made = 0; made < count; made += 1) {
    const personId = await newPerson()
    const login = await db.login.findUniqueOrThrow({ where: { personId } })
    const token = newId()
    await db.loginSession.create({ data: { loginId: login.id, token, expiresAt: sessionEnd(new Date()) } })
    people.push({ personId, cookie: sessionCookie(token).split(';')[0]! })
  }
  return people
}
