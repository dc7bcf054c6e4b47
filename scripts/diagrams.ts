/** `npm run diagrams`: draws each machine anew in the README beside it. A test tells when that was forgotten. */
import { readFileSync, writeFileSync } from 'node:fs'
import { currentVersions, definitionOf } from '#workflows/registry.ts'
import { diagramOf, withDiagram } from './diagram-of.ts'

for (const kind of ['TASK', 'ASSIGNMENT', 'EXTENSION_REQUEST'] as const) {
  const file = new URL(`../workflows/${kind.toLowerCase().replace('_', '-')}/README.md`, import.meta.url)
  const { machine } = definitionOf({ kind, version: currentVersions[kind] })
  writeFileSync(file, withDiagram(readFileSync(file, 'utf8'), diagramOf(machine)))
}
