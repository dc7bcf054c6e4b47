/**
 * `npm run explain-deadline -- <subject id>`: how the due day of a task or of a part of one came about.
 * `npm run explain-deadline -- --from 2026-11-20 --working-days 3` (or `--days 10`, or `--hours 4 --at 10:07`): the same without a case, day by day. Where
 * nothing is installed yet that is by the calendar of the law alone, without what is announced each year.
 */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { derivationWords } from '#app/deadlines/derivation-words.ts'
import { calendarByLaw, readWorkingCalendar } from '#app/deadlines/working-calendar.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { isInstalled } from '#app/platform/installation-database.server.ts'
import { type Day, daySchema } from '#workflows/calendar/day.ts'
import { type Hour, hourSchema } from '#workflows/calendar/due-hour.ts'
import { deriveDueDay, type DueRule, dueRuleSchema } from '#workflows/calendar/due-rule.ts'
import type { WorkingCalendar } from '#workflows/calendar/working-calendar.ts'

const USAGE =
  'Use: npm run explain-deadline -- (SUBJECT-ID | --from YYYY-MM-DD (--working-days N | --days N | --hours N --at HH:mm)) [--language vi|en]'

type Question = { language: Locale } & ({ subjectId: string } | { from: Day; hour: Hour | null; rule: DueRule })

try {
  const question = readArguments()
  if ('subjectId' in question) await explainSubject(question)
  else await explainRule(question)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function explainSubject({ subjectId, language }: Extract<Question, { subjectId: string }>): Promise<void> {
  if (!isInstalled()) throw new Error('Nothing is installed here yet')
  const { db } = await import('#app/platform/db.server.ts')
  const { explainDueDay } = await import('#app/due-days/explain-due-day.server.ts')
  try {
    const { lines, dueOn, dueHour } = await explainDueDay(subjectId, translateFor(language))
    for (const { words, days } of lines) {
      console.log(words)
      for (const { day, words } of days) console.log(`  ${day}: ${words}`)
    }
    printDue({ dueOn, dueHour })
  } finally {
    await db.$disconnect()
  }
}

async function explainRule({ from, hour, rule, language }: Extract<Question, { rule: DueRule }>): Promise<void> {
  const derivation = deriveDueDay(rule, from, await readCalendar(from), hour)
  const { rule: words, days } = derivationWords(derivation, translateFor(language))
  console.log(words)
  for (const { day, words } of days) console.log(`${day}: ${words}`)
  printDue(derivation)
}

function printDue({ dueOn, dueHour }: { dueOn: Day | null; dueHour: Hour | null }): void {
  console.log(['due', dueOn ?? 'none', dueHour].filter(Boolean).join(' '))
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

function readArguments(): Question {
  const { values, positionals } = parseArgs({
    options: {
      from: { type: 'string' },
      days: { type: 'string' },
      'working-days': { type: 'string' },
      hours: { type: 'string' },
      at: { type: 'string' },
      language: { type: 'string', default: 'vi' },
    },
    allowPositionals: true,
  })
  const { days, 'working-days': workingDays, hours, at, language } = values
  if (language !== 'vi' && language !== 'en') throw new Error(USAGE)
  if (positionals.length > 0) {
    const subjectId = z.uuid().safeParse(positionals[0])
    if (!subjectId.success || positionals.length > 1 || values.from) throw new Error(USAGE)
    return { subjectId: subjectId.data, language }
  }
  const from = daySchema.safeParse(values.from)
  const rules = [
    ...(days === undefined ? [] : [{ kind: 'CALENDAR_DAYS', days: Number(days) }]),
    ...(workingDays === undefined ? [] : [{ kind: 'WORKING_DAYS', days: Number(workingDays) }]),
    ...(hours === undefined ? [] : [{ kind: 'HOURS', hours: Number(hours) }]),
  ]
  const rule = dueRuleSchema.safeParse(rules[0])
  const hour = hourSchema.optional().safeParse(at)
  if (!from.success || !rule.success || !hour.success || rules.length > 1) throw new Error(USAGE)
  if ((hours === undefined) !== (at === undefined)) throw new Error(USAGE)
  return { from: from.data, hour: hour.data ?? null, rule: rule.data, language }
}
