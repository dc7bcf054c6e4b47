import type { WordsLike } from '../catalogue.ts'
import type { calendar as measure } from '../vi/calendar.ts'

export const calendar = {
  weekday: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  day: '{{weekday}} {{day}}',
  holiday: {
    newYear: 'New Year',
    lunarNewYear: 'Lunar New Year',
    hungKings: 'Commemoration of the Hung Kings',
    reunification: 'Victory Day',
    labour: 'International Labour Day',
    nationalDay: 'National Day',
    vietnameseCulture: 'Day of Vietnamese Culture',
  },
  rest: {
    weekend: 'weekend',
    holiday: '{{holiday}} ({{source}})',
    insteadOf: 'day off instead of {{holiday}} on {{day}} ({{source}})',
    expected: '{{rest}}, expected, not yet announced for the year',
    announced: 'off by {{source}}',
  },
  rule: {
    FIXED_DAY: 'Due on a fixed day',
    CALENDAR_DAYS: '{{days}} day(s), days off included, from the day after {{from}}',
    WORKING_DAYS: '{{days}} working day(s), from the day after {{from}}',
    END_OF_MONTH: 'End of the month of {{from}}',
    END_OF_QUARTER: 'End of the quarter of {{from}}',
    OPEN_ENDED: 'No due day',
    SAME_DAY: 'On {{from}} itself, at latest the next working day',
    BEFORE_DAY: '{{days}} day(s), days off included, before {{from}}',
    BEFORE_DAY_WORKING: '{{days}} working day(s) before {{from}}',
  },
  counted: 'day {{count}}',
  countedAtRest: 'day {{count}}; {{rest}}',
  passedOver: 'not counted: {{rest}}',
  keptAtRest: 'stays though it is a day off: {{rest}}',
  dueDay: 'due',
} as const satisfies WordsLike<typeof measure>
