import { type Actor, principalsOf } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { AskedEvent } from '#workflows/plan.ts'
import { actsOpenTo } from '#workflows/standing.ts'
import { sightOf } from '#workflows/audience.ts'
import type { Node, TaskRecord, Tree } from '#workflows/tree.ts'
import { actsIn, eventsOf } from './cells.ts'
import type { Dice } from './dice.ts'
import { type Office, testId } from './random-office.ts'
import { type Kept, randomRecord } from './random-record.ts'
import { randomEvent } from './random-values.ts'
import { improper, misshapen } from './spoiled-values.ts'

export interface Ask {
  actor: Actor
  subjectId: string
  event: AskedEvent
  /** What an edited draft is to become. */
  amended: TaskRecord | null
  /** False where the event has a shape no form would send, or a name nobody may use. */
  isWellFormed: boolean
}

interface Asking {
  dice: Dice
  office: Office
  tree: Tree
  today: Day
}

/** How often each act is tried, so that tasks live long and go deep before they end. */
const eagerness: Record<string, number> = {
  edit: 1,
  discard: 0.5,
  issue: 6,
  takeBack: 0.5,
  changeContent: 0.3,
  changeDueDay: 1,
  changeFollower: 0.4,
  addSupporters: 1,
  reassign: 0.5,
  urge: 0.4,
  suspend: 1.2,
  resume: 3,
  recordOutsideDecision: 0.8,
  revoke: 0.3,
  receive: 6,
  progress: 0.7,
  report: 4,
  giveBack: 0.9,
  requestExtension: 3,
}
/** A tree larger than this is not handed on further. */
const MOST_NODES = 14

/** Something the person may really do, as far as one can see beforehand. Null if the dice found nothing. */
export function sensibleAsk(asking: Asking): Ask | null {
  const { dice, office, tree, today } = asking
  const open = [...tree.nodes.values()].flatMap((node) => actsIn(node.kind, node.state).map((act) => ({ node, act })))
  const wanted = open.filter(({ act }) => act !== 'delegate' || tree.nodes.size < MOST_NODES)
  for (const { node, act } of dice.shuffled(wanted, (each) => eagerness[each.act] ?? 2)) {
    const actor = dice
      .shuffled(office.people.filter((person) => sightOf(principalsOf(person), tree).has(node.id)))
      .find((person) =>
        actsOpenTo(tree, node, { actor: person, today }).some((each) => each.act === act && !each.refusal),
      )
    const event = actor && randomEvent(act, { ...asking, node })
    if (event) return asked(asking, actor, node, event)
  }
  return null
}

/** Anybody asks for anything, sometimes in a shape that makes no sense at all. */
export function foolishAsk(asking: Asking): Ask {
  const { dice, office, tree } = asking
  const actor = dice.oneOf(office.people)
  const root = tree.nodes.get(tree.rootId)!
  const alike = [...Map.groupBy(tree.nodes.values(), ({ kind, state }) => `${kind} ${state}`).values()]
  const node = dice.chance(0.3) ? root : dice.oneOf(dice.oneOf(alike))
  const type = dice.oneOf(eventsOf(node.kind))
  const event = randomEvent(type, { ...asking, node })
  // Nothing sensible can go with it: then it comes with nothing.
  if (!event) return { ...asked(asking, actor, node, { type }), isWellFormed: false }
  switch (dice.below(12)) {
    case 0:
      return { ...asked(asking, actor, node, event), subjectId: testId(9, 9) }
    case 1: {
      const type = dice.oneOf(['', 'enter', 'assign', 'constructor', 'toString', '__proto__', 'xstate.init', '*'])
      return { ...asked(asking, actor, node, { type }), isWellFormed: false }
    }
    case 2:
      return asked(asking, actor, node, improper(event, { ...asking, node }) ?? event)
    default:
      return asked(asking, actor, node, event)
  }
}

/** What would be accepted but for its shape, or but for the bounds of the act. */
export function spoiledAsk(asking: Asking): Ask | null {
  const ask = sensibleAsk(asking)
  if (!ask) return null
  const { dice, tree } = asking
  const beyond = dice.chance(0.5) ? improper(ask.event, { ...asking, node: tree.nodes.get(ask.subjectId)! }) : null
  if (beyond) return { ...ask, event: beyond }
  const event = misshapen(dice, ask.event)
  return event && { ...ask, event, isWellFormed: false }
}

function asked({ dice, office, today }: Asking, actor: Actor, node: Node, event: AskedEvent): Ask {
  const edits = event.type === 'edit' && node.kind === 'TASK' && dice.chance(0.7)
  const amended = edits ? randomRecord(dice, office, { ...keptOf(node.record), today }) : null
  return { actor, subjectId: node.id, event, amended, isWellFormed: true }
}

function keptOf({ enteredById, sourceIsSigned, isFromOutside, extensions }: TaskRecord): Kept {
  return { enteredById, sourceIsSigned, isFromOutside, extensions }
}
