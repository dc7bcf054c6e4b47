import pg from 'pg'
import { APPLICATION_ROLE } from './database-address.server.ts'

export const DATABASE = 'docflow'
/** Owns the tables and migrates them. */
export const OWNER_LOGIN = 'docflow_owner'
/** What web and worker sign in as. */
export const APPLICATION_LOGIN = 'docflow_web'

export interface Passwords {
  owner: string
  application: string
}

/** On a cluster of our own: the database, its owner and the application's login, made when missing. */
export async function makeDatabase(superuserUrl: string, passwords: Passwords): Promise<void> {
  const client = new pg.Client(superuserUrl)
  await client.connect()
  try {
    await makeRole(client, APPLICATION_ROLE, 'NOLOGIN')
    await makeRole(client, OWNER_LOGIN, `LOGIN PASSWORD ${client.escapeLiteral(passwords.owner)}`)
    await makeRole(client, APPLICATION_LOGIN, `LOGIN PASSWORD ${client.escapeLiteral(passwords.application)}`)
    await client.query(`GRANT ${APPLICATION_ROLE} TO ${OWNER_LOGIN}, ${APPLICATION_LOGIN}`)
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER_LOGIN}`)
  } finally {
    await client.end()
  }
}

async function makeRole(client: pg.Client, name: string, options: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name])
  if (rowCount === 0) await client.query(`CREATE ROLE ${name} ${options}`)
}
