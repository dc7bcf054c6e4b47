import { v7 as newId } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { editTask } from '#app/directives/edit-task.server.ts'
import { countMyWork } from '#app/directives/my-work.server.ts'
import { revokeTask } from '#app/directives/simple-acts.server.ts'
import { listTasks } from '#app/directives/task-list.server.ts'
import { readTaskPage } from '#app/directives/task-page.server.ts'
import { jobs } from '#app/jobs/jobs.server.ts'
import { db } from '#app/platform/db.server.ts'
import { verifyLog } from '#app/workflow/verify-log.server.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { asked, enteredDirective } from '#test/factories/directives.ts'
import {
  askedOfSeries,
  enteredSeries,
  issuedSeries,
  monthly,
  morning,
  periodsOpened,
  readerOfSeries,
  openingStep,
} from '#test/factories/series.ts'
import { editSeries } from './edit-series.server.ts'
import type { SeriesInput } from './forms.ts'
import { issueSeries } from './issue-series.server.ts'
import { allSeries } from './list-series.server.ts'
import { openDuePeriods } from './open-periods.server.ts'
import { readSeriesPage } from './series-page.server.ts'
import { stopSeries } from './stop-series.server.ts'

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

const never = () => Promise.reject(new Error('A job of the clock has no message to settle'))

