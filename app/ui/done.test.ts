import { expect, test } from 'vitest'
import { doneAt, isDoneKey } from './done.ts'

test('what was done is added to the address, beside what stands there', () => {
  expect(doneAt('/tasks?page=2#list', 'directives:done.accepted')).toBe(
    '/tasks?page=2&done=directives%3Adone.accepted#list',
  )
})

test('only sentences of things done can be said through the address', () => {
  expect(isDoneKey('directives:done.accepted')).toBe(true)
  expect(isDoneKey('errors:unexpected')).toBe(false)
  expect(isDoneKey('directives:done.<b>')).toBe(false)
})
