import { readDirectiveChoices } from '#app/directives/choices.server.ts'
import { mayEnterDirectives } from '#app/directives/policy.ts'
import { db } from '#app/platform/db.server.ts'
import { Refused } from '#app/platform/errors.ts'
import type { Actor } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { directiveForSeries } from './directive-of-series.server.ts'
import { proposedPeriods } from './proposed-periods.ts'

/** What the form of a new series shows. @throws NotFound, Refused as `enterSeries` where that is known beforehand */
export async function readEnteringPage(directiveId: string, actor: Actor, today: Day) {
  const directive = await directiveForSeries(db, directiveId, actor)
  if (!mayEnterDirectives(actor)) throw new Refused('series:errors.notEntering')
  return {
    directive,
    choices: await readDirectiveChoices(actor.organId, today),
    periods: proposedPeriods(today),
  }
}
