import type { Transaction } from '#app/platform/db.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { spelledAs } from './spelled-field.ts'

/** The fields (lĩnh vực) the leaders are in charge of on the day, each once: an array, as a column of a statement. */
export function chargedFields(organId: string, today: Day): Prisma.Sql {
  return Prisma.sql`array(
    select charge.field from charge
    where charge.organ_id = ${organId}::uuid and charge.field is not null
      and charge.valid_from <= ${today}::date and (charge.valid_to is null or charge.valid_to >= ${today}::date)
    group by charge.field order by charge.field collate "vi-x-icu")`
}

/** A field as it is kept: spelt as the charges have it, so that a filter by one spelling finds all of its tasks. */
export async function spelledField(
  tx: Transaction,
  { field, organId, today }: { field: string | undefined; organId: string; today: Day },
): Promise<string | null> {
  if (!field) return null
  const [{ fields }] = await tx.$queryRaw<[{ fields: string[] }]>`select ${chargedFields(organId, today)} as fields`
  return spelledAs(fields, field)
}
