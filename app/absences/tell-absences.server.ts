import { formatDay } from '#app/i18n/format.ts'
import { localeOf } from '#app/i18n/locale.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import type { Period } from './forms.ts'

/** Whoever assigns wants to know of who is away now or will be before the work has begun. */
const TOLD_DAYS_AHEAD = 14

interface Choice {
  value: string
  label: string
}

/** An absence as it is told beside a person, or beside the unit whose head they are. */
interface Away extends Period {
  /** Of the person or of the unit. */
  id: string
  /** The name of the head; null beside the person. */
  head: string | null
  substitute: string
}

interface FormOf {
  request: Request
  organId: string
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

async function teller({ request, organId }: FormOf) {
  const t = translateFor(localeOf(request))
  const absences = await absencesToTell(organId, officeDay(now()))
  const away = new Map(absences.map((each) => [each.id, each]))
  return <Each extends Choice>(choices: Each[]): Each[] =>
    choices.map((choice) => {
      // `unit:<id>` where both kinds are offered in one list.
      const found = away.get(choice.value.slice(choice.value.indexOf(':') + 1))
      return found ? { ...choice, label: labelOf(t, choice.label, found) } : choice
    })
}

function labelOf(t: Translate, name: string, { head, fromDay, toDay, substitute }: Away): string {
  const values = { name, from: formatDay(fromDay), to: formatDay(toDay), substitute }
  return head ? t('absences:away.headOfUnit', { ...values, head }) : t('absences:away.person', values)
}

/** Of each the first absence; few enough to be read whole. */
function absencesToTell(organId: string, today: Day): Promise<Away[]> {
  return db.$queryRaw<Away[]>`
    with away as (
      select absence.person_id, absence.post_id, absence.from_day, absence.to_day, person.full_name,
        substitute.full_name as substitute
      from absence
      join person on person.id = absence.person_id
      join person substitute on substitute.id = absence.substitute_id
      where absence.organ_id = ${organId}::uuid and absence.ended_at is null
        and absence.to_day >= ${today}::date and absence.from_day <= ${daysAfter(today, TOLD_DAYS_AHEAD)}::date
    )
    select distinct on (id) id, head, from_day::text as "fromDay", to_day::text as "toDay", substitute
    from (
      select person_id as id, null as head, from_day, to_day, substitute from away
      union all
      select post.unit_id, away.full_name, away.from_day, away.to_day, away.substitute
      from away join post on post.person_id = away.person_id and (away.post_id is null or post.id = away.post_id)
      where post.role = 'UNIT_HEAD' and post.valid_from <= ${today}::date
        and (post.valid_to is null or post.valid_to >= ${today}::date)
    ) told
    order by id, from_day`
}
