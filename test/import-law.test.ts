/**
 * Who may know whom (docs/decisions). Read as plain text: what this sees, a reader sees.
 */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

interface Source {
  /** From the root of the project, with forward slashes: app/tasks/accept-task.server.ts */
  path: string
  text: string
  imports: Import[]
}

interface Import {
  /** As written. */
  from: string
  /** The file meant, from the root of the project; null for a package. */
  file: string | null
  typeOnly: boolean
}

const root = join(import.meta.dirname, '..')
const sources = globSync('{app,workflows}/**/*.{ts,tsx}', { cwd: root }).map(read)
const shipped = sources.filter(({ path }) => !/\.test\.tsx?$/.test(path))

/** Folders of app/ that are about the computer or the screen: every noun may use them, and they know no noun. */
const FOUNDATIONS = ['app/ui', 'app/i18n', 'app/platform']

describe('workflows are pure', () => {
  const workflows = under('workflows')

  test('they import xstate, zod and their own files only', () => {
    expect(
      offences(workflows, ({ from, file }) =>
        file ? !file.startsWith('workflows/') : !['xstate', 'zod'].includes(from),
      ),
    ).toEqual([])
  })

  test('time, chance and the environment come in as arguments', () => {
    const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bcrypto\b|\bperformance\b|\bprocess\.|\bsetTimeout\b/
    expect(lines(workflows, impure)).toEqual([])
  })
})

describe('routes are thin', () => {
  const routes = [...under('app/routes'), ...shipped.filter(({ path }) => path === 'app/root.tsx')]

  test('they touch neither database nor machine nor queue', () => {
    const forbidden = /^(xstate|bullmq|pg|ioredis|@prisma\/.*|#prisma\/.*|#app\/platform\/(db|queue)\.server\.ts)$/
    expect(offences(routes, ({ from }) => forbidden.test(from))).toEqual([])
  })

  test('they import nothing of another route but types', () => {
    const isRoute = ({ file, typeOnly }: Import) => !typeOnly && file !== null && file.startsWith('app/routes/')
    expect(offences(routes, isRoute)).toEqual([])
  })
})

describe('the computer is reached through one door each', () => {
  test('only platform/env reads the environment', () => {
    expect(lines(except('app/platform/env.server.ts'), /\bprocess\.env\b/)).toEqual([])
  })

  test('only platform/db makes a client', () => {
    expect(lines(except('app/platform/db.server.ts'), /\bnew PrismaClient\b/)).toEqual([])
  })

  test('only platform, the outbox and the jobs know the queue', () => {
    const others = shipped.filter(({ path }) => !/^app\/(platform|outbox|jobs)\//.test(path))
    expect(offences(others, ({ from }) => from === 'bullmq')).toEqual([])
  })

  test('only the clock tells a noun what time it is', () => {
    const nouns = under('app').filter(({ path }) => !path.startsWith('app/platform/'))
    expect(lines(nouns, /\bnew Date\(\)|\bDate\.now\(\)/)).toEqual([])
  })
})

describe('what only the server may load', () => {
  test('is imported by its full name where the bundler may meet it, so that Node loads it once', () => {
    const mayBeBundled = shipped.filter(({ path }) => path.startsWith('app/') && !path.endsWith('.server.ts'))
    const isServerFile = ({ from, typeOnly }: Import) =>
      !typeOnly && from.startsWith('.') && from.endsWith('.server.ts')
    expect(offences(mayBeBundled, isServerFile)).toEqual([])
  })

  test('imports no component and no style sheet, which Node could not read', () => {
    const serverOnly = shipped.filter(({ path }) => path.endsWith('.server.ts'))
    expect(offences(serverOnly, ({ from, typeOnly }) => !typeOnly && /\.(tsx|css)(\?|$)/.test(from))).toEqual([])
  })
})

describe('folders', () => {
  test('foundations know no noun', () => {
    const foundations = FOUNDATIONS.flatMap(under)
    const outward = (file: string) => file.startsWith('app/') && !FOUNDATIONS.includes(folderOf(file))
    expect(offences(foundations, ({ file, typeOnly }) => !typeOnly && file !== null && outward(file))).toEqual([])
  })

  test('another folder is named from the root (#app/…), the own one from here (./…)', () => {
    const wrong = shipped.flatMap(({ path, imports }) =>
      imports
        .filter(({ from, file }) => file !== null && from.startsWith('.') !== (folderOf(file) === folderOf(path)))
        // A route file and the files beside root.tsx are named from the root by everyone.
        .filter(({ file }) => folderOf(file ?? '') !== 'app')
        .map(({ from }) => `${path} imports ${from}`),
    )
    expect(wrong).toEqual([])
  })

  test('nothing is imported through a barrel, and every import names its file with its ending', () => {
    const barrel = ({ file }: Import) => file !== null && (/\/index\.tsx?$/.test(file) || !/\.\w+(\?\w+)?$/.test(file))
    expect(offences(shipped, barrel)).toEqual([])
  })
})

function read(file: string): Source {
  const path = file.replaceAll('\\', '/')
  const text = readFileSync(join(root, file), 'utf8')
  const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\s+from\s+)?'([^']+)'/gm)
  const dynamic = text.matchAll(/\bimport\('([^']+)'\)/g)
  const imports = [
    ...[...statements].map(([, type, from]) => ({ from: from ?? '', typeOnly: type !== undefined })),
    ...[...dynamic].map(([, from]) => ({ from: from ?? '', typeOnly: false })),
  ]
  return { path, text, imports: imports.map((each) => ({ ...each, file: fileMeant(path, each.from) })) }
}

function fileMeant(importer: string, from: string): string | null {
  if (from.startsWith('#')) return from.slice(1)
  if (!from.startsWith('.')) return null
  return normalize(join(dirname(importer), from)).replaceAll('\\', '/')
}

/** app/tasks/x.ts and app/tasks/forms/y.tsx are both of app/tasks; app/root.tsx is of app. */
function folderOf(file: string): string {
  const [top = '', noun = '', ...rest] = relative('', file).replaceAll('\\', '/').split('/')
  if (top !== 'app') return top
  return rest.length > 0 ? `${top}/${noun}` : top
}

function under(folder: string): Source[] {
  return shipped.filter(({ path }) => path.startsWith(`${folder}/`))
}

function except(file: string): Source[] {
  return under('app').filter(({ path }) => path !== file)
}

function offences(files: Source[], isForbidden: (each: Import) => boolean): string[] {
  return files.flatMap(({ path, imports }) => imports.filter(isForbidden).map(({ from }) => `${path} imports ${from}`))
}

function lines(files: Source[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ line: line.replace(/(^|\s)\/\/.*|^\s*\/?\*.*/, ''), number: index + 1 }))
      .filter(({ line }) => pattern.test(line))
      .map(({ line, number }) => `${path}:${number} ${line.trim()}`),
  )
}
