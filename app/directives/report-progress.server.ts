import { attachFiles } from '#app/files/attach-files.server.ts'
import type { ReceivedFile } from '#app/files/receive-form.server.ts'
import { act, type ActOutcome } from '#app/workflow/act.server.ts'
import type { AskedOfSubject } from './simple-acts.server.ts'

export interface ReportProgress extends AskedOfSubject {
  progress: { text: string; percent: number; difficulties?: string }
  files: ReceivedFile[]
}

/** Tells how far the work is, any number of times before the report. @throws as `act` */
export function reportProgress({ progress, files, ...asked }: ReportProgress): Promise<ActOutcome> {
  const { by, at, subjectId } = asked
  return act({
    ...asked,
    event: { type: 'progress', ...progress },
    alongside: async (tx, { tree, steps }) => {
      await tx.assignment.update({ where: { id: subjectId }, data: { percent: progress.percent } })
      await attachFiles(tx, { files, subjectId: tree.rootId, stepId: steps[0]!.id, addedById: by.personId, at })
    },
  })
}
