import { type Day, daysAfter, isWeekend } from './day.ts'

/** The lunar calendar of Vietnam (UTC+7), as far as holidays ask for it. It takes astronomy, so whoever calls brings it. */
export interface LunarCalendar {
  /** The first day of the lunar year that begins in this solar year. */
  newYear(year: number): Day
  /** A day of that lunar year, by its month and its day in the month; leap months are not asked for. */
  dayIn(year: number, month: number, day: number): Day
}

export const holidays = [
  'newYear',
  'lunarNewYear',
  'hungKings',
  'reunification',
  'labour',
  'nationalDay',
  'vietnameseCulture',
] as const
export type Holiday = (typeof holidays)[number]

/** A day off by law. */
export interface HolidayOff {
  day: Day
  holiday: Holiday
  /** A holiday on a weekend is made up for on the next working day: this is the holiday's day. */
  insteadOf: Day | null
  /** Which day it is, is decided anew each year: until that is announced it is only expected. */
  isExpected: boolean
  source: string
}

interface HolidayRule {
  holiday: Holiday
  /** The first and the last year in which it holds; null while it is in force. */
  since: number
  until: number | null
  source: string
  isDecidedYearly: boolean
  days: (year: number, lunar: LunarCalendar) => Day[]
}

const LABOUR_CODE = 'Bộ luật Lao động 2019, Điều 112'
const INSTEAD_OF_WEEKEND = 'Bộ luật Lao động 2019, Điều 111 khoản 3'

const byLabourCode = { since: 2021, until: null, source: LABOUR_CODE, isDecidedYearly: false }

const on = (monthAndDay: string) => (year: number) => [`${year}-${monthAndDay}`]

/**
 * Public holidays as law has them in its time; when it changes a line ends and another is added. The five days of Tết and the
 * second day of the National Day are chosen each year by the Prime Minister; here stand those that are mostly chosen.
 */
const rules: readonly HolidayRule[] = [
  { ...byLabourCode, holiday: 'newYear', days: on('01-01') },
  {
    ...byLabourCode,
    holiday: 'lunarNewYear',
    isDecidedYearly: true,
    days: (year, lunar) => [-1, 0, 1, 2, 3].map((days) => daysAfter(lunar.newYear(year), days)),
  },
  { ...byLabourCode, holiday: 'hungKings', days: (year, lunar) => [lunar.dayIn(year, 3, 10)] },
  { ...byLabourCode, holiday: 'reunification', days: on('04-30') },
  { ...byLabourCode, holiday: 'labour', days: on('05-01') },
  { ...byLabourCode, holiday: 'nationalDay', days: on('09-02') },
  {
    ...byLabourCode,
    holiday: 'nationalDay',
    isDecidedYearly: true,
    days: (year) => [isWeekend(`${year}-09-01`) ? `${year}-09-03` : `${year}-09-01`],
  },
  {
    holiday: 'vietnameseCulture',
    since: 2026,
    until: null,
    source: 'Nghị quyết 28/2026/QH16',
    isDecidedYearly: false,
    days: on('11-24'),
  },
]

/**
 * The days off by law in a year, in their order, with those that make up for a weekend.
 *
 * @param announced holidays whose days of this year stand in an announcement: they are left out here
 */
export function publicHolidaysOf(year: number, lunar: LunarCalendar, announced: ReadonlySet<Holiday>): HolidayOff[] {
  const off = rules
    .filter(({ since, until }) => since <= year && (until === null || year <= until))
    .filter(({ holiday }) => !announced.has(holiday))
    .flatMap(({ holiday, source, isDecidedYearly, days }) =>
      days(year, lunar).map((day) => ({ day, holiday, insteadOf: null, isExpected: isDecidedYearly, source })),
    )
  return [...off, ...madeUpFor(off)].sort(inOrder)
}

/** For each holiday on a weekend the next day that is worked and off for no other holiday. */
function madeUpFor(off: HolidayOff[]): HolidayOff[] {
  const taken = new Set(off.map(({ day }) => day))
  return off
    .filter(({ day }) => isWeekend(day))
    .sort(inOrder)
    .map((holiday) => {
      let day = daysAfter(holiday.day, 1)
      while (isWeekend(day) || taken.has(day)) day = daysAfter(day, 1)
      taken.add(day)
      return { ...holiday, day, insteadOf: holiday.day, source: INSTEAD_OF_WEEKEND }
    })
}

function inOrder(one: HolidayOff, other: HolidayOff): number {
  return one.day < other.day ? -1 : 1
}
