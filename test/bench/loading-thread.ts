/** A thread that tells and loads its share of the directives, so that both cores of a small machine have work. */
import { parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'
import { foldVietnamese } from '#app/i18n/fold.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { addLines, copyLines, type Lines, noLines } from './copy-rows.ts'
import { dealTasks, type DealtTask } from './deal.ts'
import { idAt } from './id-at.ts'
import type { Office } from './office.ts'
import { sourceSubject } from './phrases.ts'
import { playStory } from './play-story.ts'
import { randomFrom } from './random.ts'
import type { BenchSize } from './size.ts'
import { tellStory } from './story.ts'
import type { Row } from './tables.ts'

export interface LoadingShare {
  superuserUrl: string
  size: BenchSize
  office: Office
  now: Date
  /** Every `of`th block of tasks, beginning with number `share`. */
  share: number
  of: number
}

/** Tasks in one transaction; of whole directives. */
const TASKS_A_BLOCK = 1000

const { superuserUrl, size, office, now, share, of } = workerData as LoadingShare
const client = new pg.Client(superuserUrl)
await client.connect()
// Without the checks between tables and the waking of the relay: the rows were made together.
await client.query('set session_replication_role = replica')
const tasks = dealTasks(size, office, now)
for (let start = share * TASKS_A_BLOCK; start < tasks.length; start += of * TASKS_A_BLOCK) {
  const block = tasks.slice(start, start + TASKS_A_BLOCK)
  await copyLines(client, linesOfBlock(block))
  parentPort!.postMessage(block.length)
}
await client.end()

function linesOfBlock(block: DealtTask[]): Lines {
  const lines = noLines()
  for (const [, tasks] of Map.groupBy(block, ({ directive }) => directive)) {
    const row = directiveRow(tasks[0]!)
    addLines(lines, { directive: [row] })
    for (const task of tasks) {
      const entered = { directiveId: row.id, position: task.position, at: task.enteredAt }
      addLines(lines, playStory(tellStory(task, office, now), entered, office, now))
    }
  }
  return lines
}

function directiveRow({ directive, enteredAt, follower, seed }: DealtTask): Row & { id: string } {
  const random = randomFrom(seed)
  const [subject, symbol, issuingOrgan] = [sourceSubject(random), `${directive + 1}/TB-BĐL`, 'Bộ Đo lường']
  return {
    id: idAt(enteredAt),
    organ_id: office.organId,
    source_kind: 'CONCLUSION_NOTICE',
    symbol,
    signed_on: officeDay(enteredAt),
    issuing_organ: issuingOrgan,
    signer: 'Bộ trưởng',
    subject,
    search_text: foldVietnamese(`${symbol} ${subject} ${issuingOrgan}`),
    entered_by_id: office.secretariat[follower]!.personId,
    created_at: enteredAt,
  }
}
