import { v7 as newId } from 'uuid'
import { enterSeries } from '#app/series/enter-series.server.ts'
import type { SeriesInput } from '#app/series/forms.ts'
import { issueSeries } from '#app/series/issue-series.server.ts'
import { db } from '#app/platform/db.server.ts'
import { principalsOf } from '#workflows/actor.ts'
import type { DemoOffice } from './demo-office.ts'
import { enteredDirective } from './directives.ts'

/** A morning in the office. */
export const morning = (day: string) => new Date(`${day}T08:00:00+07:00`)

/** Monthly from November 2030 on, whose data close on 14 November; opened ten days before, due three days after. */
export function monthly(office: DemoOffice, changes: Partial<SeriesInput> = {}): SeriesInput {
  return {
    content: 'Báo cáo công tác dân tộc',
    directingLeaderId: office.actor('chunhiem').personId,
    leadUnitId: office.unitId('TTTT'),
    followerId: office.actor('tonghop1').personId,
    supportUnitIds: [],
    urgency: 'NORMAL',
    firstPeriod: '2030-11',
    dueAfterDays: 3,
    opensBeforeDays: 10,
    ...changes,
  }
}

interface Entering {
  changes?: Partial<SeriesInput>
  directiveId?: string
  by?: string
  on?: string
}

export async function enteredSeries(
  office: DemoOffice,
  { changes, directiveId, by = 'tonghop1', on = '2030-10-20' }: Entering = {},
): Promise<string> {
  const under = directiveId ?? (await enteredDirective(office)).directiveId
  const asked = { by: office.actor(by), requestKey: newId(), at: morning(on) }
  return (await enterSeries({ directiveId: under, series: monthly(office, changes), ...asked })).seriesId
}

/** An act on a series as it stands now. */
export async function askedOfSeries(office: DemoOffice, seriesId: string, by: string, on: string) {
  const { revision } = await db.taskSeries.findUniqueOrThrow({ where: { id: seriesId } })
  return { seriesId, revision, by: office.actor(by), requestKey: newId(), at: morning(on) }
}

export async function issuedSeries(office: DemoOffice, entering: Entering = {}): Promise<string> {
  const seriesId = await enteredSeries(office, entering)
  await issueSeries(await askedOfSeries(office, seriesId, 'chunhiem', entering.on ?? '2030-10-20'))
  return seriesId
}

export async function periodsOpened(seriesId: string): Promise<(string | null)[]> {
  const tasks = await db.task.findMany({ where: { seriesId }, orderBy: { position: 'asc' } })
  return tasks.map(({ period }) => period)
}

export function readerOfSeries(office: DemoOffice, username: string) {
  const actor = office.actor(username)
  return { actor, principals: principalsOf(actor), today: '2030-11-10' }
}

/** The step that opened the newest period. */
export async function openingStep(seriesId: string) {
  const { id: rootId } = await db.task.findFirstOrThrow({ where: { seriesId }, orderBy: { position: 'desc' } })
  return db.step.findFirstOrThrow({ where: { rootId, event: 'open' } })
}
