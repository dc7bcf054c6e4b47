import { readWorkingCalendar } from '#app/deadlines/working-calendar.server.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Actor, namesOf, postIn, type Principal } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import type { Timeliness } from '#workflows/calendar/timeliness.ts'
import { type Rest, restOn, type WorkingCalendar } from '#workflows/calendar/working-calendar.ts'
import { timelinessOf } from './due-soon.server.ts'
import type { SourceKind, Urgency } from './forms.ts'
import { mayEditSource } from './policy.ts'
import type { ShownFile } from './task-page-rows.server.ts'

export interface ShownDirective {
  id: string
  revision: number
  sourceKind: SourceKind
  symbol: string | null
  signedOn: Day | null
  issuingOrgan: string
  signer: string | null
  subject: string
  outside: boolean
  enteredBy: string
  createdAt: Date
  files: ShownFile[]
  /** Only those the reader may see. */
  tasks: ShownDirectiveTask[]
  mayEditSource: boolean
  /** How many drafts the reader may issue now. */
  issuable: number
}

export interface ShownDirectiveTask {
  id: string
  /** Its place among those shown: a gap would tell of one that is not. */
  number: number
  content: string
  state: string
  urgency: Urgency
  leadUnit: string
  directingLeader: string
  directingLeaderId: string
  dueOn: Day | null
  dueHour: Hour | null
  timeliness: Timeliness | null
  /** Why the day a draft is due is a day off, where it is one. */
  dueDayOff: Rest | null
}

interface DirectiveRow extends Omit<ShownDirective, 'tasks' | 'mayEditSource' | 'issuable'> {
  taskRows:
    | (Omit<ShownDirectiveTask, 'timeliness' | 'number' | 'dueDayOff'> & {
        restricted: boolean
        startOn: Day | null
        stoppedOn: Day | null
        stoppedHour: Hour | null
        doneOn: Day | null
        settled: boolean
      })[]
    | null
}

/** @throws NotFound when none of its tasks is visible to these principals */
export async function readDirectivePage({
  directiveId,
  actor,
  principals,
  today,
  hour,
}: {
  directiveId: string
  actor: Actor
  principals: Principal[]
  today: Day
  /** The hour of that day; left out, nothing is late before its day is over. */
  hour?: Hour
}): Promise<ShownDirective> {
  const [found] = await db.$queryRaw<DirectiveRow[]>`
    select directive.id, directive.revision, directive.source_kind as "sourceKind", directive.symbol,
      directive.signed_on::text as "signedOn", directive.issuing_organ as "issuingOrgan", directive.signer,
      directive.subject, directive.outside, enterer.full_name as "enteredBy", directive.created_at as "createdAt",
      coalesce((select json_agg(json_build_object('versionId', version.id, 'name', file.name, 'bytes', version.bytes,
          'mediaType', version.media_type) order by version.id)
        from file join file_version version on version.file_id = file.id
        where file.directive_id = directive.id), '[]') as files,
      (select json_agg(json_build_object('id', task.id, 'content', task.content,
          'state', subject.state, 'restricted', subject.restricted, 'urgency', task.urgency, 'leadUnit', unit.name, 'directingLeader', leader.full_name,
          'directingLeaderId', leader.id, 'dueOn', deadline.due_on, 'startOn', deadline.start_on, 'stoppedOn', deadline.stopped_on,
          'dueHour', deadline.due_hour, 'stoppedHour', deadline.stopped_hour,
          'doneOn', deadline.done_on, 'settled', subject.settled_at is not null) order by task.position)
        from task join subject on subject.id = task.id
        join unit on unit.id = task.lead_unit_id
        join person leader on leader.id = task.directing_leader_id
        left join deadline on deadline.subject_id = task.id
        where task.directive_id = directive.id and ${visibleTo(principals, Prisma.sql`task.id`)}) as "taskRows"
    from directive join person enterer on enterer.id = directive.entered_by_id
    where directive.id = ${directiveId}::uuid`
  if (!found?.taskRows) throw new NotFound()
  const { taskRows, ...directive } = found
  const calendar = await calendarOfDrafts(actor.organId, taskRows)
  return {
    ...directive,
    tasks: taskRows.map(({ restricted: _, startOn, stoppedOn, stoppedHour, doneOn, settled, ...task }, index) => ({
      ...task,
      number: index + 1,
      dueDayOff: isDatedDraft(task) && calendar ? restOn(calendar, task.dueOn) : null,
      timeliness: timelinessOf({ ...task, startOn, stoppedOn, stoppedHour, doneOn, settled }, today, hour),
    })),
    issuable: taskRows.filter(({ state, ...task }) => state === 'draft' && mayIssue(actor, directive, task)).length,
    mayEditSource: mayEditSource(actor, { hasDrafts: taskRows.some(({ state }) => state === 'draft') }),
  }
}

/** Read only where a draft has a day to look up. */
async function calendarOfDrafts(organId: string, tasks: DatedTask[]): Promise<WorkingCalendar | null> {
  const days = tasks.filter(isDatedDraft).map(({ dueOn }) => dueOn)
  return days.length > 0 ? readWorkingCalendar(db, organId, days.sort()[0]!) : null
}

type DatedTask = Pick<ShownDirectiveTask, 'state' | 'dueOn'>

function isDatedDraft<Task extends DatedTask>(task: Task): task is Task & { dueOn: Day } {
  return task.state === 'draft' && task.dueOn !== null
}

/** As the task's machine has it, asked here for a whole directive at once; the act itself asks the machine. */
function mayIssue(
  actor: Actor,
  source: Pick<ShownDirective, 'symbol' | 'signedOn' | 'signer'>,
  { directingLeaderId, restricted }: { directingLeaderId: string; restricted: boolean },
): boolean {
  const isSigned = source.symbol !== null && source.signedOn !== null && source.signer !== null
  return namesOf(actor, { restricted }).some(
    (as) => as.personId === directingLeaderId || (isSigned && postIn(as, 'SECRETARIAT') !== undefined),
  )
}
