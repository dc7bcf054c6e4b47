import type { Actor } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { AskedEvent } from '#workflows/plan.ts'
import type { AssignmentNode, Holder, Node, Tree } from '#workflows/tree.ts'
import type { Dice } from './dice.ts'
import { type Office, worksHere } from './random-office.ts'
import { daysAfter } from './random-record.ts'

interface Wanted {
  dice: Dice
  office: Office
  tree: Tree
  node: Node
  today: Day
}

const texts = ['Đã tổng hợp số liệu', 'Đang chờ ý kiến của các đơn vị', 'Báo cáo kèm theo', '   Có khoảng trắng   ']

/** An event as its form would send it; null where nobody is left to hand the work to. */
export function randomEvent(type: string, wanted: Wanted): AskedEvent | null {
  const { dice, today } = wanted
  switch (type) {
    case 'accept':
      return dice.chance(0.5) ? { type, comment: dice.oneOf(texts) } : { type }
    case 'sendBack':
    case 'revoke':
      return { type, reason: 'Cần bổ sung số liệu' }
    case 'progress': {
      const progress = { type, text: dice.oneOf(texts), percent: dice.below(101) }
      return dice.chance(0.3) ? { ...progress, difficulties: 'Thiếu kinh phí' } : progress
    }
    case 'report':
      return dice.chance(0.5)
        ? { type, text: dice.oneOf(texts), documentSymbol: '12/BC-TTTT', documentOn: today }
        : { type, text: dice.oneOf(texts) }
    case 'delegate':
      return wanted.node.kind === 'ASSIGNMENT' ? randomHandingOn(wanted, wanted.node) : { type, delegates: [] }
    default:
      return { type }
  }
}

function randomHandingOn({ dice, office, tree, node, today }: Wanted, from: AssignmentNode): AskedEvent | null {
  const root = tree.nodes.get(tree.rootId)
  const personsOnly = root?.kind === 'TASK' && root.record.restricted
  const holders: Holder[] = office.people.filter(worksHere).map(({ personId }: Actor) => ({ personId }))
  if (!personsOnly) holders.push(...office.unitIds.map((unitId) => ({ unitId })))
  const free = holders.filter((holder) => !hasItAlready(tree, from, holder))
  const chosen = dice.shuffled(free).slice(0, 1 + dice.below(3))
  if (chosen.length === 0) return null
  const delegates = chosen.map((holder) => ({
    holder,
    dueOn: node.record.dueOn
      ? daysAfter(node.record.dueOn, -dice.below(4))
      : dice.chance(0.5)
        ? daysAfter(today, 5)
        : null,
    instruction: dice.chance(0.5) ? 'Tổng hợp số liệu của các địa phương' : null,
  }))
  return { type: 'delegate', delegates }
}

/** Holds it, stands above it, or was handed a part of it before. */
function hasItAlready(tree: Tree, from: AssignmentNode, holder: Holder): boolean {
  const handed = [...tree.nodes.values()].filter((node) => node.parentId === from.id)
  const line: Node[] = []
  for (let above: Node | undefined = from; above; above = above.parentId ? tree.nodes.get(above.parentId) : undefined) {
    line.push(above)
  }
  return [...handed, ...line].some(
    (node) => node.kind === 'ASSIGNMENT' && JSON.stringify(node.record.holder) === JSON.stringify(holder),
  )
}

/** The same event with one thing in it no form of ours would send. Null for an event that carries nothing to spoil. */
export function misshapen(dice: Dice, event: AskedEvent): AskedEvent | null {
  switch (event.type) {
    case 'accept':
      return { ...event, comment: dice.oneOf([7, 'x'.repeat(2001)]) }
    case 'sendBack':
    case 'revoke':
      return { ...event, reason: dice.oneOf([undefined, '', '    ', 'ngắn', 12345, 'x'.repeat(2001)]) }
    case 'progress':
      return {
        ...event,
        ...dice.oneOf([{ percent: -1 }, { percent: 101 }, { percent: 1.5 }, { percent: '50' }, { text: ' ' }]),
      }
    case 'report':
      return {
        ...event,
        ...dice.oneOf([{ text: '' }, { text: null }, { documentOn: '2026-13-01' }, { documentOn: 5 }]),
      }
    case 'delegate': {
      const delegates = event.delegates as { holder: unknown; dueOn: unknown; instruction: unknown }[]
      const [first] = delegates
      if (!first) return event
      return {
        type: 'delegate',
        delegates: dice.oneOf<unknown>([
          [],
          null,
          Array.from({ length: 51 }, () => first),
          [{ ...first, holder: {} }],
          [{ ...first, holder: { personId: 'somebody' } }],
          [{ ...first, dueOn: 'tomorrow' }],
          [{ ...first, instruction: 'x'.repeat(2001) }],
        ]),
      }
    }
    default:
      return null
  }
}

/** Well formed, and against the rules of handing on: too late a day, the same person twice, a unit that must not know. */
export function improperHandingOn({ dice, office, node, today }: Wanted): AskedEvent {
  const handing = (holder: Holder, dueOn: Day | null) => ({ holder, dueOn, instruction: null })
  const { personId } = dice.oneOf(office.people.filter(worksHere))
  const dueOn = node.record.dueOn
  const own = node.kind === 'ASSIGNMENT' ? node.record.holder : { personId }
  const delegates = dice.oneOf([
    [handing({ personId }, dueOn && daysAfter(dueOn, 1))],
    [handing({ personId }, null)],
    [handing({ personId }, dueOn ?? today), handing({ personId }, dueOn ?? today)],
    [handing(own, dueOn ?? today)],
    [handing({ unitId: dice.oneOf(office.unitIds) }, dueOn ?? today)],
  ])
  return { type: 'delegate', delegates }
}
