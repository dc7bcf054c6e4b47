import { v7 as newId } from 'uuid'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { enterTask, sourceColumns } from '#app/directives/enter-directive.server.ts'
import { checkTaskPeople } from '#app/directives/task-people.server.ts'
import type { JobRun } from '#app/jobs/job.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { db, transaction, type Transaction } from '#app/platform/db.server.ts'
import { readActor } from '#app/sign-in/read-actor.server.ts'
import type { Actor } from '#workflows/actor.ts'
import { fingerprintOf } from './already-there.server.ts'
import { sourceKeyOf, type GoodRow } from './check-rows.ts'
import { type Findings, faultsAreAmong } from './findings.ts'
import { findingsOf, readImport, type ReadImport } from './look-through.server.ts'

/** Ten thousand tasks, on a machine that has other things to do. */
const SECONDS = 15 * 60
const TOLD_EVERY = 100

/**
 * The job that makes drafts of a workbook: all in one transaction, so that a file is taken whole or not at all. It is looked through
 * again first, for rights and the office may have changed; with faults that the person has not seen and accepted, nothing is made.
 */
export function takeImport(importId: string, run: JobRun): Promise<void> {
  return transaction(
    'takeImport',
    async (tx) => {
      await run.settle(tx)
      // One import at a time: two of the same file would not see each other's tasks.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('taskImport'))`
      const asked = await tx.taskImport.findUnique({ where: { id: importId } })
      if (!asked?.wantedAt || asked.takenAt) return
      const by = await readActor({ personId: asked.personId, at: run.at })
      const read = await readImport(tx, { sha256: asked.sha256, by, at: run.at })
      const findings = { ...findingsOf(read) }
      const isAccepted = asked.goodRowsOnly && faultsAreAmong(findings, asked.findings as Findings)
      if (!by || (read.faults.length > 0 && !isAccepted)) {
        await tx.taskImport.update({ where: { id: importId }, data: { findings, wantedAt: null, movedAt: run.at } })
        return
      }
      await enterRows(tx, { importId, read, by, at: run.at })
      await recordAudit(tx, {
        organId: by.organId,
        actorId: by.personId,
        kind: 'tasksImported',
        details: { importId, lines: read.fresh.length, faults: read.faults.length },
        at: run.at,
      })
      await tx.taskImport.update({
        where: { id: importId },
        data: { findings, total: read.fresh.length, written: read.fresh.length, takenAt: run.at, movedAt: run.at },
      })
    },
    { seconds: SECONDS },
  )
}

interface Entering {
  importId: string
  read: ReadImport
  by: Actor
  at: Date
}

async function enterRows(tx: Transaction, { importId, read, by, at }: Entering): Promise<void> {
  await checkPeople(tx, read.fresh, by, at)
  const made: { taskId: string; importId: string; row: number; fingerprint: string }[] = []
  for (const rows of Map.groupBy(read.fresh, ({ source }) => sourceKeyOf(source)).values()) {
    const { source } = rows[0]!
    const there = read.there.directives.get(sourceKeyOf(source))
    const directiveId = there ?? (await enterSource(tx, source, by, at))
    const last = await lastPositionIn(tx, directiveId)
    for (const [index, row] of rows.entries()) {
      const position = last + index + 1
      const taskId = await enterTask(tx, { directiveId, position, ...draftOf(row), by, at })
      made.push({ taskId, importId, row: row.row, fingerprint: fingerprintOf(row) })
      if (made.length % TOLD_EVERY === 0) await tellProgress(importId, made.length)
    }
  }
  await tx.importedTask.createMany({ data: made })
}

/** The directive is locked first: the next period of a recurring duty under it is given its position after this, or before. */
async function lastPositionIn(tx: Transaction, directiveId: string): Promise<number> {
  await tx.$queryRaw`select from directive where id = ${directiveId}::uuid for no key update`
  const { _max } = await tx.task.aggregate({ where: { directiveId }, _max: { position: true } })
  return _max.position ?? 0
}

/** The same check as of a form, once for those chosen together. */
async function checkPeople(tx: Transaction, rows: GoodRow[], { organId }: Actor, at: Date): Promise<void> {
  const together = Map.groupBy(rows, ({ directingLeaderId, followerId }) => `${directingLeaderId} ${followerId}`)
  for (const chosen of together.values()) {
    const { directingLeaderId, followerId } = chosen[0]!
    await checkTaskPeople(
      tx,
      {
        organId,
        directingLeaderId,
        followerId,
        leadUnitIds: chosen.map(({ leadUnitId }) => leadUnitId),
        supportUnitIds: chosen.flatMap(({ supportUnitIds }) => supportUnitIds),
        restricted: false,
        namedPersonIds: [],
      },
      officeDay(at),
    )
  }
}

async function enterSource(tx: Transaction, source: GoodRow['source'], by: Actor, at: Date): Promise<string> {
  const id = newId()
  const { symbol, signedOn, signer, ...rest } = source
  const columns = sourceColumns({
    ...rest,
    ...(symbol && { symbol }),
    ...(signedOn && { signedOn }),
    ...(signer && { signer }),
  })
  await tx.directive.create({
    data: { id, organId: by.organId, enteredById: by.personId, createdAt: at, ...columns },
  })
  return id
}

function draftOf({ source, content, expectedProduct, field, dueOn, urgency, leadUnitId, ...row }: GoodRow) {
  const { symbol, signedOn, signer } = source
  return {
    task: {
      content,
      ...(expectedProduct && { expectedProduct }),
      ...(field && { field }),
      leadUnitId,
      urgency,
      ...(dueOn && { dueOn }),
      openEnded: dueOn === null,
      supporters: row.supportUnitIds.map((unitId) => ({ unitId })),
    },
    directive: {
      directingLeaderId: row.directingLeaderId,
      followerId: row.followerId,
      restricted: false,
      namedPersonIds: [],
      ...(symbol && { symbol }),
      ...(signedOn && { signedOn }),
      ...(signer && { signer }),
    },
  }
}

/** Beside the transaction, so that the page which waits sees it at once. */
async function tellProgress(importId: string, written: number): Promise<void> {
  await db.taskImport.updateMany({ where: { id: importId }, data: { written, movedAt: now() } })
}
