import { expect, test } from 'vitest'
import { problemWords, readProblem, writeProblem } from './problem.ts'
import { translateFor } from './translator.server.ts'

const t = translateFor('vi')

test('a problem survives being written in one line', () => {
  expect(readProblem(writeProblem('field.tooLong', { maximum: 500 }))).toEqual({
    code: 'field.tooLong',
    values: { maximum: '500' },
  })
})

test('a problem is said with its values', () => {
  expect(problemWords(t, { code: 'field.tooLong', values: { maximum: 500 } })).toBe('Không quá 500 ký tự.')
})

test('a code without words is said in general', () => {
  expect(problemWords(t, { code: 'noSuchCode', values: {} })).toBe('Có lỗi ngoài dự kiến.')
})
