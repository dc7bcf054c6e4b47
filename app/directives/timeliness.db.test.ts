import { beforeAll, expect, it } from 'vitest'
import { v7 as newId } from 'uuid'
import { db, transaction } from '#app/platform/db.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { type Timeliness, timelinessKinds } from '#workflows/calendar/timeliness.ts'
import { dueSoonUntil, timelinessOf } from './due-soon.server.ts'
import { isTimely } from './timeliness-sql.server.ts'

const today = '2026-11-23'
const days = ['2026-11-20', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-26', '2026-11-27', '2026-12-31']
const startOn = '2026-11-01'

let organId: string
beforeAll(async () => {
  ;({ organId } = await demoOffice())
})

it('is the same by the rule and by the database, for every combination of days and hours', async () => {
  const cases = [
    ...days.map((dueOn) => ({ startOn: null, dueOn, stoppedOn: null, doneOn: null, settled: false })),
    ...days.flatMap((dueOn) =>
      [null, ...days.slice(0, 3)].flatMap((day) => [
        { startOn, dueOn, stoppedOn: day, doneOn: null, settled: false },
        { startOn, dueOn, stoppedOn: null, doneOn: day, settled: true },
      ]),
    ),
    { startOn: null, dueOn: null, stoppedOn: null, doneOn: null, settled: false },
    { startOn: null, dueOn: null, stoppedOn: null, doneOn: null, settled: true },
    ...days.slice(0, 4).flatMap((dueOn) =>
      ['14:59', '15:00', '15:01'].flatMap((stoppedHour) => [
        { startOn, dueOn, ...hours(stoppedHour), stoppedOn: today, doneOn: null, settled: false },
        { startOn, dueOn, ...hours(stoppedHour), stoppedOn: null, doneOn: today, settled: true },
      ]),
    ),
    ...days.map((dueOn) => ({ startOn, dueOn, ...hours(null), stoppedOn: null, doneOn: null, settled: false })),
  ].map((each) => ({ dueHour: null, stoppedHour: null, ...each, id: newId() }))
  await write(cases)

  const seen = new Set<Timeliness | null>()
  for (const hour of ['14:59', '15:00', '15:01', undefined]) {
    const byDatabase = await timelinessByDatabase(hour)
    for (const each of cases) {
      const byRule = timelinessOf(each, today, hour)
      seen.add(byRule)
      expect(byDatabase.get(each.id) ?? [], JSON.stringify({ ...each, hour })).toEqual(byRule ? [byRule] : [])
    }
  }
  expect([...seen].sort()).toEqual([null, ...timelinessKinds].sort())
})

const hours = (stoppedHour: string | null) => ({ dueHour: '15:00', stoppedHour })

async function timelinessByDatabase(hour: string | undefined): Promise<Map<string, Timeliness[]>> {
  const byDatabase = new Map<string, Timeliness[]>()
  for (const kind of timelinessKinds) {
    const rows = await db.$queryRaw<{ id: string }[]>`
      select subject.id from subject left join deadline on deadline.subject_id = subject.id
      where ${isTimely(kind, { today, hour, dueSoonUntil: dueSoonUntil(today) })}`
    for (const { id } of rows) byDatabase.set(id, [...(byDatabase.get(id) ?? []), kind])
  }
  return byDatabase
}

interface Case {
  id: string
  startOn: string | null
  dueOn: string | null
  dueHour: string | null
  stoppedOn: string | null
  stoppedHour: string | null
  doneOn: string | null
  settled: boolean
}

async function write(cases: Case[]): Promise<void> {
  await transaction('test write', async (tx) => {
    await tx.subject.createMany({
      data: cases.map(({ id, settled }) => ({
        id,
        rootId: id,
        organId,
        kind: 'TASK',
        title: 'x',
        searchText: 'x',
        workflow: 'task',
        workflowVersion: 1,
        state: settled ? 'completed' : 'inProgress',
        context: Prisma.JsonNull,
        createdAt: new Date(),
        settledAt: settled ? new Date() : null,
      })),
    })
    const day = (text: string | null) => (text ? toDayColumn(text) : null)
    await tx.deadline.createMany({
      data: cases.flatMap(({ id, dueOn, dueHour, startOn, stoppedOn, stoppedHour, doneOn }) =>
        dueOn
          ? [
              {
                subjectId: id,
                rule: { kind: 'FIXED_DAY' },
                dueOn: toDayColumn(dueOn),
                startOn: day(startOn),
                dueHour,
                stoppedOn: day(stoppedOn),
                stoppedHour,
                doneOn: day(doneOn),
              },
            ]
          : [],
      ),
    })
  })
}
