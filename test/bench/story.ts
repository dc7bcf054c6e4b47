import { officeDay } from '#app/platform/clock.server.ts'
import type { Actor } from '#workflows/actor.ts'
import type { Delegate } from '#workflows/assignment/events.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import type { AskedEvent } from '#workflows/plan.ts'
import type { Supporter } from '#workflows/tree.ts'
import type { DealtTask, Ending } from './deal.ts'
import type { Office } from './office.ts'
import { report, taskContent } from './phrases.ts'
import { randomFrom, type Random } from './random.ts'

/** What an act is on: the task, its lead unit's assignment, the officer's below it, or that of a supporting unit. */
export type StoryPlace = 'task' | 'lead' | 'handed' | { supportUnitId: string }

interface StoryAct {
  on: StoryPlace
  by: Actor
  at: Date
  event: AskedEvent
}

/** All that happened to one task, as acts people asked for. */
export interface Story {
  content: string
  leader: Actor
  follower: Actor
  leadUnitId: string
  dueOn: Day | null
  /** In the order in which they are read back. */
  supporters: Supporter[]
  acts: StoryAct[]
}

const DAY = 24 * 3_600_000

export function tellStory(task: DealtTask, office: Office, now: Date): Story {
  const random = randomFrom(task.seed)
  const unit = office.units[task.unit]!
  const cast: Cast = {
    leader: office.leaders[task.leader]!,
    follower: office.secretariat[task.follower]!,
    head: unit.head,
    officer: unit.officers[task.officer]!,
    supportingHeads: supportingUnits(task, office).map(({ head }) => head),
  }
  const dueOn = random.next() < 0.1 ? null : dueDay(task, now, random)
  const supportDueOn = dueOn && daysAfter(dueOn, -random.below(8))
  const acts = actsUpTo(task.ending, cast, dueOn, random)
  return {
    content: taskContent(random),
    leader: cast.leader,
    follower: cast.follower,
    leadUnitId: unit.id,
    dueOn,
    supporters: supportingUnits(task, office).map(({ id }) => ({ unitId: id, dueOn: supportDueOn })),
    acts: spread(acts, task, now, random).map((act, _, all) => explained(act, all, { dueOn, supportDueOn })),
  }
}

