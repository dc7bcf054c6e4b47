import pMap from 'p-map'
import { now } from '#app/platform/clock.server.ts'
import { MAIL_CONNECTIONS, MailRefused, type MailServer, openMailServer } from '#app/platform/mail.server.ts'
import { claimMail, type ClaimedMail, type MailOutcome, settleMail } from './waiting-mail.server.ts'
import { writeMail } from './write-mail.server.ts'

/** So many in a row that met no answer at all, and the rest is not asked for now: it waits for the next run. */
const MOST_UNANSWERED = 3 * MAIL_CONNECTIONS
/** After it what waits is left to the next run, so that a job ends whatever the server does. */
const LONGEST_RUN_MINUTES = 5

let isSending = false
let askedAt: Date | null = null

/**
 * Sends what waits, until nothing is due. One run at a time in a process: whoever asks meanwhile is answered by it, so that however
 * many ask, and however long the server takes, mail holds one of the worker's places. What is sent twice at worst is the mail of a
 * worker that died between the server's yes and our note of it, or what a server took before it hung up; under the same Message-ID.
 */
export async function sendWaitingMail(at: Date): Promise<void> {
  askedAt = at
  if (isSending) return
  isSending = true
  const mustEnd = now().getTime() + LONGEST_RUN_MINUTES * 60_000
  try {
    while (askedAt && now().getTime() < mustEnd) {
      const asked = askedAt
      askedAt = null
      const answers = await sendDueMail(asked, mustEnd)
      if (!answers) return
    }
  } finally {
    isSending = false
  }
}

interface Run {
  server: MailServer
  /** As the one who asked sees the clock. */
  moment: () => Date
  mustEnd: number
  unanswered: number
}

/** @returns whether there is a server that answers */
async function sendDueMail(at: Date, mustEnd: number): Promise<boolean> {
  const server = openMailServer()
  if (!server) return false
  const begun = now().getTime()
  const moment = () => new Date(at.getTime() + now().getTime() - begun)
  const run: Run = { server, moment, mustEnd, unanswered: 0 }
  try {
    await pMap(dueMail(run), (mail) => attempt(run, mail), { concurrency: MAIL_CONNECTIONS })
  } finally {
    server.close()
  }
  return run.unanswered < MOST_UNANSWERED
}

/** Taken a few at a time, so that each is tried long before its lease ends. */
async function* dueMail(run: Run): AsyncGenerator<ClaimedMail> {
  while (run.unanswered < MOST_UNANSWERED && now().getTime() < run.mustEnd) {
    const claimed = await claimMail({ at: run.moment(), most: MAIL_CONNECTIONS })
    if (claimed.length === 0) return
    yield* claimed
  }
}

async function attempt(run: Run, claimed: ClaimedMail): Promise<void> {
  const outcome = await outcomeOf(run, claimed)
  await settleMail(claimed, outcome, run.moment())
}

async function outcomeOf(run: Run, { noticeId }: ClaimedMail): Promise<MailOutcome> {
  try {
    const mail = await writeMail(noticeId, now())
    if (!mail) return { state: 'NOT_SENT', reason: 'nothingToSend' }
    await run.server.send(mail)
    run.unanswered = 0
    return { state: 'SENT' }
  } catch (error) {
    const isRefusal = error instanceof MailRefused
    run.unanswered = isRefusal ? 0 : run.unanswered + 1
    const reason = error instanceof Error ? error.message : String(error)
    return { state: isRefusal && error.isFinal ? 'FAILED' : 'WAITING', reason }
  }
}
