import { expect, test } from 'vitest'
import { directives } from '#app/i18n/vi/directives.ts'
import { currentVersions, definitionOf } from '#workflows/registry.ts'
import type { SubjectKind } from './shown-steps.ts'

/** What begins a subject is no event of its machine. */
const beginnings: Record<SubjectKind, string[]> = {
  task: ['enter'],
  // Given to a supporting unit it is said otherwise.
  assignment: ['assign', 'assignSupport'],
  extensionRequest: ['ask'],
}

test.each([
  ['task', 'TASK'],
  ['assignment', 'ASSIGNMENT'],
  ['extensionRequest', 'EXTENSION_REQUEST'],
] as const)('every step of the machine of the %s has its words, and no others have', (kind, name) => {
  const { machine } = definitionOf({ kind: name, version: currentVersions[name] })
  const events = machine.events as string[]
  const spoken = Object.keys(directives.stepOf[kind])
  expect(spoken.toSorted()).toEqual([...events, ...beginnings[kind]].toSorted())
})

test.each([
  ['task', 'TASK', []],
  // The lead's report is the unit's result.
  ['assignment', 'ASSIGNMENT', ['passUp']],
  // On the task's page a button leads to the requests one may decide.
  ['extensionRequest', 'EXTENSION_REQUEST', ['see']],
] as const)('every act of the %s has its words, and no others have', (kind, name, others) => {
  const { acts } = definitionOf({ kind: name, version: currentVersions[name] })
  expect(Object.keys(directives.act[kind]).toSorted()).toEqual([...Object.keys(acts), ...others].toSorted())
})
