import { expect, test } from 'vitest'
import { parseEnvironment } from './env.server.ts'

test('nothing set is an installation on this machine alone', () => {
  expect(parseEnvironment({})).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, NODE_ENV: 'production', DEMO: true })
})

test('an empty value counts as absent', () => {
  expect(parseEnvironment({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 })
})

test.each([
  ['PORT', 'http', 'must be a whole number'],
  ['PORT', '70000', 'from 0 to 65535'],
  ['DATABASE_URL', 'mysql://localhost/docflow', 'must begin with postgresql://'],
  ['REDIS_URL', 'localhost:6379', 'must begin with redis://'],
  ['SECRET', 'changeme', 'is a placeholder'],
  ['SECRET', 'short', 'at least 32 characters'],
  ['HOST', '<your host>', 'is a placeholder'],
  ['PUBLIC_URL', 'docflow.gov.vn', 'must be an http:// or https:// address'],
  ['DEMO', 'perhaps', 'must be true or false'],
])('%s=%s is refused in a sentence that names it', (name, value, words) => {
  expect(() => parseEnvironment({ [name]: value })).toThrow(`The environment variable ${name}`)
  expect(() => parseEnvironment({ [name]: value })).toThrow(words)
})
