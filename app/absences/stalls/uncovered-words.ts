import { formatDay } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { StallingLine } from './read-stalls.server.ts'

/** When there is nobody: all of the time, or from when to when. */
export function uncoveredWords(t: Translate, { uncovered, isThroughout }: StallingLine): string {
  if (isThroughout) return t('stalls:throughout')
  return uncovered
    .map(({ fromDay, toDay }) =>
      fromDay === toDay ? formatDay(fromDay) : t('stalls:days', { from: formatDay(fromDay), to: formatDay(toDay) }),
    )
    .join('; ')
}
