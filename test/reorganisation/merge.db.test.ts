/** Two units merge while people go on working: `LONG=1` with 5,000 open parts, otherwise with some hundred. */
import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { handOn } from '#app/directives/hand-on.server.ts'
import { reportProgress } from '#app/directives/report-progress.server.ts'
import { reportResult } from '#app/directives/report-result.server.ts'
import { issueTask, receiveAssignment } from '#app/directives/simple-acts.server.ts'
import { carryOutHandover } from '#app/handovers/carry-out-handover.server.ts'
import type { Moves } from '#app/handovers/moves.ts'
import { orderUnitsHandover } from '#app/handovers/order-handover.server.ts'
import { previewHandover } from '#app/handovers/preview-handover.server.ts'
import { createUnit } from '#app/organisation/create-unit.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { SpokenError } from '#app/platform/errors.ts'
import { readActor } from '#app/sign-in/read-actor.server.ts'
import { verifyLog } from '#app/workflow/verify-log.server.ts'
import { createDice } from '#test/property/dice.ts'
import { asked, enteredDirective } from '#test/factories/directives.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { changesOf, readMisplacedItems, readOwners, sightOfEach } from './office-state.ts'

const isLong = process.env.LONG === '1'
const TASKS = isLong ? 3200 : 96
const WORKERS = 4

test(
  'two units merge under load: every part has one owner, and sight changes as the preview said',
  { timeout: isLong ? 60 * 60_000 : 120_000 },
  async () => {
    const office = await demoOffice()
    const today = officeDay(new Date())
    const [first, second] = [office.unitId('TTTT'), office.unitId('KHTC')]
    const successor = await newUnit(office, today)
    await workOf(office, TASKS)

    const moves: Moves = {
      units: [first, second].map((from) => ({ from, to: successor })),
      posts: [],
      people: [],
      withRestricted: false,
    }
    const preview = await previewHandover(moves, today)
    const everybody = (await db.person.findMany({ select: { id: true } })).map(({ id }) => id)
    const [ownersBefore, sightBefore] = [await readOwners(), await sightOfEach(everybody, new Date())]
    const moving = ownersBefore.filter(({ holder }) => [`unit:${first}`, `unit:${second}`].includes(holder))
    expect(await readMisplacedItems()).toEqual([])

    const handoverId = await orderUnitsHandover({
      by: office.actor('quantri'),
      address: null,
      at: new Date(),
      requestKey: newId(),
      handover: {
        unitIds: [first, second],
        successorId: successor,
        posts: [],
        fromDay: today,
        documentSymbol: '21/QĐ-UBDT',
        documentOn: today,
      },
    })
    const load = startLoad(
      office,
      moving.map(({ subjectId }) => subjectId),
    )
    const startedAt = performance.now()
    // Twice at once, as when a worker was taken for dead.
    await Promise.all([carryOutHandover(handoverId, new Date()), carryOutHandover(handoverId, new Date())])
    const seconds = (performance.now() - startedAt) / 1000
    const done = await load.stop()
    console.log(
      `${moving.length} open parts of ${preview.tasks} tasks moved in ${seconds.toFixed(1)} s; meanwhile ${done.acts} acts, ${done.refused} refused`,
    )
    expect(done.acts).toBeGreaterThan(0)

    // Nobody settled or began a part meanwhile: the same parts, each with one owner, and none with a unit that is no more.
    const ownersAfter = await readOwners()
    const expected = ownersBefore.map(({ subjectId, holder }) => ({
      subjectId,
      holder: [`unit:${first}`, `unit:${second}`].includes(holder) ? `unit:${successor}` : holder,
    }))
    expect(ownersAfter).toEqual(expected)
    expect(await readMisplacedItems()).toEqual([])
    expect(
      await db.workItem.count({ where: { holder: { in: [`unit:${first}`, `unit:${second}`] }, settledAt: null } }),
    ).toBe(0)

    const sightAfter = await sightOfEach(everybody, new Date())
    const byId = <Row extends { personId: string }>(rows: Row[]) =>
      rows.toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
    expect(byId(changesOf(sightBefore, sightAfter))).toEqual(
      byId(preview.sight.map(({ personId, gains, loses }) => ({ personId, gains, loses }))),
    )

    const outcomes = await db.handoverTask.findMany({ where: { handoverId } })
    expect(outcomes).toHaveLength(preview.tasks)
    const stays = outcomes.filter(({ outcome }) => JSON.stringify(outcome).includes('stays'))
    expect(stays).toHaveLength(preview.restrictedStaying)
    const steps = await db.step.groupBy({ by: ['rootId'], where: { event: 'handOver' }, _count: true })
    expect(steps.every(({ _count }) => _count === 1)).toBe(true)
    expect(steps).toHaveLength(outcomes.length - stays.length)
    expect((await verifyLog(db)).firstBreak).toBeNull()
  },
)

