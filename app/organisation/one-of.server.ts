import { NotFound } from '#app/platform/errors.ts'

/** The row with the id, out of those the reader may see. @throws NotFound */
export function oneOf<Row extends { id: string }>(rows: Row[], id: string | undefined): Row {
  const row = rows.find((each) => each.id === id)
  if (!row) throw new NotFound()
  return row
}
