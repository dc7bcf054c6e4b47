import { officeDay } from '#app/platform/clock.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import { Refused } from '#app/platform/errors.ts'
import { act, type ActOutcome } from '#app/workflow/act.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Holder } from '#workflows/tree.ts'
import type { HandOnInput } from './act-forms.ts'
import type { AskedOfSubject } from './simple-acts.server.ts'
import { unitsUnderHolder } from './units-under-holder.server.ts'

/**
 * Hands an assignment on to officers or sub-units, each with their own day.
 *
 * @throws as `act`, and Refused when somebody chosen does not belong to the unit that holds it
 */
export function handOn({ delegates, ...asked }: AskedOfSubject & HandOnInput): Promise<ActOutcome> {
  const handed = delegates.map(({ holder, dueOn, instruction }) => ({
    holder: readHolder(holder),
    dueOn: dueOn ?? null,
    instruction: instruction ?? null,
  }))
  return act({
    ...asked,
    event: { type: 'delegate', delegates: handed },
    alongside: async (tx) => {
      const holders = handed.map(({ holder }) => holder)
      const eligible = await areWithinUnit(tx, asked.subjectId, holders, officeDay(asked.at))
      if (!eligible) throw new Refused('directives:errors.notOfTheUnit')
    },
  })
}

function readHolder(text: string): Holder {
  const [kind, id = ''] = text.split(':')
  return kind === 'unit' ? { unitId: id } : { personId: id }
}

/** Whether each stands, today, in the holder's unit or below it; for an assignment held by a person, in a unit of theirs. */
async function areWithinUnit(tx: Transaction, assignmentId: string, holders: Holder[], today: Day): Promise<boolean> {
  const unitIds = holders.flatMap((holder) => ('unitId' in holder ? [holder.unitId] : []))
  const personIds = holders.flatMap((holder) => ('personId' in holder ? [holder.personId] : []))
  const [found] = await tx.$queryRaw<{ units: number; people: number }[]>`
    with recursive ${unitsUnderHolder(assignmentId, today)}
    select
      (select count(*)::int from below where not is_own and id = any(${unitIds}::uuid[])) as units,
      (select count(distinct person_id)::int from post
        where unit_id in (select id from below) and person_id = any(${personIds}::uuid[])
          and valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)) as people`
  return found?.units === unitIds.length && found.people === personIds.length
}
