import { v7 as newId } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { editTask } from '#app/directives/edit-task.server.ts'
import { countMyWork } from '#app/directives/my-work.server.ts'
import { revokeTask } from '#app/directives/simple-acts.server.ts'
import { listTasks } from '#app/directives/task-list.server.ts'
import { readTaskPage } from '#app/directives/task-page.server.ts'
import { jobs } from '#app/jobs/jobs.server.ts'
import { db } from '#app/platform/db.server.ts'
import { Conflict, NotFound, Refused } from '#app/platform/errors.ts'
import { verifyLog } from '#app/workflow/verify-log.server.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { asked, enteredDirective } from '#test/factories/directives.ts'
import { principalsOf } from '#workflows/actor.ts'
import { editSeries } from './edit-series.server.ts'
import { enterSeries } from './enter-series.server.ts'
import { exportSeries } from './export-series.server.ts'
import type { SeriesInput } from './forms.ts'
import { issueSeries } from './issue-series.server.ts'
import { allSeries, listSeries, seriesOfDirective } from './list-series.server.ts'
import { openDuePeriods } from './open-periods.server.ts'
import { readSeriesPage } from './series-page.server.ts'
import { stopSeries } from './stop-series.server.ts'

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

/** A morning in the office. */
const morning = (day: string) => new Date(`${day}T08:00:00+07:00`)

