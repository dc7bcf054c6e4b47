/** The table under a heading of a page of docs/, as rows of cells by the names of their columns. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const DOCS = join(import.meta.dirname, '../../docs')

export function tableOf(page: string, heading: string): Record<string, string>[] {
  const lines = readFileSync(join(DOCS, page), 'utf8').split('\n')
  const start = lines.indexOf(`## ${heading}`)
  if (start < 0) throw new Error(`docs/${page} has no heading "${heading}"`)
  const first = lines.findIndex((line, index) => index > start && line.startsWith('|'))
  const end = lines.findIndex((line, index) => index > first && !line.startsWith('|'))
  const [head, , ...rows] = lines.slice(first, end < 0 ? undefined : end).map(cellsOf)
  if (first < 0 || !head) throw new Error(`docs/${page} has no table under "${heading}"`)
  return rows.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])))
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}
