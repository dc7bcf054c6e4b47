import type { Principal } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { isValidOn, type Validity } from '#app/organisation/validity.ts'
import type { Period } from '../forms.ts'

/** Who could do something in an office, as it is planned for a period. */
export interface Staff {
  /** Their posts that do work, of those whose account opens. */
  workers: Worker[]
  /** Who heads or is deputy in which units, those that went up in theirs included. */
  heads: HeadOfUnit[]
  absences: PlannedAbsence[]
}

interface Worker extends Validity {
  personId: string
}

interface HeadOfUnit extends Validity {
  personId: string
  unitId: string
  postId: string
}

export interface PlannedAbsence extends Period {
  personId: string
  substituteId: string
  /** Null for all posts. */
  postId: string | null
}

interface Stalling {
  /** All who hold one obligation open: any of them may settle it. */
  holders: Principal[]
  /** Who is taken to be away on all of the days. */
  awayId: string
  /** The days that matter, in order: those on which the office works. */
  days: Day[]
  staff: Staff
}

/** Somebody who answers for an obligation by their own name. */
interface Hand {
  personId: string
  /** The post they answer in; null where it is theirs by name. */
  postId: string | null
  /** Of a restricted task: no substitute sees it. */
  alone: boolean
}

/**
 * When an obligation has nobody, if one person is away: the runs of days on which neither another holder is there nor a
 * substitute acts for one. Whoever has named an absence counts as away, though they could still act; and a substitute who is away
 * acts for nobody, for nobody passes on what was passed on to them.
 */
export function stallingDays({ holders, awayId, days, staff }: Stalling): Period[] {
  const isAnswered = (day: Day) =>
    holders.flatMap((holder) => handsOf(holder, day, staff)).some((hand) => isInHand(hand, { day, awayId, staff }))
  return runsOf(days, (day) => !isAnswered(day))
}

function handsOf(holder: Principal, day: Day, { heads }: Staff): Hand[] {
  const [kind, id] = holder.split(':')
  if (kind !== 'unit') return [{ personId: id!, postId: null, alone: kind === 'named' }]
  return heads
    .filter((head) => head.unitId === id && isValidOn(head, day))
    .map(({ personId, postId }) => ({ personId, postId, alone: false }))
}

function isInHand(hand: Hand, { day, awayId, staff }: { day: Day; awayId: string; staff: Staff }): boolean {
  const works = (personId: string) =>
    personId !== awayId && staff.workers.some((post) => post.personId === personId && isValidOn(post, day))
  const absencesOf = (personId: string) =>
    staff.absences.filter((each) => each.personId === personId && each.fromDay <= day && day <= each.toDay)
  const absences = absencesOf(hand.personId).filter(
    ({ postId }) => postId === null || hand.postId === null || postId === hand.postId,
  )
  if (absences.length === 0 && works(hand.personId)) return true
  if (hand.alone) return false
  return absences.some(({ substituteId }) => works(substituteId) && absencesOf(substituteId).length === 0)
}

/** Days on end, as far as the given ones go: a weekend between two of them parts nothing. */
function runsOf(days: Day[], belongs: (day: Day) => boolean): Period[] {
  const runs: Period[] = []
  let isRunning = false
  for (const day of days) {
    const last = runs.at(-1)
    if (!belongs(day)) isRunning = false
    else if (isRunning && last) last.toDay = day
    else {
      runs.push({ fromDay: day, toDay: day })
      isRunning = true
    }
  }
  return runs
}
