/** Of the words sought the log says that there were some: an administrator reads it, and sees no content. */
const WORDS_KEPT_BACK = '…'

export function filtersForTheLog<Filters extends { q?: string }>(filters: Filters): Filters {
  return { ...filters, ...(filters.q && { q: WORDS_KEPT_BACK }) }
}
