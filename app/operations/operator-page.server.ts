import { type FailedMail, failedMail, lastMailAnswer, mailFigures } from '#app/notices/failed-mail.server.ts'
import { outboxFigures } from '#app/outbox/stuck-messages.server.ts'
import type { QueueDepth } from '#app/platform/queue.server.ts'
import { depthOfQueue } from './depth-of-queue.server.ts'
import { listSchedules, type ScheduleRow } from './schedules.server.ts'
import { STUCK_SHOWN, stuckRows, type StuckRow } from './stuck-rows.server.ts'

/** What whoever runs the machinery sees of it: figures, names of jobs and ids, and nothing of what the jobs are about. */
export interface OperatorPage {
  /** Null when the queue's store does not answer. */
  queue: QueueDepth | null
  outbox: { waiting: number; failed: number; stuck: number; oldestMilliseconds: number | null }
  stuck: StuckRow[]
  schedules: ScheduleRow[]
  mail: { waiting: number; failed: number; lastAnswer: string | null; rows: FailedMail[] }
}

/** Who has more has one reason for all of it. */
const FAILED_MAIL_SHOWN = 50

export async function readOperatorPage(at: Date): Promise<OperatorPage> {
  const [queue, { oldestCreatedAt, ...outbox }, stuck, schedules, figures, lastAnswer, rows] = await Promise.all([
    depthOfQueue(),
    outboxFigures(at),
    stuckRows({ at, most: STUCK_SHOWN }),
    listSchedules(at),
    mailFigures(at),
    lastMailAnswer(),
    failedMail({ at, most: FAILED_MAIL_SHOWN }),
  ])
  const oldestMilliseconds = oldestCreatedAt && at.getTime() - oldestCreatedAt.getTime()
  return { queue, outbox: { ...outbox, oldestMilliseconds }, stuck, schedules, mail: { ...figures, lastAnswer, rows } }
}
