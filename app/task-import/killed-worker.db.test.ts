/** A workbook taken by the workers of the product, as they run beside the web process: killed half-way, and two at once. */
import { v7 as newId } from 'uuid'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { importRow, importWorkbook, sendWorkbook, workbookPeople } from '#test/factories/import-workbook.ts'
import { type KillableProcess, startKillable } from '#test/kill/killable-process.ts'
import { startProcess } from '#test/visibility/running-app.ts'
import type { Findings } from './findings.ts'
import { wantImport } from './import-request.server.ts'
import { lookThrough } from './look-through.server.ts'
import { takeImport } from './take-import.server.ts'

const isLong = process.env.LONG === '1'
const MANY = isLong ? 5000 : 250
const MINUTE = 60_000
/** What a killed worker had in hand lies a while before another takes it up. */
const SOME_TIME = { timeout: (isLong ? 15 : 3) * MINUTE, interval: 25 }

let office: DemoOffice

/** An office at work: the database plans otherwise where its tables hold nothing. */
beforeAll(async () => {
  office = await demoOffice()
  const importId = await sendWorkbook(await workbookFrom(900_001, 100), office.actor('tonghop1'))
  await lookThrough(importId, new Date())
  await want('tonghop1', importId)
  await takeImport(importId, { id: newId(), at: new Date(), settle: () => Promise.resolve() })
})

test(
  `of ${MANY} rows none is there while a worker is killed half-way, and each once after the next`,
  async () => {
    const worker = await startedWorker()
    const content = await workbookFrom(1)
    const before = await counts()
    const importId = await wanted('tonghop1', content)
    await vi.waitFor(async () => expect((await readImport(importId)).written).toBeGreaterThan(0), SOME_TIME)
    if (isLong)
      await vi.waitFor(async () => expect((await readImport(importId)).written).toBeGreaterThan(2000), SOME_TIME)
    await worker.killAndRestart()
    expect((await readImport(importId)).takenAt).toBeNull()
    expect(await counts()).toEqual(before)

    await isTaken(importId)
    expect(await counts()).toEqual({ tasks: before.tasks + MANY, contents: before.contents + MANY })
    // The same file once more, by somebody else: it is there already, to the last row.
    const again = await sendWorkbook(content, office.actor('tonghop2'))
    expect(await foundIn(again)).toMatchObject({ freshCount: 0, knownCount: MANY, faultCount: 0 })
    expect(worker.faults()).toEqual([])
  },
  SOME_TIME.timeout,
)

test(
  `of ${MANY} rows each is there once, where two people take the same file by two workers at once`,
  async () => {
    const workers = [await startedWorker(), await startedWorker()]
    const content = await workbookFrom(100_001)
    const before = await counts()
    const looked = await Promise.all(
      ['tonghop1', 'tonghop2'].map(async (username) => ({
        username,
        importId: await sendWorkbook(content, office.actor(username)),
      })),
    )
    // Both have seen the file before either takes it: each is promised all of it.
    for (const { importId } of looked) expect(await foundIn(importId)).toMatchObject({ freshCount: MANY })
    await Promise.all(looked.map(({ username, importId }) => want(username, importId)))
    await Promise.all(looked.map(({ importId }) => isTaken(importId)))

    expect(await counts()).toEqual({ tasks: before.tasks + MANY, contents: before.contents + MANY })
    const made = await Promise.all(looked.map(({ importId }) => db.importedTask.count({ where: { importId } })))
    expect(made.toSorted((one, other) => one - other)).toEqual([0, MANY])
    expect(workers.flatMap((worker) => worker.faults())).toEqual([])
  },
  SOME_TIME.timeout,
)

async function startedWorker(): Promise<KillableProcess> {
  const worker = await startKillable(() => startProcess('worker.ts'))
  onTestFinished(() => worker.end())
  return worker
}

async function workbookFrom(first: number, rows = MANY): Promise<Buffer> {
  const people = await workbookPeople()
  return importWorkbook(Array.from({ length: rows }, (_, index) => importRow(first + index, people)))
}

/** Sent, looked through by the worker without a fault, and then wanted. */
async function wanted(username: string, content: Buffer): Promise<string> {
  const importId = await sendWorkbook(content, office.actor(username))
  expect(await foundIn(importId)).toMatchObject({ freshCount: MANY, faultCount: 0 })
  await want(username, importId)
  return importId
}

function want(username: string, importId: string): Promise<void> {
  return wantImport({ importId, goodRowsOnly: false, by: office.actor(username), at: new Date() })
}

async function foundIn(importId: string): Promise<Findings> {
  await vi.waitFor(async () => expect((await readImport(importId)).findings).not.toBeNull(), SOME_TIME)
  return (await readImport(importId)).findings as unknown as Findings
}

async function isTaken(importId: string): Promise<void> {
  await vi.waitFor(async () => expect((await readImport(importId)).takenAt).not.toBeNull(), SOME_TIME)
}

function readImport(id: string) {
  return db.taskImport.findUniqueOrThrow({ where: { id } })
}

/** A task entered twice would be one more task, and no further content. */
async function counts() {
  const [{ contents }] = await db.$queryRaw<
    [{ contents: number }]
  >`select count(distinct content)::int as contents from task`
  return { tasks: await db.task.count(), contents }
}
