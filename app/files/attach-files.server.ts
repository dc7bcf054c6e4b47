import { v7 as newId } from 'uuid'
import type { Transaction } from '#app/platform/db.server.ts'
import type { ReceivedFile } from './receive-form.server.ts'

export type AttachFiles = {
  files: ReceivedFile[]
  addedById: string
  at: Date
} & (OnSubject | OnDirective)

/** On a task, with the step the files came with. */
interface OnSubject {
  subjectId: string
  stepId?: string
}

/** On a directive's source. */
interface OnDirective {
  directiveId: string
}

/** Names received content as files of the subject or the directive, each in its first version. Two statements, however many. */
export async function attachFiles(tx: Transaction, { files, addedById, at, ...place }: AttachFiles): Promise<void> {
  if (files.length === 0) return
  const added = files.map((file) => ({ ...file, fileId: newId(), versionId: newId() }))
  const where = 'directiveId' in place ? { directiveId: place.directiveId } : { subjectId: place.subjectId }
  await tx.file.createMany({ data: added.map(({ fileId, name }) => ({ id: fileId, name, createdAt: at, ...where })) })
  await tx.fileVersion.createMany({
    data: added.map(({ versionId, fileId, sha256, bytes, mediaType }) => ({
      id: versionId,
      fileId,
      number: 1,
      sha256,
      bytes,
      mediaType,
      addedById,
      stepId: 'stepId' in place ? place.stepId : null,
      createdAt: at,
    })),
  })
}
