import { db } from '#app/platform/db.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { DataPeriod } from '#workflows/calendar/periods.ts'
import type { PartAsOf } from './figures.ts'
import { countedIn, type PartsAsked, withPartsStood } from './parts-stood.server.ts'

/** The parts of a unit that a period counts, as they stood at its end; what is due first comes first. */
export function partsAsOf({
  period,
  ...asked
}: Omit<PartsAsked, 'periods'> & { period: DataPeriod; unitId: string }): Promise<PartAsOf[]> {
  const periods = [period]
  return db.$queryRaw<PartAsOf[]>`
    ${withPartsStood({ ...asked, periods })}
    select ${DAYS_AS_TEXT} from (${countedIn({ ...asked, periods }, 0)}) part
    where "unitId" = ${asked.unitId}::uuid
    order by "dueOn", "partId"`
}

const DAYS_AS_TEXT = Prisma.sql`"taskId", "partId", "unitId", role, "taskState", state, "givenOn"::text, "dueOn"::text, "dueHour",
  "reportedOn"::text, "suspendedOn"::text, "settledOn"::text, timeliness`
