import { formatDay } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import { type Actor, principalsOf } from '#workflows/actor.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import { type DataPeriod, reportedMonth } from '#workflows/calendar/periods.ts'
import { dataPeriodOf, periodBefore } from './data-periods.ts'
import { comparison, figureSection, type NamedUnit, ranking } from './figure-sections.ts'
import type { PartAsOf } from './figures.ts'
import { partsAsOf } from './parts-as-of.server.ts'
import type { PartsAsked } from './parts-stood.server.ts'
import { readFigures } from './read-figures.server.ts'
import { comparisonPicture, sharePicture } from './pictures.ts'
import { readTexts, readTold } from './read-texts.server.ts'
import type { Report, ReportSection } from './report.ts'
import { mayRead, type ReportQuestion } from './report-kinds.ts'
import { difficultySection, doneSection, lateSection, nextSection, proposalSection } from './task-sections.ts'

interface Asked {
  question: ReportQuestion
  by: Actor
  t: Translate
  /** When it is asked for: of its last day no hour is past that has not come yet. */
  seen?: PartsAsked['seen']
  /** The rows wanted of what is told task by task, if not all; each with its words. */
  most?: number | undefined
}

/**
 * A report over the period in which a day lies, with the data to the end of that day, out of what the reader may see. It is made from
 * the steps alone: asked again for the same day it is the same, but for words that were removed since.
 *
 * @throws Refused when such a report is not theirs to read; NotFound when there is no such unit
 */
export async function makeReport(asked: Asked): Promise<Report> {
  const { question, by, t } = asked
  const { kind, unitId, day } = question
  if (!mayRead(by, question)) throw new Refused('reports:errors.notYours')
  const whole = dataPeriodOf(question.period, day)
  const making: Making = {
    ...asked,
    units: await readUnits(by.organId),
    period: { from: whole.from, to: day },
    before: periodBefore(question.period, whole),
  }
  const unit = making.units.find(({ id }) => id === unitId)
  if (kind === 'weekly' && !unit) throw new NotFound()
  const about = [t('reports:about', { from: formatDay(whole.from), day: formatDay(day), to: formatDay(whole.to) })]
  if (kind === 'weekly') {
    const title = t('reports:title.weekly', { from: formatDay(whole.from), to: formatDay(whole.to) })
    return {
      title,
      about,
      unit: unit!.name,
      symbol: unit!.abbreviation,
      sections: await weekly(making, unit!.id, whole),
    }
  }
  const ofOrgan = { about: [...about, t('reports:counted')], unit: null, symbol: 'VP' }
  if (kind === 'monthly') {
    const [year, month] = reportedMonth(day).split('-').map(Number) as [number, number]
    return { ...ofOrgan, title: t('reports:title.monthly', { month, year }), sections: await monthly(making) }
  }
  const title = t('reports:title.performance', { from: formatDay(whole.from), to: formatDay(whole.to) })
  return { ...ofOrgan, title, sections: await performance(making) }
}

interface Making extends Asked {
  units: NamedUnit[]
  /** Cut off at the day asked for. */
  period: DataPeriod
  before: DataPeriod
}

async function monthly({ question: { day }, by, t, most, ...making }: Making): Promise<ReportSection[]> {
  const { units, period } = making
  const { now, before, late, lateCount } = await readFigures({
    ...making,
    principals: principalsOf(by),
    mostLate: most,
  })
  const texts = await readTexts(idsOf(late), period.to)
  return [
    { ...figureSection(t, now, units, 'LEAD'), picture: sharePicture(t, now, units) },
    figureSection(t, now, units, 'SUPPORT'),
    { ...comparison(t, now, before), picture: comparisonPicture(t, now, before) },
    { ...lateSection(t, { late, texts, units, day }), count: lateCount },
  ]
}

async function performance({ by, t, ...making }: Making): Promise<ReportSection[]> {
  const { units } = making
  const { now, before } = await readFigures({ ...making, principals: principalsOf(by), mostLate: 0 })
  return [
    { ...ranking(t, now, before, units), picture: sharePicture(t, now, units) },
    figureSection(t, now, units, 'LEAD'),
    figureSection(t, now, units, 'SUPPORT'),
  ]
}

async function weekly(
  { by, t, most, period, seen }: Making,
  unitId: string,
  week: DataPeriod,
): Promise<ReportSection[]> {
  const parts = await partsAsOf({ period, seen, principals: principalsOf(by), unitId })
  const nextWeekEnds = daysAfter(week.to, 7)
  const done = parts.filter((part) => isDoneIn(part, period))
  const next = parts.filter((part) => isToDo(part, nextWeekEnds))
  const told = await readTold(idsOf(parts), period)
  const [shownDone, shownNext] = [done.slice(0, most), next.slice(0, most)]
  const texts = await readTexts(idsOf([...shownDone, ...shownNext, ...told]), period.to)
  return [
    { ...doneSection(t, shownDone, texts), count: done.length },
    { ...nextSection(t, shownNext, texts), count: next.length },
    difficultySection(t, told, texts),
    proposalSection(t, told, texts),
  ]
}

function idsOf(parts: { partId: string }[]): string[] {
  return [...new Set(parts.map(({ partId }) => partId))]
}

/** Reported in the period, or finished in it. */
function isDoneIn({ reportedOn, settledOn }: PartAsOf, { from, to }: DataPeriod): boolean {
  return reportedOn !== null && ((reportedOn >= from && reportedOn <= to) || settledOn !== null)
}

function isToDo({ state, dueOn }: PartAsOf, until: Day): boolean {
  return state !== 'reported' && state !== 'done' && dueOn !== null && dueOn <= until
}

/** Those that have ended, too: the past keeps their names. */
function readUnits(organId: string): Promise<NamedUnit[]> {
  return db.unit.findMany({
    where: { organId },
    select: { id: true, name: true, abbreviation: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  })
}
