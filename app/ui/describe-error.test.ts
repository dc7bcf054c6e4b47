import { expect, test } from 'vitest'
import { translateFor } from '#app/i18n/translator.server.ts'
import { describeError } from './describe-error.ts'

const t = translateFor('en')

test('a refusal is said with its status, its words and their values', () => {
  const sent = { problem: { code: 'fileTooLarge', values: { size: '50 MB' } }, requestId: null }
  expect(describeError(t, routeError(413, sent))).toEqual({
    status: 413,
    heading: 'Too large',
    words: 'The file is too large. The limit is 50 MB.',
    requestId: null,
  })
})

test('an address without a page is said as not found', () => {
  expect(describeError(t, routeError(404, 'Error: No route matches URL "/x"'))).toMatchObject({
    status: 404,
    words: 'Not found, or not for you to see.',
  })
})

test('a fault shows its request id and nothing of itself', () => {
  const sent = { problem: { code: 'unexpected', values: {} }, requestId: 'abc' }
  expect(describeError(t, routeError(500, sent))).toMatchObject({ status: 500, requestId: 'abc' })
  const thrown = describeError(t, new Error('secret at line 3'))
  expect(JSON.stringify(thrown)).not.toContain('secret')
  expect(thrown.status).toBe(500)
})

test('a status we have no words for is said as its kind', () => {
  expect(describeError(t, routeError(418, null)).status).toBe(400)
  expect(describeError(t, routeError(502, null)).status).toBe(500)
})

/** What Remix gives an error boundary for an answer that was thrown. */
function routeError(status: number, data: unknown) {
  return { status, statusText: '', internal: false, data }
}
