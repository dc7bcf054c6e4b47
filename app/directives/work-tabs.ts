import { formatNumber } from '#app/i18n/format.ts'
import type { ObligationKind } from '#workflows/obligations.ts'

/** The tabs of My work, in their order. `OVERDUE` goes over the open kinds, `DONE` over what the person has settled. */
export const workTabs = ['receipt', 'processing', 'review', 'supporting', 'informed', 'done', 'overdue'] as const
export type WorkTab = (typeof workTabs)[number]

/** Which open obligations stand in which tab. */
export const kindsOfTab: Record<Exclude<WorkTab, 'done' | 'overdue'>, ObligationKind[]> = {
  receipt: ['RECEIVE'],
  processing: ['PROCESS'],
  review: ['REVIEW', 'ACCEPT', 'ISSUE', 'RESOLVE', 'DECIDE'],
  supporting: ['SUPPORT'],
  informed: ['FOLLOW'],
}

export function isWorkTab(text: string | null): text is WorkTab {
  return workTabs.includes(text as WorkTab)
}

/** What is done is not counted: it only grows. */
export function isCounted(tab: WorkTab): tab is Exclude<WorkTab, 'done'> {
  return tab !== 'done'
}

/** Counts end here: nobody reads beyond it, and the menu of every page pays for them. */
export const WORK_COUNT_CAP = 1000

/** A count as it is shown: 12, or 1.000+. */
export function workCountWords(count: number): string {
  return count > WORK_COUNT_CAP ? `${formatNumber(WORK_COUNT_CAP)}+` : formatNumber(count)
}
