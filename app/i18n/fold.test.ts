import { describe, expect, test } from 'vitest'
import { foldVietnamese, initialsOf } from './fold.ts'

describe('foldVietnamese', () => {
  test('takes the diacritics off and writes đ as d', () => {
    expect(foldVietnamese('Vụ Địa phương III')).toBe('vu dia phuong iii')
    expect(foldVietnamese('ƯỚC MƠ')).toBe('uoc mo')
  })

  test('gives the same for composed and decomposed letters', () => {
    expect(foldVietnamese('Tổng hợp'.normalize('NFD'))).toBe(foldVietnamese('Tổng hợp'.normalize('NFC')))
  })

  test('folding twice changes nothing', () => {
    const once = foldVietnamese('  Trung  tâm Thông tin ')
    expect(foldVietnamese(once)).toBe(once)
    expect(once).toBe('trung tam thong tin')
  })
})

test('initials skip the dash between two words', () => {
  expect(initialsOf('Vụ Kế hoạch - Tài chính')).toBe('vkhtc')
})
