import { foldVietnamese, initialsOf } from '#app/i18n/fold.ts'
import type { Option } from './select-field.tsx'

/**
 * Whether what was typed finds the option: every word of it occurs in the label or the alias, diacritics or not, or it is
 * how the label or the alias begins in short ("vkhtc", "khtc" for Vụ Kế hoạch - Tài chính).
 */
export function matchesOption(option: Option, typed: string): boolean {
  const sought = foldVietnamese(typed)
  if (sought === '') return true
  const words = foldVietnamese(`${option.label} ${option.alias ?? ''}`)
  if (sought.split(' ').every((word) => words.includes(word))) return true
  const compact = sought.replace(/[^\p{L}\p{N}]/gu, '')
  return compact !== '' && initialsOf(option.label).includes(compact)
}
