import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { type ReceivedMail, startMailReceiver } from '#test/factories/mail-receiver.ts'

/** The mail that arrives, counted at a server outside of the product. */
export interface CountedMail {
  arrived: readonly ReceivedMail[]
  /**
   * Asked while every worker lies dead: notes what had arrived and they did not live to write down. No sender can know of it, so it
   * comes again, and nothing else may.
   */
  noteDoubtful(): Promise<void>
  /**
   * Nothing waits but what the dead had in hand, which stays theirs for ten minutes by the clock. Who moves the clock any earlier
   * takes mail out of the hands of the living.
   */
  checkSent(): Promise<void>
  /** Every mail there was to send has arrived, at whom it was for, and twice only what was in doubt. */
  check(): Promise<MailTally>
  close(): Promise<void>
}

interface MailTally {
  mails: number
  inDoubt: number
  doubled: number
}

/** @param heed is told of each mail before the server says that it has it */
export async function countMail(
  port: number,
  heed: (mail: ReceivedMail) => void = () => undefined,
): Promise<CountedMail> {
  const inDoubt = new Set<string>()
  const leftInHand = new Set<string>()
  const receiver = await startMailReceiver(port, (mail) => {
    heed(mail)
    return 'take'
  })
  const arrived = receiver.received
  return {
    arrived,
    close: () => receiver.close(),
    async noteDoubtful() {
      // What the dead had sent may still be on its way, to the mail server and to the database.
      await sleep(200)
      const waiting = await waitingMail()
      for (const { noticeId, attempts } of waiting) if (attempts > 0) leftInHand.add(noticeId)
      const unsent = new Set(waiting.map(({ noticeId }) => noticeId))
      for (const { id } of arrived) if (unsent.has(id)) inDoubt.add(id)
    },
    async checkSent() {
      const waiting = await waitingMail()
      expect(waiting.filter(({ noticeId }) => !leftInHand.has(noticeId))).toEqual([])
    },
    async check() {
      const deliveries = await db.noticeDelivery.findMany({
        // Nothing is to be sent to who has no address.
        where: { channel: 'MAIL', OR: [{ lastError: null }, { lastError: { not: 'noAddress' } }] },
        select: {
          noticeId: true,
          state: true,
          lastError: true,
          notice: { select: { personId: true, causeKey: true } },
        },
      })
      expect(deliveries.filter(({ state }) => state !== 'SENT')).toEqual([])
      const times = Map.groupBy(arrived, ({ id }) => id)
      expect([...times.keys()].toSorted()).toEqual(deliveries.map(({ noticeId }) => noticeId).toSorted())
      const misled = deliveries.filter(({ noticeId, notice: { personId } }) =>
        times.get(noticeId)!.some(({ to }) => to.join() !== mailbox(personId)),
      )
      expect(misled).toEqual([])
      const doubled = [...times].filter(([, copies]) => copies.length > 1).map(([id]) => id)
      expect(doubled.filter((id) => !inDoubt.has(id))).toEqual([])
      return { mails: deliveries.length, inDoubt: inDoubt.size, doubled: arrived.length - times.size }
    },
  }
}

/** Everybody named gets mail, each at an address that says who they are. */
export async function giveMailboxes(personIds: string[]): Promise<void> {
  for (const id of personIds) await db.person.update({ where: { id }, data: { email: mailbox(id) } })
}

function mailbox(personId: string): string {
  return `${personId}@coquan.example`
}

function waitingMail() {
  return db.noticeDelivery.findMany({
    where: { channel: 'MAIL', state: 'WAITING' },
    select: { noticeId: true, attempts: true, nextTryAt: true, lastError: true },
  })
}
