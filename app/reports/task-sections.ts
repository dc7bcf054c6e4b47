import { doerWords } from '#app/absences/doer-words.ts'
import { dueCell } from '#app/due-days/due-cell.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { type Day, daysBetween } from '#workflows/calendar/day.ts'
import type { NamedUnit } from './figure-sections.ts'
import type { PartAsOf } from './figures.ts'
import type { PartTexts, ToldInPeriod } from './read-texts.server.ts'
import type { ReportSection } from './report.ts'

type Texts = Map<string, PartTexts>

/** What is late or was done too late, with the reason as it was given. */
export function lateSection(
  t: Translate,
  { late, texts, units, day }: { late: PartAsOf[]; texts: Texts; units: NamedUnit[]; day: Day },
): ReportSection {
  const names = new Map(units.map(({ id, abbreviation }) => [id, abbreviation]))
  return {
    heading: t('reports:section.late'),
    columns: [
      { head: t('reports:column.number'), parts: 5 },
      { head: t('tracking:unit'), parts: 10 },
      ...taskColumns(t),
      { head: t('reports:column.part'), parts: 9 },
      { head: t('directives:field.dueOn'), parts: 10 },
      { head: t('reports:column.daysLate'), parts: 7, numeric: true },
      { head: t('directives:field.timeliness'), parts: 11 },
      { head: t('reports:column.reason'), parts: 20 },
    ],
    rows: late.map((part, index) => {
      const { reportedOn, suspendedOn, dueOn, timeliness } = part
      const told = texts.get(part.partId)
      return [
        index + 1,
        names.get(part.unitId) ?? '',
        ...taskCells(t, told),
        t(`reports:part.${part.role}`),
        dueCell(dueOn, part.dueHour),
        dueOn && daysBetween(dueOn, reportedOn ?? suspendedOn ?? day),
        timeliness && t(`directives:timeliness.${timeliness}`),
        told?.latenessReason ?? told?.difficulties ?? '',
      ]
    }),
    empty: t('reports:empty.late'),
  }
}

/** What a unit reported or finished. */
export function doneSection(t: Translate, parts: PartAsOf[], texts: Texts): ReportSection {
  return {
    heading: t('reports:section.done'),
    columns: [
      { head: t('reports:column.number'), parts: 5 },
      ...taskColumns(t),
      { head: t('reports:column.part'), parts: 9 },
      { head: t('reports:column.result'), parts: 30 },
      { head: t('reports:column.reportedOn'), parts: 11 },
      { head: t('directives:field.timeliness'), parts: 12 },
    ],
    rows: parts.map((part, index) => {
      const told = texts.get(part.partId)
      return [
        index + 1,
        ...taskCells(t, told),
        t(`reports:part.${part.role}`),
        [told?.result, told?.documentSymbol && t('directives:step.document', { symbol: told.documentSymbol })]
          .filter(Boolean)
          .join('\n'),
        part.reportedOn && { day: part.reportedOn },
        isWaiting(part) ? t('reports:waiting') : part.timeliness && t(`directives:timeliness.${part.timeliness}`),
      ]
    }),
    empty: t('reports:empty.done'),
  }
}

/** What a unit has to do until the end of the week after, what is overdue first. */
export function nextSection(t: Translate, parts: PartAsOf[], texts: Texts): ReportSection {
  return {
    heading: t('reports:section.next'),
    columns: [
      { head: t('reports:column.number'), parts: 5 },
      ...taskColumns(t),
      { head: t('reports:column.part'), parts: 9 },
      { head: t('directives:field.dueOn'), parts: 11 },
      { head: t('directives:field.timeliness'), parts: 12 },
    ],
    rows: parts.map((part, index) => [
      index + 1,
      ...taskCells(t, texts.get(part.partId)),
      t(`reports:part.${part.role}`),
      dueCell(part.dueOn, part.dueHour),
      part.timeliness && t(`directives:timeliness.${part.timeliness}`),
    ]),
    empty: t('reports:empty.next'),
  }
}

/** What hinders the work, as it was told in the period. */
export function difficultySection(t: Translate, told: ToldInPeriod[], texts: Texts): ReportSection {
  return {
    heading: t('reports:section.difficulties'),
    columns: toldColumns(t, t('reports:column.difficulty')),
    rows: told
      .filter(({ event }) => event === 'progress')
      .map((each, index) => [...toldCells(t, each, texts, index), each.text]),
    empty: t('reports:empty.difficulties'),
  }
}

/** What the unit asked for: more time, and why. */
export function proposalSection(t: Translate, told: ToldInPeriod[], texts: Texts): ReportSection {
  return {
    heading: t('reports:section.proposals'),
    columns: toldColumns(t, t('reports:column.proposal')),
    rows: told
      .filter(({ event }) => event === 'requestExtension')
      .map((each, index) => [
        ...toldCells(t, each, texts, index),
        [each.dueOn && t('reports:moreTime', { day: formatDay(each.dueOn) }), each.text].filter(Boolean).join(': '),
      ]),
    empty: t('reports:empty.proposals'),
  }
}

/** Passed up, and not accepted yet. */
function isWaiting({ state }: PartAsOf): boolean {
  return state === 'reported'
}

function taskColumns(t: Translate) {
  return [
    { head: t('directives:field.source'), parts: 13 },
    { head: t('directives:field.content'), parts: 30, names: true },
  ]
}

function taskCells(t: Translate, texts: PartTexts | undefined): string[] {
  const source = [texts?.symbol, texts?.signedOn && t('taskExports:sourceDay', { day: formatDay(texts.signedOn) })]
  return [source.filter(Boolean).join(' '), texts?.content ?? t('directives:step.textRemoved')]
}

function toldColumns(t: Translate, head: string) {
  return [
    { head: t('reports:column.number'), parts: 5 },
    { head: t('reports:column.on'), parts: 11 },
    { head: t('reports:column.person'), parts: 15 },
    ...taskColumns(t),
    { head, parts: 30 },
  ]
}

function toldCells(t: Translate, { on, partId, ...doer }: ToldInPeriod, texts: Texts, index: number) {
  return [index + 1, { day: on }, doerWords(t, doer), ...taskCells(t, texts.get(partId))]
}
