import type { Actor, ActorPost, Officeholder, PostRole } from '#workflows/actor.ts'
import type { Dice } from './dice.ts'

/** The people and units a sequence is played with, whether made up here or read from a database. */
export interface Office {
  organId: string
  people: Actor[]
  /** Units that may lead a task or be handed a part; each has a head. */
  unitIds: string[]
}

/** Small enough that people meet, odd enough that posts cross: nearly every office has somebody in two of them. */
export function randomOffice(dice: Dice): Office {
  const organId = testId(1, 0)
  const unitIds = Array.from({ length: 3 + dice.below(3) }, (_, index) => testId(2, index))
  const people: Actor[] = []
  const hire = (role: PostRole, unitId: string | null = null, assistsPersonId: string | null = null): Actor => {
    const personId = testId(3, people.length)
    const post = { id: testId(4, people.length), role, unitId, assistsPersonId }
    const person = {
      personId,
      organId,
      posts: [post],
      chargeUnitIds: [] as string[],
      standsInFor: [] as Officeholder[],
    }
    people.push(person)
    return person
  }

  const leaders = Array.from({ length: 2 + dice.below(2) }, () => hire('LEADER'))
  // The last leader has no charge; a unit may have none in charge of it.
  for (const leader of leaders.slice(0, -1)) leader.chargeUnitIds.push(...unitIds.filter(() => dice.chance(0.4)))
  for (const leader of leaders.slice(0, 1 + dice.below(2))) hire('ASSISTANT', unitIds[0], leader.personId)
  for (let count = 1 + dice.below(2); count > 0; count -= 1) hire('SECRETARIAT', unitIds[0])
  hire('REGISTRY', unitIds[0])
  hire('LEGAL', unitIds[1])
  hire('ADMIN')
  const gone = hire('OFFICER', unitIds[0])
  for (const unitId of unitIds) {
    hire('UNIT_HEAD', unitId)
    if (dice.chance(0.6)) hire('DEPUTY_HEAD', unitId)
    for (let count = dice.below(3); count > 0; count -= 1) hire('OFFICER', unitId)
  }
  for (let count = dice.below(4); count > 0; count -= 1) giveSecondPost(dice, people, count)
  gone.posts = []
  for (let count = dice.below(3); count > 0; count -= 1) nameSubstitute(dice, people)
  return { organId, people, unitIds }
}

/** Any post of anybody's, held by another as well: the head who is of the secretariat, the administrator with real work. */
function giveSecondPost(dice: Dice, people: Actor[], count: number): void {
  const posts = people.flatMap((person) => person.posts)
  const common = posts.filter(({ role }) => role === 'SECRETARIAT' || role === 'UNIT_HEAD')
  const copied: ActorPost = dice.oneOf(dice.chance(0.5) ? common : posts)
  const person = dice.oneOf(people)
  if (copied.assistsPersonId === person.personId) return
  person.posts = [...person.posts, { ...copied, id: testId(5, count) }]
  if (copied.role === 'LEADER' && dice.chance(0.5)) person.chargeUnitIds = posts.flatMap(({ unitId }) => unitId ?? [])
}

/** Somebody is away: another stands in for them in all their posts of work or in one, but keeps no accounts and writes for no leader. */
function nameSubstitute(dice: Dice, people: Actor[]): void {
  const absent = dice.oneOf(people)
  const covered = absent.posts.filter(({ role }) => role !== 'ADMIN' && role !== 'ASSISTANT')
  const substitute = dice.oneOf(people.filter((person) => person !== absent))
  if (covered.length === 0 || substitute.standsInFor.some(({ personId }) => personId === absent.personId)) return
  const posts = dice.chance(0.7) ? covered : [dice.oneOf(covered)]
  const leads = posts.some(({ role }) => role === 'LEADER')
  const { personId, organId } = absent
  substitute.standsInFor.push({ personId, organId, posts, chargeUnitIds: leads ? absent.chargeUnitIds : [] })
}

/** Ids that tell a reader of a failure what they stand for: series 2 are units, 3 people, 6 tasks, 7 assignments. */
export function testId(series: number, number: number): string {
  return `0000000${series}-0000-7000-8000-${String(number).padStart(12, '0')}`
}

export function hasPost(actor: Officeholder, role: PostRole): boolean {
  return actor.posts.some((post) => post.role === role)
}

/** Whoever keeps accounts only, or holds no post any more, has no part in the office's work. */
export function worksHere(actor: Officeholder): boolean {
  return actor.posts.some((post) => post.role !== 'ADMIN')
}

export function headsOf(office: Office, unitId: string): Actor[] {
  return office.people.filter((person) =>
    person.posts.some((post) => post.unitId === unitId && ['UNIT_HEAD', 'DEPUTY_HEAD'].includes(post.role)),
  )
}
