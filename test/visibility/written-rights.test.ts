import { describe, expect, test } from 'vitest'
import type { AnyStateMachine } from 'xstate'
import { isCovered } from '#app/absences/policy.ts'
import { mayActOnMany } from '#app/bulk-acts/policy.ts'
import { mayEditSource, mayEnterDirectives } from '#app/directives/policy.ts'
import { refusalOf } from '#app/organisation/policy.ts'
import { hasReports } from '#app/reports/report-kinds.ts'
import { unitsToShareWith } from '#app/saved-views/policy.ts'
import { boardScopesOf } from '#app/tracking/board-scope.ts'
import type { Actor, PostRole } from '#workflows/actor.ts'
import { assignmentMachine } from '#workflows/assignment/machine.ts'
import type { AssignmentCondition } from '#workflows/assignment/conditions.ts'
import type { AssignmentPart } from '#workflows/assignment/parts.ts'
import type { ExtensionRequestCondition } from '#workflows/extension-request/conditions.ts'
import { extensionRequestMachine } from '#workflows/extension-request/machine.ts'
import type { ExtensionRequestPart } from '#workflows/extension-request/parts.ts'
import type { Permit } from '#workflows/permit.ts'
import { taskMachine } from '#workflows/task/machine.ts'
import type { TaskCondition } from '#workflows/task/conditions.ts'
import type { TaskPart } from '#workflows/task/parts.ts'
import { tableOf } from './markdown-table.ts'

/** The page's words for what the machines call by a name; a part or condition that is added needs words first. */
const PARTS: Record<TaskPart | AssignmentPart | ExtensionRequestPart, string> = {
  directingLeader: 'the directing leader',
  leaderInCharge: 'a leader in charge of the lead unit',
  secretariat: 'the secretariat',
  assistant: 'an assistant of the directing leader',
  holder: 'the holder',
  giver: 'the giver',
  lead: 'the head of the lead unit',
  assignersSide: "the assigner's side",
  requester: 'the holder who asks',
  decider: 'who gave the work',
}

const CONDITIONS: Record<TaskCondition | AssignmentCondition | ExtensionRequestCondition, string> = {
  sourceIsSignedForStandingDuty: 'the source is signed, or the directing leader does it',
  resultIsAnothers: 'the result was passed up by somebody else',
  nobodyReceived: 'no unit has received its part',
  isFromOutside: 'an outside assigner gave it',
  isNotRestricted: 'it is not restricted',
  unitsAreNew: 'the unit has no open part',
  supportersAreDueInTime: 'each is due no later than the lead',
  dayIsWithinTheOuter: 'the day is no later than the outer one',
  newDayIsKnown: 'an extension names the new day',
  lineIsOpen: 'what stands above still waits for it',
  isDueInTime: 'the day is no later than their own',
  isHandedOnce: 'each is handed it once',
  isHandedToPersons: 'restricted: to persons only',
  latenessIsExplained: 'late, it says why',
  supportersReportedOrExplained: "the lead's: every supporting unit has reported or was let off, or it says why not",
  isContribution: "it is a supporting unit's own",
  contributionIsAnothers: 'somebody else reported it',
  hasDueDay: 'it has a due day',
  extensionIsNotAsked: 'no other request is open',
  requestIsAnothers: 'somebody else asked',
  dayIsLater: 'the day is later than the present one',
  dayIsWithinTheGivers: "the day is no later than the giver's",
}

const ROLES: PostRole[] = [
  'OFFICER',
  'UNIT_HEAD',
  'DEPUTY_HEAD',
  'LEADER',
  'ASSISTANT',
  'REGISTRY',
  'SECRETARIAT',
  'LEGAL',
  'ADMIN',
]

/** What has no machine, as the product asks whether a substitute may do it. */
const BESIDE: Record<string, (actor: Actor) => boolean> = {
  'Enter a directive': mayEnterDirectives,
  'Complete or correct a source': (actor) => mayEditSource(actor, { hasDrafts: true }),
  'Act on many tasks at once': mayActOnMany,
  'Look at a tracking board': (actor) => boardScopesOf(actor).length > 0,
  'Read and download reports': hasReports,
  'Share views with a unit': (actor) => unitsToShareWith(actor).length > 0,
  'Administer the organ, read the log': (actor) => refusalOf(actor, { act: 'readAudit' }) === null,
  'Name a substitute, end an absence': (actor) => refusalOf(actor, { act: 'enterAbsences' }) === null,
}

