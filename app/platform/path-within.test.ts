import { expect, test } from 'vitest'
import { pathWithin } from './path-within.ts'

test('a path of our own is kept, with its query', () => {
  expect(pathWithin('/tasks?page=2#list')).toBe('/tasks?page=2#list')
})

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/.//elsewhere.example',
  'tasks',
  null,
])('an address elsewhere is not followed: %s', (sent) => {
  expect(pathWithin(sent)).toBe('/')
})
