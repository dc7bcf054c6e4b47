import type { AnnouncedRow } from '#app/deadlines/working-calendar.server.ts'

/*
 * What was announced for the civil service of 2024 to 2026: the days of Tết and of the National Day chosen for each year, and the days
 * swapped for a Saturday. Each bears the number of its paper; the days are as the press carried them, not read in the papers themselves.
 */
const TET_2024 = 'Thông báo 5015/TB-LĐTBXH'
const APRIL_2024 = 'Công văn 2450/VPCP-KGVX ngày 12/4/2024'
const YEAR_2025 = 'Thông báo 6150/TB-BLĐTBXH'
const NEW_YEAR_2026 = 'Công văn 12729/VPCP-KGVX ngày 25/12/2025'
const YEAR_2026 = 'Thông báo của Bộ Nội vụ về nghỉ Tết và Quốc khánh 2026'
/** The Saturday worked and the day beside the National Day were not found in the press either. */
const TO_CHECK_2026 = `${YEAR_2026} [check]`

const off = (source: string, ...days: string[]) =>
  days.map((day): AnnouncedRow => ({ day, kind: 'OFF', source, holiday: null }))
const tet = (source: string, ...days: string[]) =>
  off(source, ...days).map((row) => ({ ...row, holiday: 'lunarNewYear' as const }))
const nationalDay = (source: string, ...days: string[]) =>
  off(source, ...days).map((row) => ({ ...row, holiday: 'nationalDay' as const }))
const madeUp = (source: string, day: string): AnnouncedRow => ({ day, kind: 'MAKE_UP', source, holiday: null })

export const announcedDays: AnnouncedRow[] = [
  ...tet(TET_2024, '2024-02-08', '2024-02-09', '2024-02-10', '2024-02-11', '2024-02-12', '2024-02-13', '2024-02-14'),
  ...off(APRIL_2024, '2024-04-29'),
  madeUp(APRIL_2024, '2024-05-04'),
  ...nationalDay(TET_2024, '2024-09-02', '2024-09-03'),
  ...tet(YEAR_2025, '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'),
  madeUp(YEAR_2025, '2025-04-26'),
  ...off(YEAR_2025, '2025-05-02'),
  ...nationalDay(YEAR_2025, '2025-09-01', '2025-09-02'),
  ...off(NEW_YEAR_2026, '2026-01-02'),
  madeUp(NEW_YEAR_2026, '2026-01-10'),
  ...tet(YEAR_2026, '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
  madeUp(TO_CHECK_2026, '2026-08-22'),
  ...off(YEAR_2026, '2026-08-31'),
  ...nationalDay(TO_CHECK_2026, '2026-09-01', '2026-09-02'),
]
