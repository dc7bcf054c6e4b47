import { mayEnterDirectives } from '#app/directives/policy.ts'
import { workCounts, type WorkCounts } from '#app/directives/my-work.server.ts'
import { unreadOf } from '#app/notices/unread.server.ts'
import { now, officeTime } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { hasReports } from '#app/reports/report-kinds.ts'
import type { SignedIn } from '#app/sign-in/identify.server.ts'
import { boardScopesOf } from '#app/tracking/board-scope.ts'
import { type Actor, postIn } from '#workflows/actor.ts'

/** What the frame of every page shows: who is here, what waits for them, where they may go. */
export interface Menu {
  person: string
  organ: string
  /** Null for a person without any post but the administrator's: there is no work for them. */
  work: WorkCounts | null
  /** Notices they have not read; null with their work. */
  unread: number | null
  mayEnterDirectives: boolean
  /** The tracking board is not for everybody. */
  hasBoard: boolean
  hasReports: boolean
  isAdministrator: boolean
}

export async function readMenu({ person, organ, actor, principals }: SignedIn): Promise<Menu> {
  return {
    person: person.fullName,
    organ: organ.name,
    ...(hasWork(actor) ? await countWhatWaits(person.id, principals) : { work: null, unread: null }),
    mayEnterDirectives: mayEnterDirectives(actor),
    hasBoard: boardScopesOf(actor).length > 0,
    hasReports: hasReports(actor),
    isAdministrator: postIn(actor, 'ADMIN') !== undefined,
  }
}

/** In one statement: every page pays for it. */
async function countWhatWaits(
  personId: string,
  principals: SignedIn['principals'],
): Promise<{ work: WorkCounts; unread: number }> {
  const { today, hour } = officeTime(now())
  const [counted] = await db.$queryRaw<(WorkCounts & { unread: number })[]>`
    select work.*, ${unreadOf(personId)} as unread from (${workCounts(principals, today, hour)}) work`
  const { unread, ...work } = counted!
  return { work, unread }
}

export function hasWork(actor: Actor): boolean {
  return actor.posts.some(({ role }) => role !== 'ADMIN')
}
