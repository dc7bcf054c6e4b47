import { readDirectiveChoices } from '#app/directives/choices.server.ts'
import type { Actor, Principal } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { periodKindOf } from '#workflows/calendar/periods.ts'
import { proposedPeriods } from './proposed-periods.ts'
import { readSeriesToAct } from './series-page.server.ts'

interface EditingQuestion {
  seriesId: string
  actor: Actor
  principals: Principal[]
  today: Day
}

/** What the form of an existing series shows. @throws NotFound, Refused as `editSeries` */
export async function readEditingPage({ seriesId, actor, principals, today }: EditingQuestion) {
  const series = await readSeriesToAct({ seriesId, act: 'edit', actor, principals, today })
  // Once issued, a series keeps coming as often as it was issued.
  const kinds = series.state === 'draft' ? undefined : [periodKindOf(series.firstPeriod)!]
  const { id, state, revision, content, urgency, directingLeaderId, leadUnitId, followerId, supportUnitIds } = series
  const { firstPeriod, lastPeriod, dueAfterDays, opensBeforeDays, expectedProduct, field } = series
  return {
    series: {
      ...{ id, state, revision, content, urgency, directingLeaderId, leadUnitId, followerId, supportUnitIds },
      ...{ firstPeriod, dueAfterDays, opensBeforeDays },
      lastPeriod: lastPeriod ?? undefined,
      expectedProduct: expectedProduct ?? undefined,
      field: field ?? undefined,
    },
    choices: await readDirectiveChoices(actor.organId, today),
    periods: proposedPeriods(today, kinds),
  }
}
