import type { Urgency } from '#app/directives/forms.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Period } from '#workflows/calendar/periods.ts'
import type { TaskRecord } from '#workflows/tree.ts'

export const seriesStates = ['draft', 'running', 'over', 'stopped'] as const
/** `over`: the task of its last period has been opened. */
export type SeriesState = (typeof seriesStates)[number]

/** What keeps the next period from being opened until the series is changed. */
type SeriesObstacle =
  'directiveIsRestricted' | 'leaderHasNoPost' | 'followerHasNoPost' | 'leadUnitHasEnded' | 'supportUnitHasEnded'

/** A duty that comes again each period, as the office entered it. */
export interface Series {
  id: string
  directiveId: string
  organId: string
  content: string
  expectedProduct: string | null
  directingLeaderId: string
  leadUnitId: string
  followerId: string
  enteredById: string
  supportUnitIds: string[]
  urgency: Urgency
  field: string | null
  firstPeriod: Period
  /** Null while no end is set. */
  lastPeriod: Period | null
  /** Of the periods opened so far the last. */
  lastOpened: Period | null
  dueAfterDays: number
  opensBeforeDays: number
  issuedById: string | null
  issuedPostId: string | null
  /** The directing leader, where somebody else issued it. */
  issuedForId: string | null
  revision: number
  state: SeriesState
  obstacle: SeriesObstacle | null
  sourceIsSigned: boolean
  isFromOutside: boolean
}

/** The task of one of its periods, as the machine of tasks knows it. */
export function recordOf(series: Series, dueOn: Day | null): TaskRecord {
  const { organId, directingLeaderId, leadUnitId, followerId, enteredById, sourceIsSigned, isFromOutside } = series
  return {
    organId,
    directingLeaderId,
    leadUnitId,
    followerId,
    enteredById,
    dueOn,
    dueHour: null,
    extensions: 0,
    outerDueOn: null,
    isFromOutside,
    restricted: false,
    namedPersonIds: [],
    namedHeadIds: [],
    sourceIsSigned,
    supporters: series.supportUnitIds.map((unitId) => ({ unitId, dueOn })),
  }
}
