/** A list is read to here and no further; whoever looks for more than that sets a filter. */
const LAST_ROW = 10_000
/** Rows counted beyond those on the screen. Nobody reads more in the number than "many", and every list pays for it. */
const COUNTED_AHEAD = 1000
export const ROWS_A_PAGE = 50

export interface Page<Row> {
  rows: Row[]
  /** How many there are; with `isCapped`, at least so many ("1.000+"). */
  total: number
  isCapped: boolean
  page: number
}

export function pageFrom(url: URL): number {
  const page = Number(url.searchParams.get('page') ?? '1')
  return Number.isInteger(page) && page >= 1 && page <= LAST_ROW / ROWS_A_PAGE ? page : 1
}

export function offsetOf(page: number): number {
  return (page - 1) * ROWS_A_PAGE
}

/** How many rows a query looks for to know the total of a page; the last of them says that there are more. */
export function soughtFor(page: number): number {
  return countedTo(page) + 1
}

/** The page, from its rows and how many were found of those sought. */
export function pageOf<Row>(page: number, { rows, found }: { rows: Row[]; found: number }): Page<Row> {
  return { rows, total: Math.min(found, countedTo(page)), isCapped: found > countedTo(page), page }
}

function countedTo(page: number): number {
  return Math.min(LAST_ROW, offsetOf(page) + COUNTED_AHEAD)
}
