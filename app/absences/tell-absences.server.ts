import { localeOf } from '#app/i18n/locale.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { type Away, awayRows, awayWords, lastDayOfInterest } from './away.server.ts'

interface Choice {
  value: string
  label: string
}

interface FormOf {
  request: Request
  organId: string
  /** Of what is assigned, where it is known before it is: an absence after it is nobody's matter. */
  dueOn?: Day | null
}

/** The units and people a form offers, each who is away, or whose head is, with the days and the substitute. */
export async function tellAbsences<Each extends Choice>(choices: Each[], form: FormOf): Promise<Each[]> {
  return (await teller(form))(choices)
}

interface AssigningChoices {
  units: Choice[]
  leaders: Choice[]
  followers: Choice[]
  people?: Choice[]
}

/** The same of all that a form of assigning offers. */
export async function tellAllAbsences<Choices extends AssigningChoices>(
  choices: Choices,
  form: FormOf,
): Promise<Choices> {
  const told = await teller(form)
  return {
    ...choices,
    units: told(choices.units),
    leaders: told(choices.leaders),
    followers: told(choices.followers),
    ...(choices.people && { people: told(choices.people) }),
  }
}

async function teller({ request, organId, dueOn = null }: FormOf) {
  const t = translateFor(localeOf(request))
  const today = officeDay(now())
  const absences = await absencesToTell(organId, today, lastDayOfInterest(today, dueOn))
  const away = new Map(absences.map((each) => [each.id, each]))
  return <Each extends Choice>(choices: Each[]): Each[] =>
    choices.map((choice) => {
      // `unit:<id>` where both kinds are offered in one list.
      const found = away.get(choice.value.slice(choice.value.indexOf(':') + 1))
      return found ? { ...choice, label: awayWords(t, choice.label, found) } : choice
    })
}

/** Of each the first absence; few enough to be read whole. */
function absencesToTell(organId: string, today: Day, until: Day): Promise<(Away & { id: string })[]> {
  return db.$queryRaw<(Away & { id: string })[]>`
    select distinct on (id) id, head, from_day::text as "fromDay", to_day::text as "toDay", substitute
    from (${awayRows(organId, today)}) told
    where from_day <= ${until}::date
    order by id, from_day`
}
