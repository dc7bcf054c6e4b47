import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, test } from 'vitest'
import { translateFor } from '#app/i18n/translator.server.ts'
import { type DueRule, deriveDueDay } from '#workflows/calendar/due-rule.ts'
import { derivationWords } from './derivation-words.ts'
import { calendarByLaw } from './working-calendar.server.ts'

const explained = (rule: DueRule, from: string, locale: 'vi' | 'en') =>
  derivationWords(deriveDueDay(rule, from, calendarByLaw(from)), translateFor(locale))

it('says of every day why it counts or does not', () => {
  expect(explained({ kind: 'WORKING_DAYS', days: 2 }, '2026-11-20', 'vi')).toEqual({
    rule: '2 ngày làm việc, tính từ ngày tiếp theo Thứ Sáu 20/11/2026',
    days: [
      { day: 'Thứ Bảy 21/11/2026', words: 'không tính: nghỉ hằng tuần' },
      { day: 'Chủ nhật 22/11/2026', words: 'không tính: nghỉ hằng tuần' },
      { day: 'Thứ Hai 23/11/2026', words: 'ngày thứ 1' },
      { day: 'Thứ Ba 24/11/2026', words: 'không tính: Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16)' },
      { day: 'Thứ Tư 25/11/2026', words: 'ngày thứ 2' },
    ],
  })
})

it('goes on to a working day where calendar days end on a day off, and says what is only expected', () => {
  const { rule, days } = explained({ kind: 'CALENDAR_DAYS', days: 1 }, '2026-08-31', 'en')
  expect(rule).toBe('1 day(s), days off included, from the day after Monday 31/08/2026')
  expect(days).toEqual([
    {
      day: 'Tuesday 01/09/2026',
      words: 'day 1; National Day (Bộ luật Lao động 2019, Điều 112), expected, not yet announced for the year',
    },
    { day: 'Wednesday 02/09/2026', words: 'not counted: National Day (Bộ luật Lao động 2019, Điều 112)' },
    { day: 'Thursday 03/09/2026', words: 'due' },
  ])
})

it('points a day off out where a fixed day falls on it', () => {
  expect(explained({ kind: 'FIXED_DAY', day: '2026-04-27' }, '2026-04-01', 'vi').days).toEqual([
    {
      day: 'Thứ Hai 27/04/2026',
      words:
        'giữ nguyên dù là ngày nghỉ: nghỉ bù Giỗ Tổ Hùng Vương 26/04/2026 (Bộ luật Lao động 2019, Điều 111 khoản 3)',
    },
  ])
})

test('the command answers where nothing is installed, and says how it is used', () => {
  const nowhere = mkdtempSync(join(tmpdir(), 'no-installation-'))
  const { DATABASE_URL: _, ...env } = process.env
  const run = (...words: string[]) =>
    execFileSync(process.execPath, ['scripts/with-database.ts', '--if-any', 'scripts/explain-deadline.ts', ...words], {
      env: { ...env, DATA_DIR: nowhere },
      encoding: 'utf8',
      stdio: 'pipe',
    })
  try {
    expect(run('--from', '2026-11-20', '--working-days', '3').trim().split('\n').at(-1)).toBe('due 2026-11-26')
    expect(run('--from', '2026-11-20', '--days', '10').trim().split('\n').at(-1)).toBe('due 2026-11-30')
    const hours = ['--from', '2026-11-20', '--hours', '4']
    expect(
      run(...hours, '--at', '22:07')
        .trim()
        .split('\n')
        .at(-1),
    ).toBe('due 2026-11-21 02:07')
    for (const wrong of [[], ['--from', '2026-02-30', '--days', '3'], ['--from', '2026-11-20', '--days', '0'], hours]) {
      expect(() => run(...wrong), wrong.join(' ')).toThrow('Use: npm run explain-deadline')
    }
  } finally {
    rmSync(nowhere, { recursive: true })
  }
}, 60_000)
