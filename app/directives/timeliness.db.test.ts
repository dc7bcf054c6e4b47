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

it('is the same by the rule and by the database, for every combination of days', async () => {
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
  ].map((each) => ({ ...each, id: newId() }))
  await write(cases)

  const byDatabase = new Map<string, Timeliness[]>()
  for (const kind of timelinessKinds) {
    const rows = await db.$queryRaw<{ id: string }[]>`
      select subject.id from subject left join deadline on deadline.subject_id = subject.id
      where ${isTimely(kind, { today, dueSoonUntil: dueSoonUntil(today) })}`
    for (const { id } of rows) byDatabase.set(id, [...(byDatabase.get(id) ?? []), kind])
  }
  const seen = new Set<Timeliness | null>()
  for (const each of cases) {
    const byRule = timelinessOf(each, today)
    seen.add(byRule)
    expect(byDatabase.get(each.id) ?? [], JSON.stringify(each)).toEqual(byRule ? [byRule] : [])
  }
  expect([...seen].sort()).toEqual([null, ...timelinessKinds].sort())
})

interface Case {
  id: string
  startOn: string | null
  dueOn: string | null
  stoppedOn: string | null
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
      data: cases.flatMap(({ id, dueOn, startOn, stoppedOn, doneOn }) =>
        dueOn
          ? [
              {
                subjectId: id,
                rule: { kind: 'FIXED_DAY' },
                dueOn: toDayColumn(dueOn),
                startOn: day(startOn),
                stoppedOn: day(stoppedOn),
                doneOn: day(doneOn),
              },
            ]
          : [],
      ),
    })
  })
}
