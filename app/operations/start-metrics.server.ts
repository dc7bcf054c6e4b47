import { log } from '#app/platform/log.server.ts'
import { startMetrics, type Metrics } from '#app/platform/metrics.server.ts'
import { addGauges } from './gauges.server.ts'

/** Where the environment names a port for this process. One that is taken stops nobody's work: it is said in the log. */
export async function startMetricsAt(port: number | undefined): Promise<Metrics | null> {
  if (port === undefined) return null
  try {
    const metrics = await startMetrics({ port, addGauges })
    log.info({ port: metrics.port }, 'metrics can be asked for')
    return metrics
  } catch (error) {
    log.error({ err: error }, 'metrics cannot be asked for: is the port taken?')
    return null
  }
}
