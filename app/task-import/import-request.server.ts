import { v7 as newId } from 'uuid'
import { mayEnterDirectives } from '#app/directives/policy.ts'
import type { ReceivedFile } from '#app/files/receive-form.server.ts'
import { enqueue } from '#app/outbox/enqueue.server.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { BadInput, NotFound, Refused } from '#app/platform/errors.ts'
import { claimRequestKey } from '#app/workflow/request-key.server.ts'
import type { Actor } from '#workflows/actor.ts'
import type { Findings } from './findings.ts'

const MINUTE = 60_000
/** The file store forgets, after as long, what no file version names. */
const KEPT_FOR = 24 * 60 * MINUTE
const STUCK_AFTER = 2 * MINUTE

interface Asked {
  by: Actor
  requestKey: string
  at: Date
}

export function requireEntering(by: Actor): void {
  if (!mayEnterDirectives(by)) throw new Refused('directives:errors.notEntering')
}

/** Takes in a workbook, which a job then looks through. A repeated request names the import of the first. */
export function askForImport({
  file,
  by,
  requestKey,
  at,
}: Asked & { file: ReceivedFile }): Promise<{ importId: string }> {
  requireEntering(by)
  return transaction('askForImport', async (tx) => {
    const importId = newId()
    const earlier = await claimRequestKey(tx, { personId: by.personId, requestKey, outcome: { importId }, at })
    if (earlier) return { importId: String(earlier.importId) }
    const { name, sha256 } = file
    await tx.taskImport.create({
      data: { id: importId, personId: by.personId, fileName: name, sha256, askedAt: at, movedAt: at },
    })
    await enqueue(tx, { job: 'taskImport.lookThrough', payload: { importId }, at })
    return { importId }
  })
}

/** Says that the workbook shall be taken. Said twice, or of one that is taken already, it changes nothing. */
export function wantImport({
  importId,
  goodRowsOnly,
  by,
  at,
}: Omit<Asked, 'requestKey'> & { importId: string; goodRowsOnly: boolean }): Promise<void> {
  requireEntering(by)
  return transaction('wantImport', async (tx) => {
    const asked = await tx.taskImport.findFirst({ where: ownAndNotPassed(importId, by.personId, at) })
    if (!asked) throw new NotFound()
    const findings = asked.findings as Findings | null
    if (!findings) throw new BadInput('badRequest')
    if (findings.faultCount > 0 && !goodRowsOnly) throw new Refused('taskImports:faultsNotAccepted')
    const { count } = await tx.taskImport.updateMany({
      where: { id: importId, wantedAt: null, takenAt: null },
      data: { wantedAt: at, goodRowsOnly, written: 0, movedAt: at },
    })
    if (count === 1) await enqueue(tx, { job: 'taskImport.take', payload: { importId }, at })
  })
}

export interface ShownImport {
  id: string
  fileName: string
  state: 'lookingThrough' | 'found' | 'taking' | 'taken' | 'stuck'
  findings: Findings | null
  total: number | null
  written: number
}

/** How far an import is, and what was found. @throws NotFound when it is not there, of somebody else, or has passed */
export async function readOwnImport({
  importId,
  by,
  at,
}: {
  importId: string
  by: Actor
  at: Date
}): Promise<ShownImport> {
  const row = await db.taskImport.findFirst({ where: ownAndNotPassed(importId, by.personId, at) })
  if (!row) throw new NotFound()
  const { id, fileName, findings, wantedAt, takenAt, movedAt, total, written } = row
  const isStuck = at.getTime() - movedAt.getTime() > STUCK_AFTER
  const running = findings === null ? 'lookingThrough' : wantedAt ? 'taking' : null
  const state = takenAt ? 'taken' : !running ? 'found' : isStuck ? 'stuck' : running
  return { id, fileName, state, findings: findings as Findings | null, total, written }
}

function ownAndNotPassed(id: string, personId: string, at: Date) {
  return { id, personId, askedAt: { gt: new Date(at.getTime() - KEPT_FOR) } }
}

/** Rows about files that are no longer there. Of what was taken stays from which file and row, but not what was found in it. */
export async function removePassedImports(at: Date): Promise<void> {
  const passed = { askedAt: { lt: new Date(at.getTime() - 2 * KEPT_FOR) } }
  await db.$executeRaw`update task_import set findings = null where taken_at is not null and findings is not null
    and asked_at < ${passed.askedAt.lt}`
  await db.taskImport.deleteMany({ where: { ...passed, takenAt: null } })
}
