import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { enteredDirective } from '#test/factories/directives.ts'
import { askedOfSeries, enteredSeries, issuedSeries, monthly, morning, readerOfSeries } from '#test/factories/series.ts'
import { editSeries } from './edit-series.server.ts'
import { exportSeries } from './export-series.server.ts'
import { listSeries, seriesOfDirective } from './list-series.server.ts'
import { readSeriesPage } from './series-page.server.ts'

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

describe('who sees a series', () => {
  const table: [string, { draft: boolean; issued: boolean }][] = [
    ['chunhiem', { draft: true, issued: true }],
    ['phochunhiem1', { draft: true, issued: true }],
    ['tonghop1', { draft: true, issued: true }],
    ['tonghop2', { draft: true, issued: true }],
    ['trolychunhiem', { draft: true, issued: true }],
    ['trolyphochunhiem1', { draft: false, issued: false }],
    ['truong.tttt', { draft: false, issued: true }],
    ['pho.tttt', { draft: false, issued: true }],
    ['chuyenvien1.tttt', { draft: false, issued: false }],
    ['truong.khtc', { draft: false, issued: false }],
    ['truong.tccb', { draft: false, issued: false }],
    ['vanthu', { draft: false, issued: false }],
    ['quantri', { draft: false, issued: false }],
  ]
  let draftId: string
  let issuedId: string
  let directiveId: string
  beforeAll(async () => {
    directiveId = (await enteredDirective(office)).directiveId
    const changes = { supportUnitIds: [office.unitId('KHTC')] }
    draftId = await enteredSeries(office, { directiveId, changes })
    issuedId = await issuedSeries(office, { directiveId, changes })
  })

  test.each(table)('%s', async (username, sees) => {
    const who = readerOfSeries(office, username)
    const seen = [...(sees.draft ? [draftId] : []), ...(sees.issued ? [issuedId] : [])]
    const under = await seriesOfDirective({ directiveId, ...who })
    expect(under.map(({ id }) => id)).toEqual(seen)
    const { rows } = await listSeries({ filters: {}, page: 1, ...who })
    expect(rows.map(({ id }) => id).filter((id) => [draftId, issuedId].includes(id))).toEqual(seen.toReversed())
    for (const seriesId of [draftId, issuedId]) {
      const reading = readSeriesPage({ seriesId, ...who })
      if (seen.includes(seriesId)) await expect(reading).resolves.toMatchObject({ id: seriesId })
      else await expect(reading).rejects.toBeInstanceOf(NotFound)
    }
  })

  test('the export holds what the list shows, and is written down', async () => {
    const exported = async (username: string) => {
      const { actor: by, principals } = readerOfSeries(office, username)
      const response = await exportSeries({
        filters: { kind: 'MONTH' },
        by,
        principals,
        locale: 'vi',
        at: morning('2030-11-10'),
      })
      return (await response.text()).trim().split('\r\n').length - 1
    }
    expect(await exported('tonghop1')).toBe(await db.taskSeries.count({ where: { periodKind: 'MONTH' } }))
    expect(await exported('truong.tccb')).toBe(0)
    expect(await db.auditEntry.count({ where: { kind: 'listExported' } })).toBe(2)
  })

  test('it is found by words of its own or of its source, with diacritics or without, in the list and the export', async () => {
    const source = await enteredDirective(office, { symbol: '77/QĐ-UBDT', subject: 'Chế độ báo cáo 100% điện tử' })
    const seriesId = await enteredSeries(office, { ...source, changes: { content: 'Thống kê số hộ nghèo' } })
    const found = async (q: string, username = 'tonghop1') =>
      (await listSeries({ filters: { q }, page: 1, ...readerOfSeries(office, username) })).rows.map(({ id }) => id)
    for (const q of ['ho ngheo', 'SỐ HỘ', '77/qđ', '77/QD', 'bao cao 100%']) expect(await found(q)).toEqual([seriesId])
    expect(await found('ho ngheo', 'truong.tccb')).toEqual([])
    expect(await found('100_')).toEqual([])

    const { by, at, ...asked } = await askedOfSeries(office, seriesId, 'tonghop1', '2030-10-20')
    await editSeries({ ...asked, by, at, series: monthly(office, { content: 'Thống kê trường học' }) })
    expect([await found('ho ngheo'), await found('truong hoc')]).toEqual([[], [seriesId]])
    const { principals } = readerOfSeries(office, 'tonghop1')
    const exported = await exportSeries({ filters: { q: 'truong hoc' }, by, principals, locale: 'vi', at })
    expect((await exported.text()).trim().split('\r\n').slice(1)).toMatchObject([expect.stringContaining('trường học')])
    const entry = await db.auditEntry.findFirstOrThrow({ where: { kind: 'listExported', at } })
    expect(entry.details).toEqual({ list: 'series', q: '…' })
  })
})
