import type { Transaction } from '#app/platform/db.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Principal } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { SourceKind } from './forms.ts'
import { taskBatches, type TaskRow } from './task-list.server.ts'
import { seesPart, type TaskQuestion } from './task-matching.server.ts'

/** A task as a line of the office's own tables: the row of the list, and what it was given by and what came of it. */
export interface TaskLine extends TaskRow {
  sourceKind: SourceKind
  signedOn: Day | null
  signer: string | null
  subject: string
  expectedProduct: string | null
  field: string | null
  supportingUnits: string | null
  outerDueOn: Day | null
  /** The newest report of the lead unit, and why its result came late, to whoever sees them. */
  result: string | null
  latenessReason: string | null
}

/** Every task the filters let through, a batch at a time, newest first. */
export async function* taskLineBatches(question: TaskQuestion, tx: Transaction): AsyncGenerator<TaskLine[]> {
  for await (const rows of taskBatches(question, tx)) yield await withDetails(rows, question.principals, tx)
}

/** The first of them, and whether there are more. */
export async function firstTaskLines(
  question: TaskQuestion,
  tx: Transaction,
  most: number,
): Promise<{ lines: TaskLine[]; isCut: boolean }> {
  const lines: TaskLine[] = []
  for await (const batch of taskLineBatches(question, tx)) {
    lines.push(...batch)
    if (lines.length > most) break
  }
  return { lines: lines.slice(0, most), isCut: lines.length > most }
}

type Details = Omit<TaskLine, keyof TaskRow>

/** Of the parts of a task only those are told that the reader sees: a supporting unit learns neither of the others nor of the lead's report. */
async function withDetails(rows: TaskRow[], principals: Principal[], tx: Transaction): Promise<TaskLine[]> {
  const details = await tx.$queryRaw<(Details & { id: string })[]>`
    select task.id, directive.source_kind as "sourceKind", directive.signed_on::text as "signedOn", directive.signer,
      directive.subject, task.expected_product as "expectedProduct", task.field,
      task.outer_due_on::text as "outerDueOn",
      (select string_agg(unit.abbreviation, ', ' order by unit.position, unit.abbreviation)
        from subject part join assignment on assignment.id = part.id join unit on unit.id = assignment.unit_id
        where part.root_id = task.id and part.parent_id = task.id and assignment.role = 'SUPPORT'
          and ${seesPart(principals, Prisma.sql`part`)}) as "supportingUnits",
      ${newestOfTheLead(Prisma.sql`'text'`, ['progress', 'report'], principals)} as result,
      ${newestOfTheLead(Prisma.sql`'latenessReason'`, ['report'], principals)} as "latenessReason"
    from task join directive on directive.id = task.directive_id
    where task.id = any(${rows.map(({ id }) => id)}::uuid[])`
  const byId = new Map(details.map((each) => [each.id, each]))
  return rows.map((row) => ({ ...row, ...byId.get(row.id)! }))
}

/** A text of the newest of these steps of the lead unit's part. */
function newestOfTheLead(text: Prisma.Sql, events: string[], principals: Principal[]): Prisma.Sql {
  return Prisma.sql`
    (select step_text.texts ->> ${text}
      from step join step_text on step_text.step_id = step.id join assignment on assignment.id = step.subject_id
      join subject lead on lead.id = assignment.id
      where step.root_id = task.id and step.event = any(${events}::text[])
        and assignment.role = 'LEAD' and lead.parent_id = task.id
        and ${seesPart(principals, Prisma.sql`lead`)}
      order by step.number desc limit 1)`
}
