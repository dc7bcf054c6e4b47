/** What was told by holder stays told by row of work item: nobody hears of it again after the move. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { sendBack } from '#app/directives/simple-acts.server.ts'
import { reportResult } from '#app/directives/report-result.server.ts'
import { db } from '#app/platform/db.server.ts'
import { usualPolicy } from '#app/reminders/usual-policy.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { asked } from '#test/factories/directives.ts'
import { heldByOfficer, remindBy, sweepOn } from '#test/factories/reminded.ts'

const MIGRATION = '20261123000101_reminder_of_work_item'

test('the migration finds the row that each stage was told of, and the notices it caused', async () => {
  const office = await demoOffice()
  await remindBy(office, usualPolicy)
  const { partId } = await heldByOfficer(office)
  await sweepOn('2030-06-05')
  const told = await toldBy()
  expect(told.length).toBeGreaterThan(0)
  // Owed anew since: what was told belongs to the first time.
  const result = { text: 'Đã xong' }
  await reportResult({ ...asked(office.actor('chuyenvien1.tttt'), partId), result, files: [] })
  await sendBack({ ...asked(office.actor('truong.tttt'), partId), reason: 'Thiếu số liệu' })
  // The sweep of the test lies in the future of the acts.
  await db.workItem.updateMany({
    where: { settledAt: null, subjectId: partId },
    data: { openedAt: new Date('2031-01-01') },
  })

  await asOwner(BACK, readFileSync(join(import.meta.dirname, 'migrations', MIGRATION, 'migration.sql'), 'utf8'))

  const moved = await toldBy()
  expect(moved.map(({ id, workItemId, stage }) => ({ id, workItemId, stage }))).toEqual(
    told.map(({ id, workItemId, stage }) => ({ id, workItemId, stage })),
  )
  expect(moved.map(({ causeKey }) => causeKey)).toEqual(told.map(({ id }) => `reminder:${id}`))
})

function toldBy() {
  return db.reminder.findMany({ orderBy: { id: 'asc' } })
}

/** The table as it was. */
const BACK = `
  alter table reminder add column subject_id uuid constraint reminder_subject_id_fkey references subject(id),
    add column work work_item_kind, add column holder text;
  update reminder set subject_id = item.subject_id, work = item.kind, holder = item.holder
    from work_item item where item.id = work_item_id;
  drop index reminder_work_item_id_due_on_stage_key;
  alter table reminder drop column work_item_id, drop column cause_key;
  create unique index reminder_subject_id_work_holder_due_on_stage_key on reminder(subject_id, work, holder, due_on, stage);`

async function asOwner(...statements: string[]): Promise<void> {
  const client = new pg.Client(process.env.DATABASE_OWNER_URL)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