/** Monthly from November 2030 on, whose data close on 14 November; opened ten days before, due three days after. */
function monthly(changes: Partial<SeriesInput> = {}): SeriesInput {
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

async function entered({ changes, directiveId, by = 'tonghop1', on = '2030-10-20' }: Entering = {}): Promise<string> {
  const under = directiveId ?? (await enteredDirective(office)).directiveId
  const asked = { by: office.actor(by), requestKey: newId(), at: morning(on) }
  return (await enterSeries({ directiveId: under, series: monthly(changes), ...asked })).seriesId
}

async function askedOf(seriesId: string, by: string, on: string) {
  const { revision } = await db.taskSeries.findUniqueOrThrow({ where: { id: seriesId } })
  return { seriesId, revision, by: office.actor(by), requestKey: newId(), at: morning(on) }
}

async function issued(entering: Entering = {}): Promise<string> {
  const seriesId = await entered(entering)
  await issueSeries(await askedOf(seriesId, 'chunhiem', entering.on ?? '2030-10-20'))
  return seriesId
}

async function periodsOpened(seriesId: string): Promise<(string | null)[]> {
  const tasks = await db.task.findMany({ where: { seriesId }, orderBy: { position: 'asc' } })
  return tasks.map(({ period }) => period)
}

async function openingStep(seriesId: string) {
  const { id: rootId } = await db.task.findFirstOrThrow({ where: { seriesId }, orderBy: { position: 'desc' } })
  return db.step.findFirstOrThrow({ where: { rootId, event: 'open' } })
}

function reader(username: string) {
  const actor = office.actor(username)
  return { actor, principals: principalsOf(actor), today: '2030-11-10' }
}

describe('entering a series', () => {
  test('is for whoever may enter a task for its leader', async () => {
    await expect(entered({ by: 'tonghop2' })).resolves.toBeDefined()
    await expect(entered({ by: 'trolychunhiem' })).resolves.toBeDefined()
    await expect(entered({ by: 'chunhiem' })).rejects.toMatchObject({ code: 'refusals:notYourPart' })
    const directive = await enteredDirective(office)
    await expect(entered({ by: 'trolyphochunhiem1', ...directive })).rejects.toBeInstanceOf(NotFound)
    await expect(entered({ by: 'truong.khtc', ...directive })).rejects.toBeInstanceOf(NotFound)
    await expect(entered({ by: 'quantri', ...directive })).rejects.toBeInstanceOf(NotFound)
  })

  test('a second time with the same key enters nothing and names the first', async () => {
    const { directiveId } = await enteredDirective(office)
    const asked = { directiveId, series: monthly(), by: office.actor('tonghop1'), requestKey: newId() }
    const enter = () => enterSeries({ ...asked, at: morning('2030-10-20') })
    const [first, second] = await Promise.all([enter(), enter()])
    expect(second).toEqual(first)
    expect(await db.taskSeries.count({ where: { directiveId } })).toBe(1)
  })

  test('is not done under a restricted directive', async () => {
    const named = office.actor('truong.tttt').personId
    const { directiveId } = await enteredDirective(office, { restricted: true, namedPersonIds: [named] })
    await expect(entered({ directiveId })).rejects.toMatchObject({ code: 'series:errors.directiveIsRestricted' })
    await expect(entered({ directiveId, by: 'tonghop2' })).rejects.toBeInstanceOf(NotFound)
  })

  test('refuses whoever does not hold the post their part needs, and a first period that is past', async () => {
    const head = office.actor('truong.tttt').personId
    await expect(entered({ changes: { directingLeaderId: head } })).rejects.toMatchObject({
      code: 'directives:errors.leaderHasNoPost',
    })
    await expect(entered({ changes: { followerId: head } })).rejects.toMatchObject({
      code: 'directives:errors.followerHasNoPost',
    })
    await expect(entered({ changes: { supportUnitIds: [newId()] } })).rejects.toMatchObject({
      code: 'directives:errors.unitHasEnded',
    })
    // The task of November is due on Monday the 18th, for the 17th is a Sunday.
    await expect(entered({ on: '2030-11-18' })).resolves.toBeDefined()
    await expect(entered({ on: '2030-11-19' })).rejects.toMatchObject({ code: 'series:errors.firstPeriodIsPast' })
  })
})

describe('issuing a series', () => {
  test('is for whoever may issue its tasks: by standing duty only from a signed source', async () => {
    const signed = await entered()
    await expect(issueSeries(await askedOf(signed, 'trolychunhiem', '2030-10-20'))).rejects.toBeInstanceOf(Refused)
    await expect(issueSeries(await askedOf(signed, 'truong.tttt', '2030-10-20'))).rejects.toBeInstanceOf(NotFound)
    await issueSeries(await askedOf(signed, 'tonghop2', '2030-10-20'))

    const { directiveId } = await enteredDirective(office, { signer: undefined })
    const unsigned = await entered({ directiveId })
    await expect(issueSeries(await askedOf(unsigned, 'tonghop2', '2030-10-20'))).rejects.toMatchObject({
      code: 'refusals:sourceIsSignedForStandingDuty',
    })
    await issueSeries(await askedOf(unsigned, 'chunhiem', '2030-10-20'))
    const rows = await db.taskSeries.findMany({ where: { id: { in: [signed, unsigned] } }, orderBy: { id: 'asc' } })
    const post = (username: string) => office.actor(username).posts[0]!.id
    expect(rows.map(({ issuedPostId }) => issuedPostId)).toEqual([post('tonghop2'), post('chunhiem')])
  })

  test('happens once, and not over what somebody changed meanwhile', async () => {
    const seriesId = await entered()
    const asked = await askedOf(seriesId, 'chunhiem', '2030-10-20')
    await editSeries({ ...(await askedOf(seriesId, 'tonghop1', '2030-10-20')), series: monthly({ dueAfterDays: 5 }) })
    await expect(issueSeries(asked)).rejects.toBeInstanceOf(Conflict)
    await issueSeries(await askedOf(seriesId, 'chunhiem', '2030-10-20'))
    await expect(issueSeries(await askedOf(seriesId, 'chunhiem', '2030-10-20'))).rejects.toMatchObject({
      code: 'refusals:notInThisState',
    })
  })

  test('opens at once a period whose day has come', async () => {
    const seriesId = await issued({ on: '2030-11-05' })
    expect(await periodsOpened(seriesId)).toEqual(['2030-11'])
  })
})

describe('a period is opened', () => {
  test('on its day and not before, as a task issued by whoever issued the series', async () => {
    const supportUnitIds = [office.unitId('KHTC')]
    const seriesId = await issued({ changes: { supportUnitIds } })
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
    const before = await countMyWork(reader('truong.tttt').principals, '2030-11-10')
    const seriesId = await issued({ on: '2030-11-05' })
    const after = await countMyWork(reader('truong.tttt').principals, '2030-11-10')
    expect(after.receipt).toBe(before.receipt + 1)
    const { rows } = await listTasks({ filters: { series: seriesId }, page: 1, ...reader('truong.tttt') })
    const page = await readTaskPage({ taskId: rows[0]!.id, ...reader('truong.tttt') })
    expect(page.state).toBe('assigned')
    expect(page.series).toEqual({ id: seriesId, period: '2030-11' })
  })

  test('once, however many runs there are at once', async () => {
    const seriesId = await issued()
    const run = () => jobs['series.openPeriods'].run({}, { id: newId(), at: morning('2031-01-20'), settle: never })
    await Promise.all([run(), run(), run()])
    await run()
    expect(await periodsOpened(seriesId)).toEqual(['2030-11', '2030-12', '2031-01'])
    const tasks = await db.task.findMany({ where: { seriesId } })
    expect(new Set(tasks.map(({ position }) => position)).size).toBe(tasks.length)
  })

  test('late where it was missed, the oldest first, and to the last period only', async () => {
    const seriesId = await issued({ changes: { lastPeriod: '2030-12' } })
    await openDuePeriods(morning('2031-06-01'))
    expect(await periodsOpened(seriesId)).toEqual(['2030-11', '2030-12'])
    const page = await readSeriesPage({ seriesId, ...reader('tonghop1') })
    expect(page).toMatchObject({ state: 'over', ahead: [] })
    await expect(stopSeries({ ...(await askedOf(seriesId, 'tonghop1', '2031-06-01')), reason: 'Hết việc' }))
      .rejects //
      .toMatchObject({ code: 'refusals:seriesIsOver' })
  })

  test('of a quarterly, half-yearly and yearly series in its own time', async () => {
    const quarterly = await issued({ changes: { firstPeriod: '2030-Q4' } })
    const halfYearly = await issued({ changes: { firstPeriod: '2030-H2' } })
    const yearly = await issued({ changes: { firstPeriod: '2030', opensBeforeDays: 0 } })
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
    const seriesId = await issued({ changes: { leadUnitId: ended.id } })
    await openDuePeriods(morning('2030-12-05'))
    expect(await periodsOpened(seriesId)).toEqual([])
    const stuck = await allSeries({ filters: { state: 'stuck' }, ...reader('tonghop1') })
    expect(stuck).toMatchObject([{ id: seriesId, obstacle: 'leadUnitHasEnded' }])

    const edit = async (series: SeriesInput) => {
      return editSeries({ ...(await askedOf(seriesId, 'tonghop1', '2030-12-05')), series })
    }
    await expect(edit(monthly({ firstPeriod: '2030-12' }))).rejects.toMatchObject({
      code: 'series:errors.firstPeriodIsIssued',
    })
    await edit(monthly())
    expect(await periodsOpened(seriesId)).toEqual(['2030-11', '2030-12'])
    const leads = await db.task.findMany({ where: { seriesId } })
    expect(leads.every(({ leadUnitId }) => leadUnitId === office.unitId('TTTT'))).toBe(true)
  })

  test('not under a directive that was made restricted meanwhile', async () => {
    const { directiveId, taskIds } = await enteredDirective(office)
    const seriesId = await issued({ directiveId })
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
    const page = await readSeriesPage({ seriesId, ...reader('tonghop1') })
    expect(page.obstacle).toBe('directiveIsRestricted')
    await stopSeries({ ...(await askedOf(seriesId, 'tonghop1', '2030-11-06')), reason: 'Chỉ đạo nay hạn chế' })
  })

  test('in the name of whoever issued it, also when they have left, but not once its own leader or follower has', async () => {
    const { id: leaderPostId } = office.actor('phochunhiem2').posts[0]!
    const { id: issuerPostId } = office.actor('tonghop2').posts[0]!
    const directingLeaderId = office.actor('phochunhiem2').personId
    const seriesId = await entered({ changes: { directingLeaderId } })
    await issueSeries(await askedOf(seriesId, 'tonghop2', '2030-10-20'))
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
    const page = await readSeriesPage({ seriesId, ...reader('tonghop1'), today: '2030-12-05' })
    expect(page.obstacle).toBe('leaderHasNoPost')
    await end(leaderPostId, null)
    await end(issuerPostId, null)
    await openDuePeriods(morning('2030-12-06'))
    expect(await periodsOpened(seriesId)).toEqual(['2030-11', '2030-12'])
  })

  test('under both names where a substitute issued it, and so it is stopped', async () => {
    const leader = office.actor('chunhiem')
    const substitute = { ...office.actor('phochunhiem2'), standsInFor: [leader] }
    const seriesId = await entered()
    await issueSeries({ ...(await askedOf(seriesId, 'chunhiem', '2030-11-05')), by: substitute })
    expect(await openingStep(seriesId)).toMatchObject({
      actorId: substitute.personId,
      postId: leader.posts[0]!.id,
      onBehalfOfId: leader.personId,
    })
    const secretary = { ...office.actor('chuyenvien1.khtc'), standsInFor: [office.actor('tonghop2')] }
    const stop = { ...(await askedOf(seriesId, 'chunhiem', '2030-11-06')), reason: 'Theo chế độ báo cáo mới' }
    await stopSeries({ ...stop, by: secretary })
    expect(await readSeriesPage({ seriesId, ...reader('tonghop1') })).toMatchObject({
      issuedBy: 'Thứ trưởng, Phó Chủ nhiệm 2',
      issuedInPlaceOf: 'Bộ trưởng, Chủ nhiệm',
      stoppedBy: 'Chuyên viên 1 Vụ Kế hoạch - Tài chính',
      stoppedInPlaceOf: 'Chuyên viên tổng hợp 2 Văn phòng',
    })
    const own = await issued({ on: '2030-11-05' })
    expect(await openingStep(own)).toMatchObject({ actorId: leader.personId, onBehalfOfId: null })
    expect(await readSeriesPage({ seriesId: own, ...reader('tonghop1') })).toMatchObject({ issuedInPlaceOf: null })
  })

  test('never again where its task was discarded or revoked', async () => {
    const seriesId = await issued({ on: '2030-11-05' })
    const task = await db.task.findFirstOrThrow({ where: { seriesId } })
    await revokeTask({ ...asked(office.actor('chunhiem'), task.id), reason: 'Kỳ này không phải báo cáo' })
    await openDuePeriods(morning('2030-11-06'))
    expect(await periodsOpened(seriesId)).toEqual(['2030-11'])
    expect((await verifyLog(db)).firstBreak).toBeNull()
  })
})

const never = () => Promise.reject(new Error('A job of the clock has no message to settle'))

describe('stopping and changing a series', () => {
  test('touch only the future', async () => {
    const seriesId = await issued({ on: '2030-11-05' })
    const task = await db.task.findFirstOrThrow({ where: { seriesId }, include: { subject: true } })

    const edited = await askedOf(seriesId, 'tonghop2', '2030-11-20')
    const edit = () => editSeries({ ...edited, series: monthly({ content: 'Báo cáo khác' }) })
    // Pressed twice it is done once, and nobody is told that somebody was quicker.
    await Promise.all([edit(), edit()])
    await openDuePeriods(morning('2030-12-05'))
    await stopSeries({ ...(await askedOf(seriesId, 'chunhiem', '2030-12-20')), reason: 'Theo chế độ báo cáo mới' })
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
    await expect(issueSeries(await askedOf(seriesId, 'chunhiem', '2030-12-20'))).rejects.toMatchObject({
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
      return editSeries({ ...(await askedOf(seriesId, 'tonghop2', '2030-11-20')), series: monthly(changes) })
    }
    const other = { directingLeaderId: office.actor('phochunhiem2').personId }
    const signed = await issued({ on: '2030-11-05' })
    await editAs(signed, other)
    await openDuePeriods(morning('2030-12-05'))
    expect(await periodsOpened(signed)).toEqual(['2030-11', '2030-12'])
    expect(await openingStep(signed)).toMatchObject({
      actorId: office.actor('tonghop2').personId,
      postId: office.actor('tonghop2').posts[0]!.id,
      onBehalfOfId: other.directingLeaderId,
    })

    const { directiveId } = await enteredDirective(office, { signer: undefined })
    const unsigned = await issued({ directiveId })
    await expect(editAs(unsigned, other)).rejects.toMatchObject({ code: 'refusals:sourceIsSignedForStandingDuty' })
    await editAs(unsigned, { content: 'Báo cáo khác' })
  })

  test('is not for the units, nor for whoever only entered it once it is issued', async () => {
    const seriesId = await issued({ by: 'trolychunhiem' })
    for (const username of ['truong.tttt', 'trolychunhiem']) {
      const asked = await askedOf(seriesId, username, '2030-10-21')
      await expect(stopSeries({ ...asked, reason: 'Không cần nữa' })).rejects.toMatchObject({
        code: 'refusals:notYourPart',
      })
      await expect(editSeries({ ...asked, series: monthly() })).rejects.toMatchObject({ code: 'refusals:notYourPart' })
    }
  })
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
    draftId = await entered({ directiveId, changes })
    issuedId = await issued({ directiveId, changes })
  })

  test.each(table)('%s', async (username, sees) => {
    const who = reader(username)
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
      const { actor: by, principals } = reader(username)
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
    const seriesId = await entered({ ...source, changes: { content: 'Thống kê số hộ nghèo' } })
    const found = async (q: string, username = 'tonghop1') =>
      (await listSeries({ filters: { q }, page: 1, ...reader(username) })).rows.map(({ id }) => id)
    for (const q of ['ho ngheo', 'SỐ HỘ', '77/qđ', '77/QD', 'bao cao 100%']) expect(await found(q)).toEqual([seriesId])
    expect(await found('ho ngheo', 'truong.tccb')).toEqual([])
    expect(await found('100_')).toEqual([])

    const { by, at, ...asked } = await askedOf(seriesId, 'tonghop1', '2030-10-20')
    await editSeries({ ...asked, by, at, series: monthly({ content: 'Thống kê trường học' }) })
    expect([await found('ho ngheo'), await found('truong hoc')]).toEqual([[], [seriesId]])
    const { principals } = reader('tonghop1')
    const exported = await exportSeries({ filters: { q: 'truong hoc' }, by, principals, locale: 'vi', at })
    expect((await exported.text()).trim().split('\r\n').slice(1)).toMatchObject([expect.stringContaining('trường học')])
    const entry = await db.auditEntry.findFirstOrThrow({ where: { kind: 'listExported', at } })
    expect(entry.details).toEqual({ list: 'series', q: '…' })
  })
})
