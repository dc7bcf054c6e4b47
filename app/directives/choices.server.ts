import { db } from '#app/platform/db.server.ts'
import { type ShownView, shownViews } from '#app/saved-views/shown-views.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Actor } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { chargedFields } from './charged-fields.server.ts'
import type { TaskFilters } from './task-filters.ts'
import { unitsUnderHolder } from './units-under-holder.server.ts'

/** Something to pick, in the shape the pickers of app/ui take. */
export interface Choice {
  value: string
  label: string
  /** What else it is known by and found under. */
  alias?: string
}

export interface DirectiveChoices {
  units: Choice[]
  leaders: Choice[]
  followers: Choice[]
  /** Whom a restricted task can be named to. */
  people: Choice[]
  /** Lĩnh vực the leaders are in charge of. */
  fields: string[]
}

/** Whom and what a directive's form offers, as posts and units stand on the day; one statement. */
export async function readDirectiveChoices(organId: string, today: Day): Promise<DirectiveChoices> {
  const { units, people, fields } = await readUnitsAndPosts({
    organId,
    today,
    posts: Prisma.sql`post.role <> 'ADMIN'`,
  })
  return {
    ...choicesByPart(units, people),
    fields,
    people: [...new Map(people.map((each) => [each.value, choiceOf(each)])).values()],
  }
}

/** What the list of tasks can be filtered by. */
export interface FilterChoices extends Omit<DirectiveChoices, 'people'> {
  /** Whose parts are looked at, by name; one comes to this filter from the tracking board. */
  officers: Choice[]
  /** The saved views over the list, if they were asked for. */
  views: ShownView[]
}

/** Not everybody, and not the units where they are fetched when needed, for every page of the list pays for it. */
export async function readFilterChoices(
  organId: string,
  today: Day,
  { officer }: TaskFilters = {},
  { withUnits = true, viewsOf }: { withUnits?: boolean; viewsOf?: Actor } = {},
): Promise<FilterChoices> {
  const { units, people, fields, named, views } = await readUnitsAndPosts({
    organId,
    today,
    posts: Prisma.sql`post.role in ('LEADER', 'SECRETARIAT')`,
    named: officer,
    withUnits,
    viewsOf,
  })
  return { ...choicesByPart(units, people), fields, officers: named ? [named] : [], views }
}

function choicesByPart(units: UnitRow[], people: HeldPost[]): Omit<DirectiveChoices, 'people' | 'fields'> {
  const holding = (role: string) => people.filter((each) => each.role === role).map(choiceOf)
  return {
    units: units.map(({ value, label, abbreviation }) => ({ value, label, alias: abbreviation })),
    leaders: holding('LEADER'),
    followers: holding('SECRETARIAT'),
  }
}

interface UnitsAndPosts {
  units: UnitRow[]
  people: HeldPost[]
  fields: string[]
  /** The person asked about by id, if there is such a one. */
  named: Choice | null
  views: ShownView[]
}

async function readUnitsAndPosts({
  organId,
  today,
  posts,
  named = null,
  withUnits = true,
  viewsOf,
}: {
  organId: string
  today: Day
  posts: Prisma.Sql
  named?: string | null | undefined
  withUnits?: boolean
  viewsOf?: Actor | undefined
}): Promise<UnitsAndPosts> {
  const [row] = await db.$queryRaw<
    [{ units: UnitRow[] | null; people: HeldPost[] | null; fields: string[]; named: Choice | null; views: ShownView[] }]
  >`
    select
      (select json_agg(json_build_object('value', id, 'label', name, 'abbreviation', abbreviation) order by position, name)
        from unit where ${withUnits} and organ_id = ${organId}::uuid
          and valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)) as units,
      (select json_agg(json_build_object('value', person.id, 'label', person.full_name, 'role', post.role,
          'title', post.title) order by person.given_name collate "vi-x-icu", person.full_name collate "vi-x-icu")
        from post join person on person.id = post.person_id
        where post.organ_id = ${organId}::uuid and ${posts}
          and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date)) as people,
      ${chargedFields(organId, today)} as fields,
      (select json_build_object('value', id, 'label', full_name)
        from person where organ_id = ${organId}::uuid and id = ${named}::uuid) as named,
      ${viewsOf ? shownViews(viewsOf) : Prisma.sql`'[]'::json`} as views`
  return { ...row, units: row.units ?? [], people: row.people ?? [] }
}

interface UnitRow {
  value: string
  label: string
  abbreviation: string
}

interface HeldPost {
  value: string
  label: string
  role: string
  title: string
}

function choiceOf({ value, label, title }: HeldPost): Choice {
  return title === label ? { value, label } : { value, label, alias: title }
}

/** To whom the holder of an assignment may hand it on: people of their unit and those under it, and the sub-units. */
export async function readHandOnChoices(assignmentId: string, personId: string, today: Day): Promise<Choice[]> {
  return db.$queryRaw<Choice[]>`
    with recursive ${unitsUnderHolder(assignmentId, today)}
    select 'unit:' || unit.id as value, unit.name as label, unit.abbreviation as alias, 0 as rank, unit.name as sorted
    from below join unit on unit.id = below.id where not below.is_own
    union all
    select 'person:' || person.id, person.full_name, string_agg(distinct post.title, ', '), 1,
      person.given_name || ' ' || person.full_name
    from below join post on post.unit_id = below.id
      and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date)
    join person on person.id = post.person_id
    where person.id <> ${personId}::uuid
    group by person.id
    order by rank, sorted`
}
