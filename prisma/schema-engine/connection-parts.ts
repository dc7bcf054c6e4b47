import type { PoolConfig } from 'pg'

/** The parts of a `postgresql://` address. `?host=` names the folder of a unix socket, as libpq has it. */
export function connectionParts(url: string): PoolConfig {
  const address = new URL(url)
  return {
    host: address.searchParams.get('host') ?? address.hostname,
    port: Number(address.port || 5432),
    user: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    database: decodeURIComponent(address.pathname.slice(1)),
  }
}
