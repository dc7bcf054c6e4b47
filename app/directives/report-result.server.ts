import type { z } from 'zod'
import { attachFiles } from '#app/files/attach-files.server.ts'
import type { ReceivedFile } from '#app/files/receive-form.server.ts'
import { act, type ActOutcome } from '#app/workflow/act.server.ts'
import type { reportSchema } from './act-forms.ts'
import type { AskedOfSubject } from './simple-acts.server.ts'

export interface ReportResult extends AskedOfSubject {
  result: z.output<typeof reportSchema>
  files: ReceivedFile[]
}

/** An officer reports to the head; the head passes the unit's result up. The same act at different heights of the line. @throws as `act` */
export function reportResult({ result, files, ...asked }: ReportResult): Promise<ActOutcome> {
  const { by, at, subjectId } = asked
  return act({
    ...asked,
    event: { type: 'report', ...result },
    alongside: async (tx, { tree, steps }) => {
      await tx.assignment.update({ where: { id: subjectId }, data: { percent: 100 } })
      await attachFiles(tx, { files, subjectId: tree.rootId, stepId: steps[0]!.id, addedById: by.personId, at })
    },
  })
}