describe('a period is opened', () => {
  test('on its day and not before, as a task issued by whoever issued the series', async () => {
    const supportUnitIds = [office.unitId('KHTC')]
    const seriesId = await issuedSeries(office, { changes: { supportUnitIds } })
    await openDuePeriods(morning('2030-11-03'))
    expect(await periodsOpened(seriesId)).toEqual([])
    await openDuePeriods(morning('2030-11-04'))
    expect(await periodsOpened(seriesId)).toEqual(['2030-11'])

    const task = await db.task.findFirstOrThrow({
      where: { seriesId },
      include: { subject: { include: { deadline: true } }, supporters: true },
    })
    expect(task.content).toBe('Báo cáo công tác dân tộc (tháng 11/2030)')
    expect(task.subject.state).toBe('assigned')
    expect(task.subject.deadline?.dueOn).toEqual(new Date('2030-11-18'))
    expect(task.subject.deadline?.startOn).toEqual(new Date('2030-11-04'))
    expect(task.supporters.map(({ unitId }) => unitId)).toEqual(supportUnitIds)
    const steps = await db.step.findMany({ where: { rootId: task.id }, orderBy: { number: 'asc' } })
    expect(steps.map(({ event }) => event)).toEqual(['enter', 'open', 'assign', 'assign'])
    const chairman = office.actor('chunhiem')
    expect(steps[1]).toMatchObject({
      actorId: chairman.personId,
      postId: chairman.posts[0]!.id,
      payload: { seriesId, period: '2030-11' },
    })
    expect(await db.outboxMessage.count({ where: { rootId: task.id, job: 'workflow.fact' } })).toBeGreaterThan(0)
    expect((await verifyLog(db)).firstBreak).toBeNull()
  })

  test('so that the heads of its units find it in their work, and see it whole', async () => {
    const before = await countMyWork(readerOfSeries(office, 'truong.tttt').principals, '2030-11-10')
    const seriesId = await issuedSeries(office, { on: '2030-11-05' })
    const after = await countMyWork(readerOfSeries(office, 'truong.tttt').principals, '2030-11-10')
    expect(after.receipt).toBe(before.receipt + 1)
    const { rows } = await listTasks({
      filters: { series: seriesId },
      page: 1,
      ...readerOfSeries(office, 'truong.tttt'),
    })
    const page = await readTaskPage({ taskId: rows[0]!.id, ...readerOfSeries(office, 'truong.tttt') })
    expect(page.state).toBe('assigned')
    expect(page.series).toEqual({ id: seriesId, period: '2030-11' })
  })

  test('once, however many runs there are at once', async () => {
    const seriesId = await issuedSeries(office)
    const run = () => jobs['series.openPeriods'].run({}, { id: newId(), at: morning('2031-01-20'), settle: never })
    await Promise.all([run(), run(), run()])
    await run()
    expect(await periodsOpened(seriesId)).toEqual(['2030-11', '2030-12', '2031-01'])
    const tasks = await db.task.findMany({ where: { seriesId } })
    expect(new Set(tasks.map(({ position }) => position)).size).toBe(tasks.length)
  })

  test('late where it was missed, the oldest first, and to the last period only', async () => {
    const seriesId = await issuedSeries(office, { changes: { lastPeriod: '2030-12' } })
    await openDuePeriods(morning('2031-06-01'))
    expect(await periodsOpened(seriesId)).toEqual(['2030-11', '2030-12'])
    const page = await readSeriesPage({ seriesId, ...readerOfSeries(office, 'tonghop1') })
    expect(page).toMatchObject({ state: 'over', ahead: [] })
    await expect(
      stopSeries({ ...(await askedOfSeries(office, seriesId, 'tonghop1', '2031-06-01')), reason: 'Hết việc' }),
    )
      .rejects //
      .toMatchObject({ code: 'refusals:seriesIsOver' })
  })

  test('of a quarterly, half-yearly and yearly series in its own time', async () => {
    const quarterly = await issuedSeries(office, { changes: { firstPeriod: '2030-Q4' } })
    const halfYearly = await issuedSeries(office, { changes: { firstPeriod: '2030-H2' } })
    const yearly = await issuedSeries(office, { changes: { firstPeriod: '2030', opensBeforeDays: 0 } })
    await openDuePeriods(morning('2030-12-04'))
    expect(await periodsOpened(quarterly)).toEqual(['2030-Q4'])
    expect(await periodsOpened(halfYearly)).toEqual(['2030-H2'])
    expect(await periodsOpened(yearly)).toEqual([])
    await openDuePeriods(morning('2030-12-14'))
    expect(await periodsOpened(yearly)).toEqual(['2030'])
  })

  test('not while a unit has ended, which the list says, and at once when that is mended', async () => {
    const ended = await db.unit.create({
      data: {
        id: newId(),
        organId: office.organId,
        name: 'Phòng sẽ giải thể',
        abbreviation: 'PSGT',
        searchText: 'phong se giai the',
        position: 99,
        validFrom: new Date('2020-01-01'),
        validTo: new Date('2030-10-31'),
      },
    })
    const seriesId = await issuedSeries(office, { changes: { leadUnitId: ended.id } })
    await openDuePeriods(morning('2030-12-05'))
    expect(await periodsOpened(seriesId)).toEqual([])
    const stuck = await allSeries({ filters: { state: 'stuck' }, ...readerOfSeries(office, 'tonghop1') })
    expect(stuck).toMatchObject([{ id: seriesId, obstacle: 'leadUnitHasEnded' }])

    const edit = async (series: SeriesInput) => {
      return editSeries({ ...(await askedOfSeries(office, seriesId, 'tonghop1', '2030-12-05')), series })
    }
    await expect(edit(monthly(office, { firstPeriod: '2030-12' }))).rejects.toMatchObject({
      code: 'series:errors.firstPeriodIsIssued',
    })
    await edit(monthly(office))
    expect(await periodsOpened(seriesId)).toEqual(['2030-11', '2030-12'])
    const leads = await db.task.findMany({ where: { seriesId } })
    expect(leads.every(({ leadUnitId }) => leadUnitId === office.unitId('TTTT'))).toBe(true)
  })

  test('not under a directive that was made restricted meanwhile', async () => {
    const { directiveId, taskIds } = await enteredDirective(office)
    const seriesId = await issuedSeries(office, { directiveId })
    const [namedPersonIds, directingLeaderId] = [
      [office.actor('truong.tttt').personId],
      office.actor('chunhiem').personId,
    ]
    const people = { directingLeaderId, followerId: office.actor('tonghop1').personId, namedPersonIds }
    const task = { content: 'Việc nay hạn chế', leadUnitId: office.unitId('TTTT'), urgency: 'NORMAL' as const }
    const edited = { ...task, ...people, openEnded: true, restricted: true }
    await editTask({ ...asked(office.actor('tonghop1'), taskIds[0]!), task: edited })
    await openDuePeriods(morning('2030-11-05'))
    expect(await periodsOpened(seriesId)).toEqual([])
    const page = await readSeriesPage({ seriesId, ...readerOfSeries(office, 'tonghop1') })
    expect(page.obstacle).toBe('directiveIsRestricted')
    await stopSeries({
      ...(await askedOfSeries(office, seriesId, 'tonghop1', '2030-11-06')),
      reason: 'Chỉ đạo nay hạn chế',
    })
  })

  test('in the name of whoever issued it, also when they have left, but not once its own leader or follower has', async () => {
    const { id: leaderPostId } = office.actor('phochunhiem2').posts[0]!
    const { id: issuerPostId } = office.actor('tonghop2').posts[0]!
    const directingLeaderId = office.actor('phochunhiem2').personId
    const seriesId = await enteredSeries(office, { changes: { directingLeaderId } })
    await issueSeries(await askedOfSeries(office, seriesId, 'tonghop2', '2030-10-20'))
    const end = (id: string, day: string | null) =>
      db.post.update({ where: { id }, data: { validTo: day ? new Date(day) : null } })

    await end(issuerPostId, '2030-10-31')
    await openDuePeriods(morning('2030-11-05'))
    expect(await periodsOpened(seriesId)).toEqual(['2030-11'])
    expect(await openingStep(seriesId)).toMatchObject({
      actorId: office.actor('tonghop2').personId,
      postId: issuerPostId,
      onBehalfOfId: directingLeaderId,
    })

    await end(leaderPostId, '2030-11-30')
    await openDuePeriods(morning('2030-12-05'))
    const page = await readSeriesPage({ seriesId, ...readerOfSeries(office, 'tonghop1'), today: '2030-12-05' })
    expect(page.obstacle).toBe('leaderHasNoPost')
    await end(leaderPostId, null)
    await end(issuerPostId, null)
    await openDuePeriods(morning('2030-12-06'))
    expect(await periodsOpened(seriesId)).toEqual(['2030-11', '2030-12'])
  })

  test('under both names where a substitute issued it, and so it is stopped', async () => {
    const leader = office.actor('chunhiem')
    const substitute = { ...office.actor('phochunhiem2'), standsInFor: [leader] }
    const seriesId = await enteredSeries(office)
    await issueSeries({ ...(await askedOfSeries(office, seriesId, 'chunhiem', '2030-11-05')), by: substitute })
    expect(await openingStep(seriesId)).toMatchObject({
      actorId: substitute.personId,
      postId: leader.posts[0]!.id,
      onBehalfOfId: leader.personId,
    })
    const secretary = { ...office.actor('chuyenvien1.khtc'), standsInFor: [office.actor('tonghop2')] }
    const stop = {
      ...(await askedOfSeries(office, seriesId, 'chunhiem', '2030-11-06')),
      reason: 'Theo chế độ báo cáo mới',
    }
    await stopSeries({ ...stop, by: secretary })
    expect(await readSeriesPage({ seriesId, ...readerOfSeries(office, 'tonghop1') })).toMatchObject({
      issuedBy: 'Thứ trưởng, Phó Chủ nhiệm 2',
      issuedInPlaceOf: 'Bộ trưởng, Chủ nhiệm',
      stoppedBy: 'Chuyên viên 1 Vụ Kế hoạch - Tài chính',
      stoppedInPlaceOf: 'Chuyên viên tổng hợp 2 Văn phòng',
    })
    const own = await issuedSeries(office, { on: '2030-11-05' })
    expect(await openingStep(own)).toMatchObject({ actorId: leader.personId, onBehalfOfId: null })
    expect(await readSeriesPage({ seriesId: own, ...readerOfSeries(office, 'tonghop1') })).toMatchObject({
      issuedInPlaceOf: null,
    })
  })

  test('never again where its task was discarded or revoked', async () => {
    const seriesId = await issuedSeries(office, { on: '2030-11-05' })
    const task = await db.task.findFirstOrThrow({ where: { seriesId } })
    await revokeTask({ ...asked(office.actor('chunhiem'), task.id), reason: 'Kỳ này không phải báo cáo' })
    await openDuePeriods(morning('2030-11-06'))
    expect(await periodsOpened(seriesId)).toEqual(['2030-11'])
    expect((await verifyLog(db)).firstBreak).toBeNull()
  })
})