async function newUnit(office: DemoOffice, today: string): Promise<string> {
  const { unitId } = await createUnit({
    by: office.actor('quantri'),
    address: null,
    at: new Date(),
    name: 'Cục Chuyển đổi số và Kế hoạch',
    abbreviation: 'CĐSKH',
    parentId: null,
    validFrom: today,
  })
  return unitId
}

/** Tasks in every way two units can have part in them: leading, supporting, both, handed on, reported, drafts, restricted. */
async function workOf(office: DemoOffice, count: number): Promise<void> {
  const [ours, theirs, other] = ['TTTT', 'KHTC', 'ĐP I'].map(office.unitId) as [string, string, string]
  const shapes = [
    { leadUnitId: ours, supporters: [{ unitId: theirs, dueOn: '2030-05-31' }] },
    { leadUnitId: theirs, supporters: [{ unitId: ours, dueOn: '2030-05-31' }] },
    { leadUnitId: ours, supporters: [] },
    {
      leadUnitId: other,
      supporters: [
        { unitId: ours, dueOn: '2030-05-31' },
        { unitId: theirs, dueOn: '2030-05-31' },
      ],
    },
  ]
  const numbers = Array.from({ length: count }, (_, number) => number)
  const make = async (): Promise<void> => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
      const isRestricted = number % 16 === 5
      const { taskIds } = await enteredDirective(office, {
        tasks: [isRestricted ? { leadUnitId: ours } : shapes[number % shapes.length]!],
        ...(isRestricted ? { restricted: true, namedPersonIds: [office.actor('truong.tttt').personId] } : {}),
      })
      if (number % 16 !== 7) await moveOn(office, taskIds[0]!, number)
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, make))
}

async function moveOn(office: DemoOffice, taskId: string, number: number): Promise<void> {
  await issueTask(asked(office.actor('chunhiem'), taskId))
  if (number % 3 === 0) return
  const lead = await db.assignment.findFirstOrThrow({ where: { role: 'LEAD', subject: { parentId: taskId } } })
  const [head, officer] = (
    {
      [office.unitId('TTTT')]: ['truong.tttt', 'chuyenvien1.tttt'],
      [office.unitId('KHTC')]: ['truong.khtc', 'chuyenvien1.khtc'],
    }[lead.unitId!] ?? ['truong.dp1', 'chuyenvien1.dp1']
  ).map(office.actor) as [ReturnType<DemoOffice['actor']>, ReturnType<DemoOffice['actor']>]
  await receiveAssignment(asked(head, lead.id))
  if (number % 3 === 1) return
  const delegates = [{ holder: `person:${officer.personId}`, dueOn: '2030-05-01' }]
  await handOn({ ...asked(head, lead.id), delegates })
  if (number % 4 !== 2) return
  const part = await db.assignment.findFirstOrThrow({ where: { subject: { parentId: lead.id } } })
  await receiveAssignment(asked(officer, part.id))
  await reportResult({ ...asked(officer, part.id), result: { text: 'Đã tổng hợp số liệu' }, files: [] })
}

/** People of both units receive and report progress, each with the rights of that very moment. */
function startLoad(office: DemoOffice, subjectIds: string[]) {
  const counted = { acts: 0, refused: 0 }
  let isOver = false
  const work = async (username: string, seed: number): Promise<void> => {
    const dice = createDice(seed)
    while (!isOver) {
      const by = (await readActor({ personId: office.actor(username).personId, at: new Date() }))!
      const subject = { by, subjectId: dice.oneOf(subjectIds), revision: null, requestKey: newId(), at: new Date() }
      try {
        if (dice.chance(0.5)) await receiveAssignment(subject)
        else
          await reportProgress({
            ...subject,
            progress: { text: 'Đang tổng hợp số liệu', percent: dice.below(100) },
            files: [],
          })
        counted.acts += 1
      } catch (error) {
        if (!(error instanceof SpokenError)) throw error
        counted.refused += 1
      }
    }
  }
  const people = ['truong.tttt', 'truong.khtc', 'pho.tttt', 'truong.dp1']
  const working = Promise.all(people.map((username, index) => work(username, index + 1)))
  return {
    stop: async () => {
      isOver = true
      await working
      return counted
    },
  }
}
