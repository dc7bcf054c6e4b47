/**
 * What an export holds at once. Counted, not measured: every line is followed by a weak reference, and after each batch, with what
 * nobody holds any more swept away, those still there are counted.
 */
import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test, vi } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { passedUpTask } from '#test/factories/directives.ts'
import { manyLikeTheFirst } from '#test/factories/many-tasks.ts'
import type { TaskLine } from './export-lines.server.ts'
import { askForExport } from './export-request.server.ts'
import { writeExport } from './export-write.server.ts'

const ROWS = 8_000
/** The one that is written, and the one that is read meanwhile. */
const BATCHES_HELD = 2

const followed: WeakRef<TaskLine>[] = []
const held: number[] = []
let longest = 0

vi.mock(import('./export-lines.server.ts'), async (importOriginal) => {
  const lines = await importOriginal()
  return {
    ...lines,
    taskLineBatches: (...asked: Parameters<typeof lines.taskLineBatches>) => follow(lines.taskLineBatches(...asked)),
  }
})

async function* follow(batches: AsyncGenerator<TaskLine[]>): AsyncGenerator<TaskLine[]> {
  for await (const batch of batches) {
    longest = Math.max(longest, batch.length)
    followed.push(...batch.map((line) => new WeakRef(line)))
    // What was made or looked at in this turn is swept in the next at the earliest.
    await setTimeout(0)
    sweep()
    held.push(followed.filter((line) => line.deref()).length)
    yield batch
  }
}

setFlagsFromString('--expose-gc')
const sweep = runInNewContext('gc') as () => void

test('however many tasks leave, no more than two batches of them are held at once', { timeout: 60_000 }, async () => {
  const office = await demoOffice()
  await passedUpTask(office)
  await manyLikeTheFirst(ROWS)
  const by = office.actor('tonghop1')
  const { exportId } = await askForExport({ filters: {}, by, locale: 'vi', address: null, at: new Date() })
  await writeExport(exportId, new Date())

  const { written } = await db.taskExport.findUniqueOrThrow({ where: { id: exportId } })
  expect(written).toBeGreaterThan(ROWS)
  expect(followed.length).toBe(written)
  expect(held.length).toBeGreaterThan(2 * BATCHES_HELD)
  expect(Math.max(...held)).toBeLessThanOrEqual(BATCHES_HELD * longest)
})
