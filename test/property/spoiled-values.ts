import type { Day } from '#workflows/calendar/day.ts'
import type { AskedEvent } from '#workflows/plan.ts'
import type { AssignmentNode, Holder } from '#workflows/tree.ts'
import type { Dice } from './dice.ts'
import { latestDay, taskIn } from './plain-tree.ts'
import { worksHere } from './random-office.ts'
import { daysAfter } from './random-record.ts'
import type { Wanted } from './random-values.ts'

/** The same event with one thing in it no form of ours would send. Null for an event that carries nothing to spoil. */
export function misshapen(dice: Dice, event: AskedEvent): AskedEvent | null {
  const badDays = ['2026-13-01', 'tomorrow', 5, '0000-12-31']
  switch (event.type) {
    case 'accept':
    case 'resume':
    case 'acceptContribution':
    case 'release':
      return { ...event, comment: dice.oneOf([7, 'x'.repeat(2001)]) }
    case 'sendBack':
    case 'revoke':
    case 'takeBack':
    case 'insist':
    case 'suspend':
    case 'giveBack':
    case 'refuse':
      return { ...event, reason: dice.oneOf([undefined, '', '    ', 'ngắn', 12345, 'x'.repeat(2001)]) }
    case 'urge':
      return { ...event, words: dice.oneOf([undefined, '', 'nhé', 5]) }
    case 'changeContent':
      return { ...event, ...dice.oneOf([{ content: ' ' }, { content: 'x'.repeat(5001) }, { reason: '' }]) }
    case 'changeDueDay':
      return {
        ...event,
        ...dice.oneOf<object>([{ dueOn: undefined }, { dueOn: dice.oneOf(badDays) }, { reason: 'x' }]),
      }
    case 'changeFollower':
      return { ...event, followerId: dice.oneOf(['somebody', null, undefined]) }
    case 'addSupporters':
      return { ...event, supporters: dice.oneOf<unknown>([[], null, [{ unitId: 'a unit', dueOn: null }], [{}]]) }
    case 'reassign':
      return { ...event, ...dice.oneOf<object>([{ leadUnitId: 'a unit' }, { reason: undefined }]) }
    case 'recordOutsideDecision':
      return {
        ...event,
        ...dice.oneOf<object>([{ decision: 'REFUSAL' }, { documentSymbol: '' }, { documentOn: undefined }]),
      }
    case 'requestExtension':
    case 'grant':
      return { ...event, dueOn: dice.oneOf([undefined, null, ...badDays]) }
    case 'reopen':
      return { ...event, ...dice.oneOf<object>([{ reason: ' ' }, { dueOn: dice.oneOf(badDays) }]) }
    case 'progress':
      return {
        ...event,
        ...dice.oneOf([{ percent: -1 }, { percent: 101 }, { percent: 1.5 }, { percent: '50' }, { text: ' ' }]),
      }
    case 'report':
      return {
        ...event,
        ...dice.oneOf<object>([
          { text: '' },
          { text: null },
          { documentOn: '2026-13-01' },
          { documentOn: 5 },
          { latenessReason: 'x' },
          { withoutSupportersReason: '' },
        ]),
      }
    case 'delegate':
      return misshapenHandingOn(dice, event)
    default:
      return null
  }
}

function misshapenHandingOn(dice: Dice, event: AskedEvent): AskedEvent {
  const [first] = event.delegates as { holder: unknown; dueOn: unknown; instruction: unknown }[]
  if (!first) return event
  const delegates = dice.oneOf<unknown>([
    [],
    null,
    Array.from({ length: 51 }, () => first),
    [{ ...first, holder: {} }],
    [{ ...first, holder: { personId: 'somebody' } }],
    [{ ...first, dueOn: 'tomorrow' }],
    [{ ...first, instruction: 'x'.repeat(2001) }],
  ])
  return { type: 'delegate', delegates }
}

/** Well formed, and on the edge of the rules of the act or beyond it. Null for an act that has none. */
export function improper(event: AskedEvent, wanted: Wanted): AskedEvent | null {
  const { dice, office, tree, node, today } = wanted
  const { dueOn, outerDueOn, leadUnitId } = taskIn(tree).record
  const unitId = dice.oneOf(office.unitIds)
  const dayAfter = (day: Day | null) => daysAfter(day ?? today, 1)
  switch (event.type) {
    case 'delegate':
      return improperHandingOn(wanted)
    case 'report':
      return { type: 'report', text: 'Báo cáo kèm theo' }
    case 'changeDueDay':
      return { ...event, dueOn: dice.oneOf([null, dayAfter(outerDueOn)]) }
    case 'reopen':
      return { ...event, dueOn: dayAfter(outerDueOn) }
    case 'addSupporters': {
      const day = dueOn ?? today
      const supporters = dice.oneOf([
        [{ unitId, dueOn: dayAfter(dueOn) }],
        [{ unitId, dueOn: null }],
        [{ unitId: leadUnitId, dueOn: day }],
        [
          { unitId, dueOn: day },
          { unitId, dueOn: day },
        ],
      ])
      return { ...event, supporters }
    }
    case 'reassign':
      return { ...event, leadUnitId: dice.oneOf([leadUnitId, unitId]) }
    case 'recordOutsideDecision':
      return { ...event, decision: 'EXTENSION', outerDueOn: undefined }
    case 'requestExtension':
    case 'grant': {
      const asking = (node.kind === 'EXTENSION_REQUEST' ? tree.nodes.get(node.parentId) : node) as AssignmentNode
      const last = asking.kind === 'ASSIGNMENT' ? latestDay(asking, tree) : null
      return { ...event, dueOn: dice.oneOf([asking.record.dueOn ?? today, dayAfter(last)]) }
    }
    default:
      return null
  }
}

/** Against the rules of handing on: too late a day, the same person twice, a unit that must not know. */
function improperHandingOn({ dice, office, node, today }: Wanted): AskedEvent {
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
