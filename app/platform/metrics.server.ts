/**
 * What a process counts of its own work, for a Prometheus that asks: on a port of its own of the loopback address, and only
 * where the environment names one. Without it nothing is counted and the library is not even loaded.
 *
 * A label is a name out of our own source (the id of a route, an act, a state): never an address, an id or a text.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Counter, Histogram, Registry } from 'prom-client'
import { SpokenError } from './errors.ts'
import { log } from './log.server.ts'

export interface Metrics {
  port: number
  close(): Promise<void>
}

/** Adds gauges of its own, to be read when somebody asks. */
export type AddGauges = (registry: Registry) => Promise<void>

interface Meters {
  requests: Histogram<'route' | 'method' | 'status'>
  acts: Counter<'event' | 'outcome'>
}

/** An act takes some 30 ms, a list page 60; what takes longer than ten seconds is lost anyway. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

let meters: Meters | undefined

/** @throws when the port is taken */
export async function startMetrics({ port, addGauges }: { port: number; addGauges: AddGauges }): Promise<Metrics> {
  const { collectDefaultMetrics, Counter, Histogram, Registry } = await import('prom-client')
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  meters = {
    requests: new Histogram({
      name: 'docflow_request_duration_seconds',
      help: 'How long requests took, by the id of the route that answered',
      labelNames: ['route', 'method', 'status'],
      buckets: SECONDS,
      registers: [registry],
    }),
    acts: new Counter({
      name: 'docflow_acts_total',
      help: 'Acts on tasks and their parts, by what was asked and what came of it',
      labelNames: ['event', 'outcome'],
      registers: [registry],
    }),
  }
  await addGauges(registry)
  return serve(registry, port)
}

export function noteRequest(request: { route: string; method: string; status: string; seconds: number }): void {
  const { seconds, ...labels } = request
  meters?.requests.observe(labels, seconds)
}

/** Does the act and counts what came of it. */
export async function countedAct<Result>(event: string, act: () => Promise<Result>): Promise<Result> {
  try {
    const result = await act()
    meters?.acts.inc({ event, outcome: 'done' })
    return result
  } catch (error) {
    meters?.acts.inc({ event, outcome: error instanceof SpokenError ? error.name : 'fault' })
    throw error
  }
}

async function serve(registry: Registry, port: number): Promise<Metrics> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end()
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      (error: unknown) => {
        log.error({ err: error }, 'the metrics could not be read')
        response.writeHead(500).end()
      },
    )
  })
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', listening)
  })
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      meters = undefined
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
