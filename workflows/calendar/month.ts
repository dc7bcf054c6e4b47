/** A month, 'YYYY-MM': compares as text. */
export type Month = string

export function monthsAfter(month: Month, count: number): Month {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const since = year * 12 + number - 1 + count
  return `${String(Math.floor(since / 12)).padStart(4, '0')}-${String((since % 12) + 1).padStart(2, '0')}`
}
