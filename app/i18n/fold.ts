/**
 * Vietnamese text as people type it in a hurry: lower case, no diacritics, đ as d, single spaces.
 * Columns named search_text hold it, and what is sought is folded the same way.
 */
export function foldVietnamese(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replace(/\s+/g, ' ').trim()
}

/** The first letters of the words, folded: "Vụ Kế hoạch - Tài chính" gives "vkhtc". */
export function initialsOf(text: string): string {
  const words = foldVietnamese(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.map((word) => word[0]).join('')
}
