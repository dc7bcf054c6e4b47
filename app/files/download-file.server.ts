import type { Readable } from 'node:stream'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { fileStore, type FileStore } from '#app/platform/storage.server.ts'
import { readTree } from '#app/workflow/restore.server.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Principal } from '#workflows/actor.ts'
import { sightOf } from '#workflows/audience.ts'

export interface DownloadFile {
  versionId: string
  reader: { personId: string; organId: string; principals: Principal[] }
  address: string | null
  at: Date
}

interface VisibleFileVersion {
  name: string
  mediaType: string
  bytes: number
  sha256: string
  /** The root it is read through; null for a file on a directive. */
  rootId: string | null
  /** The subject of the step it came with, if it came with one. */
  stepSubjectId: string | null
}

export interface DownloadedFile extends VisibleFileVersion {
  /** Opens the content; reading ends when the signal fires. */
  content: (signal: AbortSignal) => Readable
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Finds the version through visibility and writes down that it was taken.
 *
 * @throws NotFound when it is not there, or not visible to the reader
 */
export async function downloadFile(
  { versionId, reader, address, at }: DownloadFile,
  store: FileStore = fileStore,
): Promise<DownloadedFile> {
  const version = await visibleFileVersion(reader.principals, versionId)
  if (!version) throw new NotFound()
  const { rootId, stepSubjectId } = version
  if (rootId && stepSubjectId && stepSubjectId !== rootId) {
    // What was attached to a report is for those who see that report.
    const { tree } = await readTree(db, rootId, reader.principals)
    if (!sightOf(reader.principals, tree).has(stepSubjectId)) throw new NotFound()
  }
  await recordAudit(db, {
    organId: reader.organId,
    actorId: reader.personId,
    kind: 'fileDownloaded',
    ...(version.rootId ? { subjectId: version.rootId } : {}),
    // Not the name: an administrator reads the log, and sees no content.
    details: { fileVersionId: versionId },
    address,
    at,
  })
  return { ...version, content: (signal) => store.read(version.sha256, signal) }
}

/** A file on a task is for whoever may see the task; one on a directive for whoever may see one of its tasks. */
async function visibleFileVersion(principals: Principal[], versionId: string): Promise<VisibleFileVersion | null> {
  if (!UUID.test(versionId)) return null
  const [found] = await db.$queryRaw<(Omit<VisibleFileVersion, 'bytes'> & { bytes: bigint })[]>`
    select file.name, version.media_type as "mediaType", version.bytes, version.sha256, subject.root_id as "rootId",
      step.subject_id as "stepSubjectId"
    from file_version version
    left join step on step.id = version.step_id
    join file on file.id = version.file_id
    left join subject on subject.id = file.subject_id
    where version.id = ${versionId}::uuid and (
      ${visibleTo(principals, Prisma.sql`subject.root_id`)}
      or exists (
        select from task
        where task.directive_id = file.directive_id and ${visibleTo(principals, Prisma.sql`task.id`)}
      )
    )`
  return found ? { ...found, bytes: Number(found.bytes) } : null
}
