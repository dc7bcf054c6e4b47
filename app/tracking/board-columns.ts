import type { Timeliness } from '#workflows/calendar/timeliness.ts'

/** As the office reads them: what runs, then what is done. */
export const boardColumns = [
  'IN_TIME',
  'DUE_SOON',
  'OVERDUE',
  'OPEN_ENDED',
  'DONE_ON_TIME',
  'DONE_LATE',
] as const satisfies Timeliness[]
