import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { TestProject } from 'vitest/node'
import { freePort } from '#app/platform/free-port.server.ts'
import { missing } from './missing.ts'

declare module 'vitest' {
  interface ProvidedContext {
    redisUrl: string
  }
}

/** A Redis that keeps nothing, for one run. */
export default async function startRedis(project: TestProject): Promise<() => Promise<void>> {
  if (spawnSync('redis-server', ['--version']).status !== 0) {
    missing('The service tests need a Redis: install redis-server (Debian: apt-get install redis-server).')
  }
  const port = await freePort()
  const server = spawn(
    'redis-server',
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--maxmemory-policy',
      'noeviction',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  for await (const line of createInterface({ input: server.stdout })) {
    if (line.includes('Ready to accept connections')) break
  }
  server.stdout.resume()
  project.provide('redisUrl', `redis://127.0.0.1:${port}`)
  return async () => {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
}
