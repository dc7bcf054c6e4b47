import { v7 as newId } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { Conflict, NotFound, Refused } from '#app/platform/errors.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { enteredDirective } from '#test/factories/directives.ts'
import {
  askedOfSeries,
  enteredSeries,
  issuedSeries,
  monthly,
  morning,
  periodsOpened,
  openingStep,
} from '#test/factories/series.ts'
import { editSeries } from './edit-series.server.ts'
import { enterSeries } from './enter-series.server.ts'
import type { SeriesInput } from './forms.ts'
import { issueSeries } from './issue-series.server.ts'
import { openDuePeriods } from './open-periods.server.ts'
import { stopSeries } from './stop-series.server.ts'

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

describe('entering a series', () => {
  test('is for whoever may enter a task for its leader', async () => {
    await expect(enteredSeries(office, { by: 'tonghop2' })).resolves.toBeDefined()
    await expect(enteredSeries(office, { by: 'trolychunhiem' })).resolves.toBeDefined()
    await expect(enteredSeries(office, { by: 'chunhiem' })).rejects.toMatchObject({ code: 'refusals:notYourPart' })
    const directive = await enteredDirective(office)
    await expect(enteredSeries(office, { by: 'trolyphochunhiem1', ...directive })).rejects.toBeInstanceOf(NotFound)
    await expect(enteredSeries(office, { by: 'truong.khtc', ...directive })).rejects.toBeInstanceOf(NotFound)
    await expect(enteredSeries(office, { by: 'quantri', ...directive })).rejects.toBeInstanceOf(NotFound)
  })

  test('a second time with the same key enters nothing and names the first', async () => {
    const { directiveId } = await enteredDirective(office)
    const asked = { directiveId, series: monthly(office), by: office.actor('tonghop1'), requestKey: newId() }
    const enter = () => enterSeries({ ...asked, at: morning('2030-10-20') })
    const [first, second] = await Promise.all([enter(), enter()])
    expect(second).toEqual(first)
    expect(await db.taskSeries.count({ where: { directiveId } })).toBe(1)
  })

  test('is not done under a restricted directive', async () => {
    const named = office.actor('truong.tttt').personId
    const { directiveId } = await enteredDirective(office, { restricted: true, namedPersonIds: [named] })
    await expect(enteredSeries(office, { directiveId })).rejects.toMatchObject({
      code: 'series:errors.directiveIsRestricted',
    })
    await expect(enteredSeries(office, { directiveId, by: 'tonghop2' })).rejects.toBeInstanceOf(NotFound)
  })

  test('refuses whoever does not hold the post their part needs, and a first period that is past', async () => {
    const head = office.actor('truong.tttt').personId
    await expect(enteredSeries(office, { changes: { directingLeaderId: head } })).rejects.toMatchObject({
      code: 'directives:errors.leaderHasNoPost',
    })
    await expect(enteredSeries(office, { changes: { followerId: head } })).rejects.toMatchObject({
      code: 'directives:errors.followerHasNoPost',
    })
    await expect(enteredSeries(office, { changes: { supportUnitIds: [newId()] } })).rejects.toMatchObject({
      code: 'directives:errors.unitHasEnded',
    })
    // The task of November is due on Monday the 18th, for the 17th is a Sunday.
    await expect(enteredSeries(office, { on: '2030-11-18' })).resolves.toBeDefined()
    await expect(enteredSeries(office, { on: '2030-11-19' })).rejects.toMatchObject({
      code: 'series:errors.firstPeriodIsPast',
    })
  })
})

describe('issuing a series', () => {
  test('is for whoever may issue its tasks: by standing duty only from a signed source', async () => {
    const signed = await enteredSeries(office)
    await expect(
      issueSeries(await askedOfSeries(office, signed, 'trolychunhiem', '2030-10-20')),
    ).rejects.toBeInstanceOf(Refused)
    await expect(issueSeries(await askedOfSeries(office, signed, 'truong.tttt', '2030-10-20'))).rejects.toBeInstanceOf(
      NotFound,
    )
    await issueSeries(await askedOfSeries(office, signed, 'tonghop2', '2030-10-20'))

    const { directiveId } = await enteredDirective(office, { signer: undefined })
    const unsigned = await enteredSeries(office, { directiveId })
    await expect(issueSeries(await askedOfSeries(office, unsigned, 'tonghop2', '2030-10-20'))).rejects.toMatchObject({
      code: 'refusals:sourceIsSignedForStandingDuty',
    })
    await issueSeries(await askedOfSeries(office, unsigned, 'chunhiem', '2030-10-20'))
    const rows = await db.taskSeries.findMany({ where: { id: { in: [signed, unsigned] } }, orderBy: { id: 'asc' } })
    const post = (username: string) => office.actor(username).posts[0]!.id
    expect(rows.map(({ issuedPostId }) => issuedPostId)).toEqual([post('tonghop2'), post('chunhiem')])
  })

  test('happens once, and not over what somebody changed meanwhile', async () => {
    const seriesId = await enteredSeries(office)
    const asked = await askedOfSeries(office, seriesId, 'chunhiem', '2030-10-20')
    await editSeries({
      ...(await askedOfSeries(office, seriesId, 'tonghop1', '2030-10-20')),
      series: monthly(office, { dueAfterDays: 5 }),
    })
    await expect(issueSeries(asked)).rejects.toBeInstanceOf(Conflict)
    await issueSeries(await askedOfSeries(office, seriesId, 'chunhiem', '2030-10-20'))
    await expect(issueSeries(await askedOfSeries(office, seriesId, 'chunhiem', '2030-10-20'))).rejects.toMatchObject({
      code: 'refusals:notInThisState',
    })
  })

  test('opens at once a period whose day has come', async () => {
    const seriesId = await issuedSeries(office, { on: '2030-11-05' })
    expect(await periodsOpened(seriesId)).toEqual(['2030-11'])
  })
})

