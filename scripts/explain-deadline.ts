/**
 * `npm run explain-deadline -- <subject id>`: how the due day of a task or of a part of one came about.
 * `npm run explain-deadline -- --from 2026-11-20 --working-days 3` (or `--days 10`): the same without a case, day by day. Where
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
import { deriveDueDay, type DueRule, dueRuleSchema } from '#workflows/calendar/due-rule.ts'
import type { WorkingCalendar } from '#workflows/calendar/working-calendar.ts'

const USAGE =
  'Use: npm run explain-deadline -- (SUBJECT-ID | --from YYYY-MM-DD (--working-days N | --days N)) [--language vi|en]'

type Question = { language: Locale } & ({ subjectId: string } | { from: Day; rule: DueRule })

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
    console.log(['due', dueOn ?? 'none', dueHour].filter(Boolean).join(' '))
  } finally {
    await db.$disconnect()
  }
}

async function explainRule({ from, rule, language }: Extract<Question, { rule: DueRule }>): Promise<void> {
  const derivation = deriveDueDay(rule, from, await readCalendar(from))
  const { rule: words, days } = derivationWords(derivation, translateFor(language))
  console.log(words)
  for (const { day, words } of days) console.log(`${day}: ${words}`)
  console.log(`due ${derivation.dueOn}`)
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
      language: { type: 'string', default: 'vi' },
    },
    allowPositionals: true,
  })
  const { days, 'working-days': workingDays, language } = values
  if (language !== 'vi' && language !== 'en') throw new Error(USAGE)
  if (positionals.length > 0) {
    const subjectId = z.uuid().safeParse(positionals[0])
    if (!subjectId.success || positionals.length > 1 || values.from) throw new Error(USAGE)
    return { subjectId: subjectId.data, language }
  }
  const from = daySchema.safeParse(values.from)
  const rule = dueRuleSchema.safeParse({
    kind: workingDays === undefined ? 'CALENDAR_DAYS' : 'WORKING_DAYS',
    days: Number(workingDays ?? days),
  })
  if (!from.success || !rule.success || (days === undefined) === (workingDays === undefined)) throw new Error(USAGE)
  return { from: from.data, rule: rule.data, language }
}
