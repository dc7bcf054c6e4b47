/**
 * `npm run explain-deadline -- --from 2026-11-20 --working-days 3` (or `--days 10`): how a due day comes about, day by day. Where
 * nothing is installed yet it is the calendar of the law alone, without what is announced each year.
 */
import { parseArgs } from 'node:util'
import { derivationWords } from '#app/deadlines/derivation-words.ts'
import { calendarByLaw, readWorkingCalendar } from '#app/deadlines/working-calendar.server.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { isInstalled } from '#app/platform/installation-database.server.ts'
import { type Day, daySchema } from '#workflows/calendar/day.ts'
import { deriveDueDay, dueRuleSchema } from '#workflows/calendar/due-rule.ts'
import type { WorkingCalendar } from '#workflows/calendar/working-calendar.ts'

const USAGE = 'Use: npm run explain-deadline -- --from YYYY-MM-DD (--working-days N | --days N) [--language vi|en]'

try {
  const { from, rule, language } = readArguments()
  const derivation = deriveDueDay(rule, from, await readCalendar(from))
  const { rule: words, days } = derivationWords(derivation, translateFor(language))
  console.log(words)
  for (const { day, words } of days) console.log(`${day}: ${words}`)
  console.log(`due ${derivation.dueOn}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function readCalendar(from: Day): Promise<WorkingCalendar> {
  if (!isInstalled()) return calendarByLaw(from)
  const { db } = await import('#app/platform/db.server.ts')
  try {
    const organ = await db.organ.findFirst({ where: { own: true }, orderBy: { id: 'asc' } })
    return organ ? await readWorkingCalendar(db, organ.id, from) : calendarByLaw(from)
  } finally {
    await db.$disconnect()
  }
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      days: { type: 'string' },
      'working-days': { type: 'string' },
      language: { type: 'string', default: 'vi' },
    },
  })
  const { days, 'working-days': workingDays, language } = values
  const from = daySchema.safeParse(values.from)
  const rule = dueRuleSchema.safeParse({
    kind: workingDays === undefined ? 'CALENDAR_DAYS' : 'WORKING_DAYS',
    days: Number(workingDays ?? days),
  })
  if (!from.success || !rule.success || (days === undefined) === (workingDays === undefined)) throw new Error(USAGE)
  if (language !== 'vi' && language !== 'en') throw new Error(USAGE)
  return { from: from.data, rule: rule.data, language } as const
}
