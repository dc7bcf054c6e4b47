import { expect, test } from 'vitest'
import type { Principal } from '#workflows/actor.ts'
import { type PlannedAbsence, type Staff, stallingDays } from './stalling.ts'

const [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, NEXT_MONDAY] = [
  '2026-11-30',
  '2026-12-01',
  '2026-12-02',
  '2026-12-03',
  '2026-12-04',
  '2026-12-07',
] as const
const days = [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, NEXT_MONDAY]
const ALL = [{ fromDay: MONDAY, toDay: NEXT_MONDAY }]

const always = { validFrom: '2021-01-01', validTo: null }
const people = ['head', 'deputy', 'officer', 'other']
const workers = people.map((personId) => ({ personId, ...always }))
const headOf = (personId: string, validity: { validFrom: string; validTo: string | null } = always) => ({
  personId,
  unitId: 'unit',
  postId: `post of ${personId}`,
  ...validity,
})
const away = (personId: string, substituteId: string, changes: Partial<PlannedAbsence> = {}): PlannedAbsence => ({
  personId,
  substituteId,
  postId: null,
  fromDay: MONDAY,
  toDay: NEXT_MONDAY,
  ...changes,
})

/** The head is away; each row says who else there is, and when the work has nobody. */
test.each<[string, Principal[], Partial<Staff>, { fromDay: string; toDay: string }[]]>([
  ['what is theirs by name has nobody', ['person:head'], {}, ALL],
  ['what is theirs by name and another’s has the other', ['person:head', 'person:other'], {}, []],
  ['a unit without another head has nobody', ['unit:unit'], {}, ALL],
  ['a unit with a deputy has the deputy', ['unit:unit'], { heads: [headOf('head'), headOf('deputy')] }, []],
  [
    'a deputy who begins on Wednesday has it from then on',
    ['unit:unit'],
    { heads: [headOf('head'), headOf('deputy', { validFrom: WEDNESDAY, validTo: null })] },
    [{ fromDay: MONDAY, toDay: TUESDAY }],
  ],
  [
    'a deputy whose account is locked does not have it',
    ['unit:unit'],
    {
      heads: [headOf('head'), headOf('deputy')],
      workers: workers.filter(({ personId }) => personId !== 'deputy'),
    },
    ALL,
  ],
  [
    'a deputy who is away too does not have it on those days',
    ['unit:unit'],
    {
      heads: [headOf('head'), headOf('deputy')],
      absences: [away('deputy', 'head', { fromDay: TUESDAY, toDay: WEDNESDAY })],
    },
    [{ fromDay: TUESDAY, toDay: WEDNESDAY }],
  ],
  [
    'whoever stands in for the deputy has what is the unit’s',
    ['unit:unit'],
    { heads: [headOf('head'), headOf('deputy')], absences: [away('deputy', 'other')] },
    [],
  ],
  [
    'a deputy away in another post is there in this one',
    ['unit:unit'],
    { heads: [headOf('head'), headOf('deputy')], absences: [away('deputy', 'head', { postId: 'another post' })] },
    [],
  ],
  ['a substitute for all posts has what is by name', ['person:head'], { absences: [away('head', 'other')] }, []],
  [
    'a substitute in any one post has what is by name',
    ['person:head'],
    { absences: [away('head', 'other', { postId: 'another post' })] },
    [],
  ],
  [
    'a substitute in another post does not have what is the unit’s',
    ['unit:unit'],
    { absences: [away('head', 'other', { postId: 'another post' })] },
    ALL,
  ],
  [
    'a substitute for some of the days leaves the others, the weekend parting nothing',
    ['person:head'],
    { absences: [away('head', 'other', { fromDay: TUESDAY, toDay: THURSDAY })] },
    [
      { fromDay: MONDAY, toDay: MONDAY },
      { fromDay: FRIDAY, toDay: NEXT_MONDAY },
    ],
  ],
  [
    'a substitute who is away acts for nobody',
    ['person:head'],
    { absences: [away('head', 'other'), away('other', 'officer', { fromDay: FRIDAY })] },
    [{ fromDay: FRIDAY, toDay: NEXT_MONDAY }],
  ],
  ['a substitute without a post acts for nobody', ['person:head'], { absences: [away('head', 'gone')] }, ALL],
  ['what is restricted has no substitute', ['named:head'], { absences: [away('head', 'other')] }, ALL],
  ['what is restricted has whoever else it names', ['named:head', 'named:other'], {}, []],
])('%s', (_, holders, changes, expected) => {
  const staff = { workers, heads: [headOf('head')], absences: [], ...changes }
  expect(stallingDays({ holders, awayId: 'head', days, staff })).toEqual(expected)
})

test('on no days nothing stalls', () => {
  const staff = { workers, heads: [], absences: [] }
  expect(stallingDays({ holders: ['person:head'], awayId: 'head', days: [], staff })).toEqual([])
})
