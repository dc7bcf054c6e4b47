/** Every job there is. A name that is not here cannot be put in the outbox, and fails when it comes out of it. */
import { z } from 'zod'
import { carryOutBulkAct } from '#app/bulk-acts/carry-out-bulk-act.server.ts'
import { removePassedExports } from '#app/directives/export-request.server.ts'
import { writeExport } from '#app/directives/export-write.server.ts'
import { moveDueDays } from '#app/deadlines/move-due-days.server.ts'
import { carryOutDueHandovers, carryOutHandover } from '#app/handovers/carry-out-handover.server.ts'
import { gatherDigests } from '#app/digests/gather-digests.server.ts'
import { sweepFiles } from '#app/files/sweep-files.server.ts'
import { sendWaitingMail } from '#app/notices/send-mail.server.ts'
import { tellFact } from '#app/notices/tell-fact.server.ts'
import { removeSettledMessages, returnLostMessages } from '#app/outbox/sweep-outbox.server.ts'
import { tellDueReminders } from '#app/reminders/tell-due.server.ts'
import { openDuePeriods } from '#app/series/open-periods.server.ts'
import { removeEndedSessions } from '#app/sign-in/remove-ended-sessions.server.ts'
import { removeOldRequestKeys } from '#app/workflow/remove-old-request-keys.server.ts'
import { removePassedImports } from '#app/task-import/import-request.server.ts'
import { lookThrough } from '#app/task-import/look-through.server.ts'
import { takeImport } from '#app/task-import/take-import.server.ts'
import { housekeepingJob, job, periodicJob, type JobTable } from './job.server.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export const jobs = {
  /** A fact of a workflow has happened: whom it concerns is told. */
  'workflow.fact': job({
    schema: z.object({ rootId: z.uuid(), stepNumber: z.int(), fact: z.string(), subjectId: z.uuid() }),
    handle: tellFact,
  }),

  /** Mail waits in its table; this only says that there is some. */
  'notices.mail': job({ schema: z.object({}), handle: (_none, { at }) => sendWaitingMail(at) }),

  /** Open work goes to whoever takes over, from the day of the order on. */
  'handover.carryOut': job({
    schema: z.object({ handoverId: z.uuid() }),
    handle: ({ handoverId }, { at }) => carryOutHandover(handoverId, at),
  }),

  /** Due days go with a change of the working calendar, as the administrator approved it. */
  'calendar.moveDueDays': job({
    schema: z.object({ changeId: z.uuid() }),
    handle: ({ changeId }, { at }) => moveDueDays(changeId, at),
  }),

  'bulkAct.carryOut': job({
    schema: z.object({ bulkActId: z.uuid() }),
    handle: ({ bulkActId }, { at }) => carryOutBulkAct(bulkActId, at),
  }),
  /** A list somebody takes out as a workbook. */
  'taskExport.write': job({
    schema: z.object({ exportId: z.uuid() }),
    handle: ({ exportId }, { at }) => writeExport(exportId, at),
  }),

  /** A workbook somebody sent in to make drafts of. */
  'taskImport.lookThrough': job({
    schema: z.object({ importId: z.uuid() }),
    handle: ({ importId }, { at }) => lookThrough(importId, at),
  }),
  'taskImport.take': job({
    schema: z.object({ importId: z.uuid() }),
    handle: ({ importId }, run) => takeImport(importId, run),
  }),

  'series.openPeriods': periodicJob(HOUR, openDuePeriods),

  'reminders.tell': periodicJob(10 * MINUTE, tellDueReminders),
  'notices.digest': periodicJob(10 * MINUTE, gatherDigests),
  'handovers.carryOut': periodicJob(10 * MINUTE, carryOutDueHandovers),
  'notices.mailAgain': periodicJob(MINUTE, sendWaitingMail),
  'outbox.return': housekeepingJob(MINUTE, returnLostMessages),
  'outbox.clear': periodicJob(HOUR, removeSettledMessages),
  'taskExports.clear': periodicJob(6 * HOUR, removePassedExports),
  'taskImports.clear': periodicJob(6 * HOUR, removePassedImports),
  'files.sweep': periodicJob(6 * HOUR, sweepFiles),
  'requestKeys.clear': periodicJob(HOUR, removeOldRequestKeys),
  'sessions.clear': housekeepingJob(HOUR, removeEndedSessions),
} satisfies JobTable

type Jobs = typeof jobs

/** The jobs a use case may ask for. */
export type JobName = { [Name in keyof Jobs]: Jobs[Name] extends { schema: z.ZodType } ? Name : never }[keyof Jobs]

export type JobPayload<Name extends JobName> = z.infer<Jobs[Name]['schema']>
