import pMap from 'p-map'
import { now } from '#app/platform/clock.server.ts'
import { MailRefused, type MailServer, openMailServer } from '#app/platform/mail.server.ts'
import { claimMail, type ClaimedMail, type MailOutcome, settleMail } from './waiting-mail.server.ts'
import { writeMail } from './write-mail.server.ts'

const AT_ONCE = 8

/**
 * Sends what waits, until nothing is due. What is sent twice at worst is the mail of a worker that died between the server's yes
 * and our note of it, under the same Message-ID.
 */
export async function sendWaitingMail(at: Date): Promise<void> {
  const server = openMailServer()
  if (!server) return
  const begun = now().getTime()
  // The lease of each batch counts from when it is taken: by the first one's it would pass before the last is sent.
  const moment = () => new Date(at.getTime() + now().getTime() - begun)
  try {
    for (let claimed = await claimMail(moment()); claimed.length > 0; claimed = await claimMail(moment())) {
      const outcomes = await pMap(claimed, (mail) => attempt(server, mail), { concurrency: AT_ONCE })
      // A server that takes nothing is not asked for the rest now: that waits for the next run.
      if (outcomes.every(({ state }) => state === 'WAITING')) return
    }
  } finally {
    server.close()
  }
}

async function attempt(server: MailServer, claimed: ClaimedMail): Promise<MailOutcome> {
  const outcome = await outcomeOf(server, claimed)
  await settleMail(claimed, outcome, now())
  return outcome
}

async function outcomeOf(server: MailServer, { noticeId }: ClaimedMail): Promise<MailOutcome> {
  try {
    const mail = await writeMail(noticeId, now())
    if (!mail) return { state: 'NOT_SENT', reason: 'nothingToSend' }
    await server.send(mail)
    return { state: 'SENT' }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { state: error instanceof MailRefused ? 'FAILED' : 'WAITING', reason }
  }
}
