import pg from 'pg'
import { asApplication } from './database-address.server.ts'
import { env } from './env.server.ts'
import { log } from './log.server.ts'

const RECONNECT_MILLISECONDS = 2000

/**
 * Calls back whenever the database notifies on the channel, over a connection of its own. A lost connection is made
 * again; what was notified in between is lost, so it is called without a payload when it listens (again), and whoever listens
 * must also look now and then by itself.
 */
export function listen(channel: string, onNotify: (payload: string) => void): { close(): Promise<void> } {
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | undefined
  let isClosed = false

  async function connect(): Promise<void> {
    const connecting = new pg.Client({ connectionString: asApplication(env.DATABASE_URL ?? ''), keepAlive: true })
    connecting.on('notification', ({ payload }) => onNotify(payload ?? ''))
    connecting.on('error', (error) => lost(connecting, error))
    connecting.on('end', () => lost(connecting, new Error('ended')))
    client = connecting
    try {
      await connecting.connect()
      await connecting.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
      onNotify('')
    } catch (error) {
      lost(connecting, error)
    }
  }

  function lost(which: pg.Client, error: unknown): void {
    if (isClosed || client !== which) return
    client = null
    void which.end().catch(() => undefined)
    log.warn({ channel, reason: error instanceof Error ? error.message : 'unknown' }, 'listening was interrupted')
    retry = setTimeout(() => void connect(), RECONNECT_MILLISECONDS)
  }

  const connected = connect()
  return {
    async close() {
      isClosed = true
      clearTimeout(retry)
      await connected
      await client?.end()
    },
  }
}