describe('stopping and changing a series', () => {
  test('touch only the future', async () => {
    const seriesId = await issuedSeries(office, { on: '2030-11-05' })
    const task = await db.task.findFirstOrThrow({ where: { seriesId }, include: { subject: true } })

    const edited = await askedOfSeries(office, seriesId, 'tonghop2', '2030-11-20')
    const edit = () => editSeries({ ...edited, series: monthly(office, { content: 'Báo cáo khác' }) })
    // Pressed twice it is done once, and nobody is told that somebody was quicker.
    await Promise.all([edit(), edit()])
    await openDuePeriods(morning('2030-12-05'))
    await stopSeries({
      ...(await askedOfSeries(office, seriesId, 'chunhiem', '2030-12-20')),
      reason: 'Theo chế độ báo cáo mới',
    })
    await openDuePeriods(morning('2031-03-01'))

    const tasks = await db.task.findMany({
      where: { seriesId },
      orderBy: { position: 'asc' },
      include: { subject: true },
    })
    expect(tasks.map(({ content }) => content)).toEqual([
      'Báo cáo công tác dân tộc (tháng 11/2030)',
      'Báo cáo khác (tháng 12/2030)',
    ])
    expect(tasks[0]!.subject).toEqual(task.subject)
    await expect(issueSeries(await askedOfSeries(office, seriesId, 'chunhiem', '2030-12-20'))).rejects.toMatchObject({
      code: 'refusals:seriesIsStopped',
    })
    const kinds = await db.auditEntry.findMany({
      where: { details: { path: ['seriesId'], equals: seriesId } },
      orderBy: { at: 'asc' },
    })
    expect(kinds.map(({ kind }) => kind)).toEqual(['seriesEntered', 'seriesIssued', 'seriesChanged', 'seriesStopped'])
    expect(kinds[2]!.details).toEqual({ seriesId, changed: ['content'] })
  })

  test('with another leader is to issue it anew, by whoever could', async () => {
    const editAs = async (seriesId: string, changes: Partial<SeriesInput>) => {
      return editSeries({
        ...(await askedOfSeries(office, seriesId, 'tonghop2', '2030-11-20')),
        series: monthly(office, changes),
      })
    }
    const other = { directingLeaderId: office.actor('phochunhiem2').personId }
    const signed = await issuedSeries(office, { on: '2030-11-05' })
    await editAs(signed, other)
    await openDuePeriods(morning('2030-12-05'))
    expect(await periodsOpened(signed)).toEqual(['2030-11', '2030-12'])
    expect(await openingStep(signed)).toMatchObject({
      actorId: office.actor('tonghop2').personId,
      postId: office.actor('tonghop2').posts[0]!.id,
      onBehalfOfId: other.directingLeaderId,
    })

    const { directiveId } = await enteredDirective(office, { signer: undefined })
    const unsigned = await issuedSeries(office, { directiveId })
    await expect(editAs(unsigned, other)).rejects.toMatchObject({ code: 'refusals:sourceIsSignedForStandingDuty' })
    await editAs(unsigned, { content: 'Báo cáo khác' })
  })

  test('is not for the units, nor for whoever only entered it once it is issued', async () => {
    const seriesId = await issuedSeries(office, { by: 'trolychunhiem' })
    for (const username of ['truong.tttt', 'trolychunhiem']) {
      const asked = await askedOfSeries(office, seriesId, username, '2030-10-21')
      await expect(stopSeries({ ...asked, reason: 'Không cần nữa' })).rejects.toMatchObject({
        code: 'refusals:notYourPart',
      })
      await expect(editSeries({ ...asked, series: monthly(office) })).rejects.toMatchObject({
        code: 'refusals:notYourPart',
      })
    }
  })
})
