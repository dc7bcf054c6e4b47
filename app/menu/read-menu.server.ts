import { mayEnterDirectives } from '#app/directives/policy.ts'
import { countMyWork, type WorkCounts } from '#app/directives/my-work.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
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
    work: hasWork(actor) ? await countMyWork(principals, officeDay(now())) : null,
    mayEnterDirectives: mayEnterDirectives(actor),
    hasBoard: boardScopesOf(actor).length > 0,
    hasReports: hasReports(actor),
    isAdministrator: postIn(actor, 'ADMIN') !== undefined,
  }
}

export function hasWork(actor: Actor): boolean {
  return actor.posts.some(({ role }) => role !== 'ADMIN')
}
