import type { Registry } from 'prom-client'
import { now } from '#app/platform/clock.server.ts'
import { readFigures, type Figures } from './figures.server.ts'

/** Who asks more often is told the same again: counting is the database's work. */
const KEPT_MILLISECONDS = 5000

/**
 * What is counted in the database and the queue when somebody asks. Every process tells the same of it: take the largest, not
 * the sum. What cannot be counted is left out rather than told as none.
 */
export async function addGauges(registry: Registry): Promise<void> {
  const { Gauge } = await import('prom-client')
  const figures = keptFor(KEPT_MILLISECONDS, readFigures)
  const gauge = (name: string, help: string, label: string, read: Read) =>
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [registry],
      async collect() {
        this.reset()
        const values = read(await figures()) ?? {}
        for (const [of, value] of Object.entries(values)) this.set({ [label]: of }, value)
      },
    })

  gauge('docflow_queue_jobs', 'Jobs in the queue', 'state', ({ queue }) => queue && { ...queue })
  gauge('docflow_outbox_messages', 'Messages that are not done', 'state', ({ outbox }) => outbox && outbox.messages)
  gauge(
    'docflow_outbox_oldest_seconds',
    'Age of the oldest message that is not done',
    'state',
    ({ outbox }) => outbox && { waiting: outbox.oldestSeconds },
  )
  gauge('docflow_overdue', 'What is under way and past its due day', 'kind', ({ overdue }) => overdue)
  gauge('docflow_mail', 'Mail that waits, and what was given up in the last thirty days', 'state', ({ mail }) => mail)
  gauge('docflow_schedules', 'Jobs of the clock that missed their turns', 'state', ({ lateSchedules }) =>
    lateSchedules === null ? null : { late: lateSchedules },
  )
}

type Read = (figures: Figures) => Record<string, number> | null

/** Asked by several gauges at once and by several askers, it is read once. */
function keptFor(milliseconds: number, read: (at: Date) => Promise<Figures>): () => Promise<Figures> {
  let kept: { until: number; figures: Promise<Figures> } | undefined
  return () => {
    const at = now()
    if (!kept || at.getTime() >= kept.until) kept = { until: at.getTime() + milliseconds, figures: read(at) }
    return kept.figures
  }
}
