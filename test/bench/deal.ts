import type { Office } from './office.ts'
import { randomFrom, type Random } from './random.ts'
import type { BenchSize } from './size.ts'

/** How far a task has come by the time of the measuring. */
export const endings = [
  'draft',
  'discarded',
  'assigned',
  'received',
  'handed',
  'underway',
  'reported',
  'passedUp',
  'completedByUnit',
  'completed',
  'completedAfterReturn',
  'revoked',
] as const
export type Ending = (typeof endings)[number]

/** A task dealt out: what its story needs to be told, the same whoever asks. */
export interface DealtTask {
  directive: number
  position: number
  enteredAt: Date
  ending: Ending
  unit: number
  /** The units that support it. */
  supporters: number[]
  /** The place, among the officers of the unit, of the one it is handed to. */
  officer: number
  leader: number
  follower: number
  /** For everything else that is left to chance in its story. */
  seed: number
}

const TASKS_A_DIRECTIVE = 10
/** How many units support a task, each as often as the others. */
const SUPPORTERS = [0, 1, 2, 3]
export const YEARS_OF_HISTORY = 4
const YEAR = 365 * 24 * 3_600_000

/** Open items that each ending leaves with the lead unit, and with the officer it was handed to. */
const ITEMS_OF_UNIT: Partial<Record<Ending, number>> = { assigned: 1, received: 1, handed: 1, underway: 1, reported: 2 }
const ITEMS_OF_OFFICER: Partial<Record<Ending, number>> = { handed: 1, underway: 1 }
const OPEN: [Ending, number][] = [
  ['draft', 3],
  ['assigned', 7],
  ['received', 10],
  ['handed', 8],
  ['underway', 47],
  ['reported', 10],
  ['passedUp', 15],
]
const SETTLED: [Ending, number][] = [
  // Most of what is given is done by the unit itself: handed on to nobody, and not waiting for whoever was to support it.
  ['completedByUnit', 55],
  ['completed', 25],
  ['completedAfterReturn', 14],
  ['revoked', 4],
  ['discarded', 2],
]

/** Deals every task, oldest first: a fifth still open, mostly the newer ones, and the items of whom we measure to the piece. */
export function dealTasks(size: BenchSize, office: Office, now: Date): DealtTask[] {
  const random = randomFrom(1)
  const tasks: DealtTask[] = []
  while (tasks.length < size.tasks) tasks.push(...dealDirective(size, office, { now, random, dealt: tasks.length }))
  tasks.length = size.tasks
  dealMeasuredItems(tasks, size, office)
  return tasks
}

function dealDirective(
  size: BenchSize,
  office: Office,
  { now, random, dealt }: { now: Date; random: Random; dealt: number },
): DealtTask[] {
  const age = 1 - dealt / size.tasks
  const enteredAt = new Date(now.getTime() - Math.round(age * YEARS_OF_HISTORY * YEAR))
  const [leader, follower] = [random.below(office.leaders.length), random.below(office.secretariat.length)]
  return Array.from({ length: TASKS_A_DIRECTIVE }, (_, index) => {
    const isOpen = random.next() < openShare(age)
    const unit = random.next() < 0.05 && !isOpen ? office.measuredUnit : otherUnit(office, random)
    return {
      directive: dealt / TASKS_A_DIRECTIVE,
      position: index + 1,
      enteredAt,
      ending: pickWeighted(isOpen ? OPEN : SETTLED, random),
      unit,
      supporters: supportersBeside(unit, office, random),
      officer: random.below(office.units[unit]!.officers.length),
      leader,
      follower,
      seed: random.below(2 ** 31),
    }
  })
}

/** None to three; never the measured unit, whose open items are dealt to the piece. */
function supportersBeside(unit: number, office: Office, random: Random): number[] {
  const wanted = SUPPORTERS[random.below(SUPPORTERS.length)]!
  const chosen = new Set<number>()
  while (chosen.size < wanted) chosen.add(otherUnit(office, random))
  chosen.delete(unit)
  return [...chosen]
}

/** Over all ages a fifth: nearly all of the newest tenth, half of what follows, a few of the old. */
function openShare(age: number): number {
  if (age < 0.1) return 0.9
  return age < 0.25 ? 0.5 : 0.0467
}

function otherUnit(office: Office, random: Random): number {
  const unit = random.below(office.units.length - 1)
  return unit < office.measuredUnit ? unit : unit + 1
}

/** Gives the measured unit open tasks from the whole of the time until it owes exactly its items; and of them its officer. */
function dealMeasuredItems(tasks: DealtTask[], size: BenchSize, office: Office): void {
  const ofUnit = chooseEvenly(tasks, (task) => ITEMS_OF_UNIT[task.ending] ?? 0, size.itemsOfUnit)
  const ofOfficer = new Set(chooseEvenly(ofUnit, (task) => ITEMS_OF_OFFICER[task.ending] ?? 0, size.itemsOfOfficer))
  const others = office.units[office.measuredUnit]!.officers.length - 1
  for (const [index, task] of ofUnit.entries()) {
    task.unit = office.measuredUnit
    task.officer = ofOfficer.has(task) ? 0 : 1 + (index % others)
  }
}

/** Tasks spread over the whole list whose weights come to `total` exactly. */
function chooseEvenly(tasks: DealtTask[], weightOf: (task: DealtTask) => number, total: number): DealtTask[] {
  const weighty = tasks.filter((task) => weightOf(task) > 0)
  const stride = Math.max(1, Math.floor((weighty.length * 0.9) / total))
  const chosen = new Set<DealtTask>()
  let missing = total
  for (let offset = 0; offset < stride && missing > 0; offset++) {
    for (let index = offset; index < weighty.length && missing > 0; index += stride) {
      const task = weighty[index]!
      if (weightOf(task) > missing) continue
      chosen.add(task)
      missing -= weightOf(task)
    }
  }
  if (missing > 0) throw new Error(`There are not enough open tasks for ${total} items; ${missing} are missing.`)
  return weighty.filter((task) => chosen.has(task))
}

function pickWeighted(weights: [Ending, number][], random: Random): Ending {
  let rest = random.next() * weights.reduce((sum, [, weight]) => sum + weight, 0)
  return weights.find(([, weight]) => (rest -= weight) < 0)?.[0] ?? weights[0]![0]
}
