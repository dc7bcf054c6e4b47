import { foldVietnamese } from '#app/i18n/fold.ts'
import { containing } from '#app/platform/containing.ts'
import { db } from '#app/platform/db.server.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Actor, postIn, principalsOf } from '#workflows/actor.ts'

/** Something one can go to, named as it is known. */
export interface Found {
  kind: 'task' | 'directive' | 'person' | 'unit'
  id: string
  title: string
  /** A symbol, an abbreviation: what tells it from its like. */
  mark: string | null
}

const MOST_OF_A_KIND = 8
/** One letter is in everything. */
const LEAST_LETTERS = 2

/**
 * What a person may go to whose number, symbol or words contain what was typed, without diacritics, newest first. People and units
 * are for administrators, whose pages they are.
 */
export async function findAnything(typed: string, actor: Actor): Promise<Found[]> {
  const words = foldVietnamese(typed)
  if (words.length < LEAST_LETTERS) return []
  const pattern = containing(words)
  const principals = principalsOf(actor)
  const sees = (rootId: Prisma.Sql) => visibleTo(principals, rootId)
  const found = [
    Prisma.sql`(
      select 'directive' as kind, directive.id, directive.subject as title, directive.symbol as mark from directive
      where directive.search_text like ${pattern}
        and exists (select from task where task.directive_id = directive.id and ${sees(Prisma.sql`task.id`)})
      order by directive.id desc limit ${MOST_OF_A_KIND})`,
    Prisma.sql`(
      select 'task', subject.id, subject.title, directive.symbol from subject
      join task on task.id = subject.id join directive on directive.id = task.directive_id
      where subject.kind = 'TASK' and subject.search_text like ${pattern} and ${sees(Prisma.sql`subject.id`)}
      order by subject.id desc limit ${MOST_OF_A_KIND})`,
    ...(postIn(actor, 'ADMIN') ? peopleAndUnits(pattern, actor.organId) : []),
  ]
  return db.$queryRaw<Found[]>`${Prisma.join(found, ' union all ')}`
}

function peopleAndUnits(pattern: string, organId: string): Prisma.Sql[] {
  return [
    Prisma.sql`(
      select 'person', id, full_name, null from person
      where organ_id = ${organId}::uuid and search_text like ${pattern} order by given_name limit ${MOST_OF_A_KIND})`,
    Prisma.sql`(
      select 'unit', id, name, abbreviation from unit
      where organ_id = ${organId}::uuid and search_text like ${pattern} order by position limit ${MOST_OF_A_KIND})`,
  ]
}
