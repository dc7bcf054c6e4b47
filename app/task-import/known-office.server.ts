import { chargedFields } from '#app/directives/charged-fields.server.ts'
import { foldVietnamese } from '#app/i18n/fold.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'

/** Somebody or something a cell can name. */
export interface Named {
  id: string
  /** As it is written in the lists of the template; of namesakes with a title, for the name alone would be ambiguous. */
  label: string
  /** Every way to write it, folded. */
  names: string[]
  /** Whether it may be chosen today. */
  isOpen: boolean
}

export interface KnownOffice {
  units: Named[]
  leaders: Named[]
  followers: Named[]
  /** Lĩnh vực the leaders are in charge of; a row may name another. */
  fields: string[]
}

/** The units of an organ and its people, as they stand on the day: those who may be chosen, and those who no longer may. */
export async function readKnownOffice(tx: Transaction, organId: string, today: Day): Promise<KnownOffice> {
  const units = await tx.$queryRaw<{ id: string; name: string; abbreviation: string; code: string; isOpen: boolean }[]>`
    select id, name, abbreviation, coalesce(outside_id, '') as code,
      valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date) as "isOpen"
    from unit where organ_id = ${organId}::uuid order by position, name`
  const people = await tx.$queryRaw<{ id: string; name: string; code: string; titles: string[]; roles: string[] }[]>`
    select person.id, person.full_name as name, coalesce(person.outside_id, '') as code,
      coalesce(array_agg(post.title) filter (where post.id is not null), '{}') as titles,
      coalesce(array_agg(post.role::text) filter (where post.id is not null), '{}') as roles
    from person
    left join post on post.person_id = person.id and post.organ_id = ${organId}::uuid
      and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date)
    where person.organ_id = ${organId}::uuid
    group by person.id order by person.given_name collate "vi-x-icu", person.full_name collate "vi-x-icu"`
  const [{ fields }] = await tx.$queryRaw<[{ fields: string[] }]>`select ${chargedFields(organId, today)} as fields`
  const holding = (role: string) => {
    const open = people.filter(({ roles }) => roles.includes(role)).map(({ name }) => foldVietnamese(name))
    const hasNamesake = (name: string) => open.filter((other) => other === foldVietnamese(name)).length > 1
    return people.map(({ id, name, code, titles, roles }) => ({
      id,
      label: titles[0] && hasNamesake(name) ? titled(name, titles[0]) : name,
      names: foldedNames([name, code, ...titles.map((title) => titled(name, title))]),
      isOpen: roles.includes(role),
    }))
  }
  return {
    units: units.map(({ id, name, abbreviation, code, isOpen }) => ({
      id,
      label: abbreviation,
      names: foldedNames([name, abbreviation, code]),
      isOpen,
    })),
    leaders: holding('LEADER'),
    followers: holding('SECRETARIAT'),
    fields,
  }
}

function titled(name: string, title: string): string {
  return `${name} (${title})`
}

function foldedNames(names: string[]): string[] {
  return [...new Set(names.map(foldVietnamese))].filter((name) => name !== '')
}
