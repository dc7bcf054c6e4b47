import { describe, expect, test } from 'vitest'
import { en } from './en.ts'
import { vi } from './vi.ts'

const vietnamese = wordsOf(vi)
const english = wordsOf(en)

describe('the two catalogues', () => {
  test('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...vietnamese.keys()].sort())
  })

  test('name the same values in each text', () => {
    for (const [key, text] of vietnamese) {
      expect(valuesIn(english.get(key) ?? ''), key).toEqual(valuesIn(text))
    }
  })

  test('leave no text empty', () => {
    const empty = [...vietnamese, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key)
    expect(empty).toEqual([])
  })
})

function wordsOf(words: object, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(words)) {
    const here = path ? `${path}.${key}` : key
    if (typeof value === 'string') found.set(here, value)
    else for (const [inner, text] of wordsOf(value as object, here)) found.set(inner, text)
  }
  return found
}

function valuesIn(text: string): string[] {
  return [...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1] ?? '').sort()
}
