const DAY_MS = 24 * 3_600_000

/** So many days from now, 'YYYY-MM-DD'. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
}

/** As the screen writes it: dd/MM/yyyy. */
export function shownDay(day: string): string {
  return day.split('-').reverse().join('/')
}
