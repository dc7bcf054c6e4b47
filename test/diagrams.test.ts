import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { directives } from '#app/i18n/vi/directives.ts'
import { currentVersions, definitionOf, restingStates } from '#workflows/registry.ts'
import { diagramOf, withDiagram } from '../scripts/diagram-of.ts'

const words = {
  TASK: directives.taskState,
  ASSIGNMENT: directives.assignmentState,
  EXTENSION_REQUEST: directives.extensionRequestState,
}

describe.each(['TASK', 'ASSIGNMENT', 'EXTENSION_REQUEST'] as const)('the README of the %s machine', (kind) => {
  const folder = kind.toLowerCase().replace('_', '-')
  const readme = readFileSync(join(import.meta.dirname, `../workflows/${folder}/README.md`), 'utf8')
  const { machine } = definitionOf({ kind, version: currentVersions[kind] })

  it('shows the machine as it is (`npm run diagrams` draws it anew)', () => {
    expect(readme).toBe(withDiagram(readme, diagramOf(machine)))
  })

  it('has a row for each state, with the word the screen has for it', () => {
    const rows = [...readme.matchAll(/^\| `(\w+)` +\| ([^|]+?) +\|/gm)].map(([, state, word]) => [state, word])
    const spoken = new Map(Object.entries(words[kind]))
    expect(rows).toEqual(restingStates(kind).map((state) => [state, spoken.get(state)]))
  })
})
