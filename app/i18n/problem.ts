import type { Translate } from './translator.ts'

/** What went wrong, as data: a key of the `errors` catalogue (or `noun:key` of another) and the values of its words. */
export interface Problem {
  code: string
  values: Record<string, string | number>
}

/** The words of a problem. A code without words is a mistake of ours, not of the reader: they get the general sentence. */
export function problemWords(t: Translate, problem: Problem): string {
  const key = problem.code.includes(':') ? problem.code : `errors:${problem.code}`
  // The key comes as data, so the type of `t` cannot know it; the default stands in where it has no words.
  const translate = t as unknown as (key: string, options: Record<string, unknown>) => string
  return translate(key, { ...problem.values, defaultValue: t('errors:unexpected') })
}

/**
 * A problem in one line, so that it fits where a form keeps an error: `field.tooLong?maximum=500`.
 * Conform and zod carry errors as strings.
 */
export function writeProblem(code: string, values: Record<string, string | number> = {}): string {
  const query = new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString()
  return query ? `${code}?${query}` : code
}

export function readProblem(line: string): Problem {
  const [code = '', query = ''] = line.split('?')
  return { code, values: Object.fromEntries(new URLSearchParams(query)) }
}
