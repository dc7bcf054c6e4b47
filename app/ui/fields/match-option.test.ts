import { expect, test } from 'vitest'
import { matchesOption } from './match-option.ts'

const planning = { value: '1', label: 'Vụ Kế hoạch - Tài chính', alias: 'KHTC' }

test.each(['ke hoach', 'Tài chính', 'tai ke', 'khtc', 'KHTC', 'vkhtc', 'VKH-TC', ''])(
  '"%s" finds the unit',
  (typed) => {
    expect(matchesOption(planning, typed)).toBe(true)
  },
)

test.each(['địa phương', 'ke toan', 'tckh', '?'])('"%s" does not find it', (typed) => {
  expect(matchesOption(planning, typed)).toBe(false)
})
