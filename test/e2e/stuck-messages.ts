import pg from 'pg'
import { v7 as newId } from 'uuid'
import { application } from './browser.ts'

/** Messages that have waited for an hour: one that no worker of this version knows, and one whose receiver is away. */
export async function putStuckMessages(): Promise<{ unknown: string; outside: string }> {
  const ids = { unknown: newId(), outside: newId() }
  const put = `insert into outbox_message (id, job, payload, created_at, handed_at, attempts, last_error)
    values ($1, $2, '{}', now() - interval '1 hour', now(), 5, $3)`
  await asOwner(async (owner) => {
    await owner.query(put, [ids.unknown, 'mail.of.tomorrow', 'UnknownJob: There is no job named mail.of.tomorrow'])
    await owner.query(put, [ids.outside, 'mail.of.tomorrow', 'Error: connect ECONNREFUSED, mail to ông Nguyễn'])
  })
  return ids
}

/** Whether a worker has tried it after it was put there. */
export async function retriedAgain(id: string): Promise<boolean> {
  const { rows } = await asOwner((owner) =>
    owner.query<{ attempts: number }>('select attempts from outbox_message where id = $1', [id]),
  )
  return rows[0]!.attempts > 5
}

async function asOwner<Result>(work: (owner: pg.Client) => Promise<Result>): Promise<Result> {
  const owner = new pg.Client(application.ownerUrl)
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}
