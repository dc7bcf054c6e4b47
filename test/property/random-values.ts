import type { Day } from '#workflows/calendar/day.ts'
import type { AskedEvent } from '#workflows/plan.ts'
import type { AssignmentNode, Holder, Node, Tree } from '#workflows/tree.ts'
import { settledStates } from './cells.ts'
import type { Dice } from './dice.ts'
import { assignmentsIn, latestDay, lineAbove, taskIn } from './plain-tree.ts'
import { type Office, worksHere } from './random-office.ts'
import { daysAfter, randomFollower, randomSupporters } from './random-record.ts'

export interface Wanted {
  dice: Dice
  office: Office
  tree: Tree
  node: Node
  today: Day
}

const texts = ['Đã tổng hợp số liệu', 'Đang chờ ý kiến của các đơn vị', 'Báo cáo kèm theo', '   Có khoảng trắng   ']
const reason = 'Cần bổ sung số liệu'

/** An event as its form would send it; null where nobody is left to hand the work to, or no later day can be had. */
export function randomEvent(type: string, wanted: Wanted): AskedEvent | null {
  const { dice, office, node, today, tree } = wanted
  const { dueOn, outerDueOn, isFromOutside } = taskIn(tree).record
  switch (type) {
    case 'accept':
    case 'resume':
    case 'acceptContribution':
    case 'release':
      return dice.chance(0.5) ? { type, comment: dice.oneOf(texts) } : { type }
    case 'sendBack':
    case 'revoke':
    case 'takeBack':
    case 'insist':
    case 'suspend':
    case 'giveBack':
    case 'refuse':
      return { type, reason }
    case 'urge':
      return { type, words: 'Đề nghị đơn vị khẩn trương hoàn thành' }
    case 'progress': {
      const progress = { type, text: dice.oneOf(texts), percent: dice.below(101) }
      return dice.chance(0.3) ? { ...progress, difficulties: 'Thiếu kinh phí' } : progress
    }
    case 'report':
      return randomReport(wanted)
    case 'delegate':
      return node.kind === 'ASSIGNMENT' ? randomHandingOn(wanted, node) : { type, delegates: [] }
    case 'changeContent':
      return { type, content: 'Nội dung đã sửa', formerContent: 'Xây dựng báo cáo tổng hợp', reason }
    case 'changeDueDay':
      return { type, reason, dueOn: randomDueDay(wanted) }
    case 'changeFollower':
      return { type, followerId: randomFollower(dice, office) }
    case 'addSupporters': {
      const supporters = randomSupporters(dice, { unitIds: freeUnits(wanted), dueOn, today })
      return supporters.length > 0 ? { type, supporters } : null
    }
    case 'reassign': {
      const free = freeUnits(wanted)
      return free.length > 0 ? { type, leadUnitId: dice.oneOf(free), reason } : null
    }
    case 'recordOutsideDecision': {
      if (!isFromOutside && dice.chance(0.8)) return null
      const decision = dice.oneOf(['EXTENSION', 'ACCEPTANCE', 'CHANGE'])
      const recorded = { type, decision, documentSymbol: '21/VPCP-TH', documentOn: today }
      const extended = daysAfter(outerDueOn ?? dueOn ?? today, dice.below(10))
      return decision === 'EXTENSION' ? { ...recorded, outerDueOn: extended, comment: texts[0] } : recorded
    }
    case 'reopen': {
      const day = dice.chance(0.5) ? randomDueDay(wanted) : null
      return day ? { type, reason, dueOn: day } : { type, reason }
    }
    case 'requestExtension':
      return node.kind === 'ASSIGNMENT' ? randomLaterDay({ type, reason }, wanted, node) : { type, reason }
    case 'grant':
      return node.kind === 'EXTENSION_REQUEST'
        ? randomLaterDay({ type }, wanted, tree.nodes.get(node.parentId) as AssignmentNode)
        : { type }
    default:
      return { type }
  }
}

/** Within the outer day where there is one; now and then none at all, or one that is over. */
function randomDueDay({ dice, tree, today }: Wanted): Day | null {
  const { outerDueOn } = taskIn(tree).record
  const day = daysAfter(today, dice.below(30) - 2)
  if (outerDueOn) return day <= outerDueOn ? day : outerDueOn
  return dice.chance(0.2) ? null : day
}

function randomLaterDay(event: AskedEvent, { dice, tree, today }: Wanted, node: AssignmentNode): AskedEvent | null {
  const last = latestDay(node, tree)
  const later = daysAfter(node.record.dueOn ?? today, 1 + dice.below(4))
  return last === null || later <= last ? { ...event, dueOn: later } : null
}

function randomReport({ dice, tree, node, today }: Wanted): AskedEvent {
  const { dueOn } = node.record
  const isLate = dueOn !== null && today > dueOn
  const waits = assignmentsIn(tree).some(
    ({ record, state }) => record.role === 'SUPPORT' && !['reported', ...settledStates.ASSIGNMENT].includes(state),
  )
  return {
    type: 'report',
    text: dice.oneOf(texts),
    ...(dice.chance(0.5) ? { documentSymbol: '12/BC-TTTT', documentOn: today } : {}),
    ...(dice.chance(isLate ? 0.8 : 0.1) ? { latenessReason: 'Địa phương gửi số liệu chậm' } : {}),
    ...(dice.chance(waits ? 0.6 : 0.1) ? { withoutSupportersReason: 'Đơn vị phối hợp không có số liệu' } : {}),
  }
}

/** Units that have no open part directly under the task. */
function freeUnits({ office, tree }: Wanted): string[] {
  const busy = assignmentsIn(tree).flatMap(({ parentId, state, record: { holder } }) =>
    parentId === tree.rootId && !settledStates.ASSIGNMENT.includes(state) && 'unitId' in holder ? holder.unitId : [],
  )
  return office.unitIds.filter((unitId) => !busy.includes(unitId))
}

function randomHandingOn({ dice, office, tree, node, today }: Wanted, from: AssignmentNode): AskedEvent | null {
  const holders: Holder[] = office.people.filter(worksHere).map(({ personId }) => ({ personId }))
  if (!taskIn(tree).record.restricted) holders.push(...office.unitIds.map((unitId) => ({ unitId })))
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
  const handed = assignmentsIn(tree).filter(({ parentId }) => parentId === from.id)
  return [...handed, ...lineAbove(from, tree), from].some(
    ({ record }) => JSON.stringify(record.holder) === JSON.stringify(holder),
  )
}