function supportingUnits({ supporters }: DealtTask, { units }: Office): Office['units'] {
  return supporters.map((index) => units[index]!).sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** Of what is still open two thirds are not yet due, however long ago they were entered. */
function dueDay({ enteredAt, ending }: DealtTask, now: Date, random: Random): Day {
  const settled = ending.startsWith('completed') || ending === 'revoked' || ending === 'discarded'
  if (settled || random.next() < 0.33) return daysAfter(officeDay(enteredAt), 20 + random.below(70))
  return daysAfter(officeDay(now), random.below(90))
}

interface Cast {
  leader: Actor
  follower: Actor
  head: Actor
  officer: Actor
  supportingHeads: Actor[]
}

type UntimedAct = Omit<StoryAct, 'at'>

function actsUpTo(
  ending: Ending,
  { leader, follower, head, officer, supportingHeads }: Cast,
  dueOn: Day | null,
  random: Random,
): UntimedAct[] {
  const issue: UntimedAct = { on: 'task', by: leader, event: { type: 'issue' } }
  const receive: UntimedAct = { on: 'lead', by: head, event: { type: 'receive' } }
  const officerDueOn = dueOn && daysAfter(dueOn, -random.below(10))
  const handOn: UntimedAct = {
    on: 'lead',
    by: head,
    event: {
      type: 'delegate',
      delegates: [
        {
          holder: { personId: officer.personId },
          dueOn: officerDueOn,
          instruction: 'Chủ động phối hợp, báo cáo hằng tuần',
        },
      ],
    },
  }
  const takeUp: UntimedAct = { on: 'handed', by: officer, event: { type: 'receive' } }
  const supporting = (event: AskedEvent) =>
    supportingHeads.map((by): UntimedAct => {
      return { on: { supportUnitId: by.posts[0]!.unitId! }, by, event }
    })
  const supportTakenUp = supporting({ type: 'receive' })
  const contributed = supporting({ type: 'report', text: report(random) })
  const progress = (percent: number): UntimedAct => ({
    on: 'handed',
    by: officer,
    event: { type: 'progress', text: report(random), percent },
  })
  const reported: UntimedAct = { on: 'handed', by: officer, event: { type: 'report', text: report(random) } }
  const passedUp: UntimedAct = {
    on: 'lead',
    by: head,
    event: { type: 'report', text: report(random), documentSymbol: `${random.below(900) + 1}/BC-NV` },
  }
  const sendBack: UntimedAct = {
    on: 'task',
    by: leader,
    event: { type: 'sendBack', reason: 'Cần bổ sung số liệu so sánh với cùng kỳ' },
  }
  const accept: UntimedAct = { on: 'task', by: follower, event: { type: 'accept' } }
  const revoke: UntimedAct = {
    on: 'task',
    by: leader,
    event: { type: 'revoke', reason: 'Nhiệm vụ đã được giao ở văn bản khác' },
  }

  const atWork = [
    issue,
    receive,
    handOn,
    ...supportTakenUp,
    takeUp,
    ...Array.from({ length: 1 + random.below(2) }, (_, n) => progress(20 + n * 35)),
  ]
  switch (ending) {
    case 'draft':
      return []
    case 'discarded':
      return [{ on: 'task', by: follower, event: { type: 'discard' } }]
    case 'assigned':
      return [issue]
    case 'received':
      return [issue, receive]
    case 'handed':
      return [issue, receive, handOn]
    case 'underway':
      return atWork
    case 'reported':
      return [...atWork, reported]
    case 'passedUp':
      return [...atWork, reported, ...contributed, passedUp]
    case 'completedByUnit':
      return [issue, receive, supportingHeads.length > 0 ? withoutSupporters(passedUp) : passedUp, accept]
    case 'completed':
      return [...atWork, reported, ...contributed, passedUp, accept]
    case 'completedAfterReturn':
      return [...atWork, reported, ...contributed, passedUp, sendBack, passedUp, accept]
    case 'revoked':
      return [...atWork, revoke]
  }
}

function withoutSupporters(passedUp: UntimedAct): UntimedAct {
  return { ...passedUp, event: { ...passedUp.event, withoutSupportersReason: 'Nội dung không cần ý kiến phối hợp' } }
}

/** A late report says why it is late; the officer's day and a supporting unit's may be earlier than the lead's. */
function explained(
  act: StoryAct,
  acts: StoryAct[],
  { dueOn, supportDueOn }: { dueOn: Day | null; supportDueOn: Day | null },
): StoryAct {
  if (act.event.type !== 'report') return act
  const handOn = acts.find(({ event }) => event.type === 'delegate')?.event as { delegates: Delegate[] } | undefined
  const handedDueOn = handOn?.delegates[0]?.dueOn ?? null
  const ownDueOn = act.on === 'handed' ? handedDueOn : act.on === 'lead' ? dueOn : supportDueOn
  if (!ownDueOn || officeDay(act.at) <= ownDueOn) return act
  return { ...act, event: { ...act.event, latenessReason: 'Chờ số liệu của các đơn vị liên quan' } }
}

/** Spreads the acts over the time the task has had: what is open goes on until now, what is settled took some weeks. */
function spread(acts: UntimedAct[], { enteredAt, ending }: DealtTask, now: Date, random: Random): StoryAct[] {
  const start = enteredAt.getTime()
  const settled = ending.startsWith('completed') || ending === 'revoked' || ending === 'discarded'
  const wanted = settled ? (10 + random.below(80)) * DAY : (0.3 + 0.7 * random.next()) * (now.getTime() - start)
  const length = Math.min(wanted, now.getTime() - start - 1)
  return acts.map((act, index) => ({
    ...act,
    at: new Date(Math.floor(start + (length * (index + 0.2 + 0.6 * random.next())) / acts.length)),
  }))
}
