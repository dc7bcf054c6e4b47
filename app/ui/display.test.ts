import { expect, test } from 'vitest'
import { displayAttributes, displayIn } from './display.ts'

test('without a choice the device decides and there is room', () => {
  expect(displayIn(null)).toEqual({ theme: 'device', density: 'comfortable' })
  expect(displayAttributes(displayIn(''))).toEqual({ className: undefined, 'data-density': undefined })
})

test('what the cookies say stands on the page', () => {
  const display = displayIn('locale=vi; theme=dark;density=compact')
  expect(displayAttributes(display)).toEqual({ className: 'dark', 'data-density': 'compact' })
})

test('what we never wrote counts as no choice', () => {
  expect(displayIn('theme="><script>; density=tiny')).toEqual({ theme: 'device', density: 'comfortable' })
})
