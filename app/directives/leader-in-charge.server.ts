import { Refused } from '#app/platform/errors.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'

interface InChargeOf {
  organId: string
  unitId: string
  field: string | null
  today: Day
}

/**
 * The leader here who is the assigner's side of a task from outside: whoever is in charge of the unit, of its field where that
 * leaves more than one or nobody.
 *
 * @throws Refused when the charges do not tell one leader; then a person has to
 */
export async function leaderInCharge(tx: Transaction, { organId, unitId, field, today }: InChargeOf): Promise<string> {
  const found = await tx.$queryRaw<{ leaderId: string; ofUnit: boolean; ofField: boolean }[]>`
    select charge.leader_id as "leaderId", bool_or(charge.unit_id = ${unitId}::uuid) is true as "ofUnit",
      bool_or(charge.field = ${field}) is true as "ofField"
    from charge
    where charge.organ_id = ${organId}::uuid
      and charge.valid_from <= ${today}::date and (charge.valid_to is null or charge.valid_to >= ${today}::date)
      and exists (select from post where post.person_id = charge.leader_id and post.organ_id = charge.organ_id
        and post.role = 'LEADER'
        and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date))
    group by charge.leader_id`
  const ofUnit = found.filter((each) => each.ofUnit)
  const ofField = found.filter((each) => each.ofField)
  const ofBoth = ofUnit.filter((each) => each.ofField)
  const [only, ...others] = [ofBoth, ofUnit, ofField].find(({ length }) => length > 0) ?? []
  if (only && others.length === 0) return only.leaderId
  const unit = await tx.unit.findUnique({ where: { id: unitId } })
  throw new Refused('fields:errors.noOneInCharge', { unit: unit?.name ?? '' })
}