const IN_THE_PLACE_OF: Record<string, PostRole[]> = {
  'a head or deputy': ['UNIT_HEAD', 'DEPUTY_HEAD'],
  'a leader': ['LEADER'],
  'the secretariat': ['SECRETARIAT'],
  nobody: [],
}

describe('docs/rights.md says what the machines say', () => {
  test.each<[string, AnyStateMachine]>([
    ['Tasks', taskMachine],
    ['Assignments', assignmentMachine],
    ['Extension requests', extensionRequestMachine],
  ])('of %s, neither more nor less', (heading, machine) => {
    const written = tableOf('rights.md', heading).flatMap((row) =>
      unquoted(row['In the state'])
        .split(', ')
        .map((state) => [unquoted(row.Act), state, sorted(row.Who, ','), sorted(row.If, ';')].join(' | ')),
    )
    expect(written.toSorted()).toEqual(permittedBy(machine).toSorted())
  })

  test('of what has no machine', () => {
    expect(tableOf('rights.md', 'Beside the machines').map(({ Act }) => Act)).toHaveLength(10)
    const those = (may: (actor: Actor) => boolean) => ROLES.filter((role) => may(holding(role)))
    expect(those(mayEnterDirectives)).toEqual(['ASSISTANT', 'SECRETARIAT'])
    expect(those((actor) => mayEditSource(actor, { hasDrafts: true }))).toEqual(['ASSISTANT', 'SECRETARIAT'])
    expect(those((actor) => mayEditSource(actor, { hasDrafts: false }))).toEqual([])
    for (const act of ['readAudit', 'changeCalendar', 'changeReminders', 'changeNotices', 'operate'] as const) {
      expect(
        those((actor) => refusalOf(actor, { act }) === null),
        act,
      ).toEqual(['ADMIN'])
    }
    expect(refusalOf(holding('ADMIN'), { act: 'manageAccounts', organId: 'another' })).toBe('otherOrgan')
  })
})

describe('docs/rights.md says what a substitute may beside the machines', () => {
  const written = tableOf('rights.md', "In an absent person's place")

  test('of everything there is something to ask', () => {
    expect(written.map(({ What }) => What)).toEqual(Object.keys(BESIDE))
  })

  test.each(written)('$What', (row) => {
    const may = ROLES.filter((role) => BESIDE[row.What!]!(standingInFor(role)))
    const those = row['In the place of']!.split(', ').flatMap((words) => IN_THE_PLACE_OF[words]!)
    // Of the others nobody stands in for any.
    expect(may.filter(isCovered).toSorted()).toEqual(those.toSorted())
  })

  test('and whose posts have none', () => {
    expect(ROLES.filter((role) => !isCovered(role))).toEqual(['ASSISTANT', 'ADMIN'])
  })
})

/** Every act a machine permits anybody, each with its state, its parts and its conditions, in the page's words. */
function permittedBy(machine: AnyStateMachine): string[] {
  return Object.values(machine.states).flatMap((state) =>
    [...state.transitions].flatMap(([act, transitions]) =>
      transitions.flatMap(({ guard }) => {
        if (!guard || typeof guard !== 'object' || guard.type !== 'permitted' || !('params' in guard)) return []
        const { by, when = [], given = [] } = guard.params as Permit<keyof typeof PARTS, keyof typeof CONDITIONS>
        const who = by.map((part) => PARTS[part])
        const conditions = [...when, ...given].map((condition) => CONDITIONS[condition])
        return [[act, state.key, who.toSorted().join(), conditions.toSorted().join()].join(' | ')]
      }),
    ),
  )
}

function unquoted(cell = ''): string {
  return cell.replaceAll('`', '')
}

function sorted(cell = '', separator: string): string {
  return cell
    .split(separator)
    .map((words) => words.trim())
    .filter(Boolean)
    .toSorted()
    .join()
}

/** An officer who stands in for somebody of the role. */
function standingInFor(role: PostRole): Actor {
  const { standsInFor: _, ...absent } = holding(role)
  const posts = absent.posts.map((post) => ({ ...post, unitId: 'unit' }))
  return { ...holding('OFFICER'), standsInFor: [{ ...absent, personId: 'absent', posts }] }
}

function holding(role: PostRole): Actor {
  return {
    personId: 'person',
    organId: 'organ',
    posts: [{ id: 'post', role, unitId: null, assistsPersonId: null }],
    chargeUnitIds: [],
    standsInFor: [],
  }
}
