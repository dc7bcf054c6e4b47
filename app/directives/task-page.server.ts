import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { readTree } from '#app/workflow/restore.server.ts'
import type { Actor, Principal } from '#workflows/actor.ts'
import { sightOf } from '#workflows/audience.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Timeliness } from '#workflows/calendar/timeliness.ts'
import { obligationsOf, type ObligationKind } from '#workflows/obligations.ts'
import type { Refusal } from '#workflows/permit.ts'
import { actsOpenTo } from '#workflows/standing.ts'
import { timelinessOf } from './due-soon.server.ts'
import type { SourceKind, Urgency } from './forms.ts'

export interface ShownAct {
  act: string
  refusal: Refusal | null
}

export interface ShownFile {
  versionId: string
  name: string
  bytes: number
  mediaType: string
}

export interface ShownStep {
  number: number
  subjectId: string
  event: string
  toState: string
  at: Date
  actor: string
  postTitle: string | null
  onBehalfOf: string | null
  causedBy: number | null
  payload: { percent?: number; documentSymbol?: string; documentOn?: Day; dueOn?: Day | null }
  texts: Record<string, string> | null
  textRemoved: boolean
  /** Whom an assignment of this step is held by. */
  holder: string | null
  files: ShownFile[]
}

export interface ShownAssignment {
  id: string
  parentId: string
  revision: number
  state: string
  holder: string
  isUnit: boolean
  isLead: boolean
  percent: number
  instruction: string | null
  dueOn: Day | null
  timeliness: Timeliness | null
  acts: ShownAct[]
}

export interface ShownTask {
  id: string
  revision: number
  state: string
  content: string
  expectedProduct: string | null
  urgency: Urgency
  restricted: boolean
  directingLeader: string
  leadUnit: string
  follower: string
  enteredBy: string
  dueOn: Day | null
  doneOn: Day | null
  timeliness: Timeliness | null
  named: string[]
  directive: {
    id: string
    sourceKind: SourceKind
    symbol: string | null
    signedOn: Day | null
    issuingOrgan: string
    signer: string | null
    subject: string
  }
  sourceFiles: ShownFile[]
  acts: ShownAct[]
  /** Whose move it is: the open obligations, by the names of their holders. */
  moves: { kind: ObligationKind; holder: string }[]
  assignments: ShownAssignment[]
  steps: ShownStep[]
}

interface PageRow extends Omit<
  ShownTask,
  'acts' | 'moves' | 'assignments' | 'timeliness' | 'steps' | 'revision' | 'state'
> {
  startOn: Day | null
  stoppedOn: Day | null
  settled: boolean
  holders: Record<string, string>
  assignmentRows: {
    id: string
    holder: string
    percent: number
    startOn: Day | null
    dueOn: Day | null
    stoppedOn: Day | null
    doneOn: Day | null
    settled: boolean
  }[]
  stepRows: (Omit<ShownStep, 'at'> & { at: string })[]
}

/**
 * All that the task's page shows, in two statements: the tree, which decides the acts, and the words.
 *
 * @throws NotFound when it is not there or not visible
 */
export async function readTaskPage({
  taskId,
  actor,
  principals,
  today,
}: {
  taskId: string
  actor: Actor
  principals: Principal[]
  today: Day
}): Promise<ShownTask> {
  const { tree, revisions } = await readTree(db, taskId, principals)
  const task = tree.nodes.get(taskId)
  if (task?.kind !== 'TASK') throw new NotFound()
  const { assignmentRows, stepRows, startOn, stoppedOn, settled, holders, ...row } = await readWords(taskId)
  const who = { actor, today }
  // A supporting unit sees the task and its own part; of the others only that they are there would be too much.
  const seen = sightOf(principals, tree)
  const assignments = assignmentRows
    .filter(({ id }) => seen.has(id))
    .map(({ startOn: started, stoppedOn: stopped, doneOn, settled: ended, ...assignment }): ShownAssignment => {
      const node = tree.nodes.get(assignment.id)
      if (node?.kind !== 'ASSIGNMENT') throw new Error(`Assignment ${assignment.id} is not in its tree`)
      return {
        ...assignment,
        parentId: node.parentId,
        revision: revisions.get(node.id)!,
        state: node.state,
        isUnit: 'unitId' in node.record.holder,
        isLead: node.parentId === taskId && node.record.role === 'LEAD',
        instruction: node.record.instruction,
        timeliness: timelinessOf(
          { startOn: started, dueOn: assignment.dueOn, stoppedOn: stopped, doneOn, settled: ended },
          today,
        ),
        acts: actsOpenTo(tree, node, who),
      }
    })
  return {
    ...row,
    revision: revisions.get(taskId)!,
    state: task.state,
    timeliness: timelinessOf({ ...row, startOn, stoppedOn, settled }, today),
    acts: actsOpenTo(tree, task, who),
    moves: obligationsOf(tree)
      .filter(({ kind, subjectId }) => kind !== 'FOLLOW' && seen.has(subjectId))
      .map(({ kind, holder }) => ({ kind, holder: holders[holder] ?? '' })),
    assignments,
    steps: stepRows.filter(({ subjectId }) => seen.has(subjectId)).map((step) => ({ ...step, at: new Date(step.at) })),
  }
}

async function readWords(taskId: string): Promise<PageRow> {
  const [row] = await db.$queryRaw<PageRow[]>`
    select task.id, task.content, task.expected_product as "expectedProduct", task.urgency, subject.restricted,
      leader.full_name as "directingLeader", unit.name as "leadUnit", follower.full_name as follower,
      enterer.full_name as "enteredBy", deadline.due_on::text as "dueOn", deadline.done_on::text as "doneOn",
      deadline.start_on::text as "startOn", deadline.stopped_on::text as "stoppedOn", subject.settled_at is not null as settled,
      coalesce((select json_agg(person.full_name order by person.given_name) from person
        where person.id = any(task.named_person_ids)), '[]') as named,
      json_build_object('id', directive.id, 'sourceKind', directive.source_kind, 'symbol', directive.symbol,
        'signedOn', directive.signed_on, 'issuingOrgan', directive.issuing_organ, 'signer', directive.signer,
        'subject', directive.subject) as directive,
      coalesce((select json_agg(json_build_object('versionId', version.id, 'name', file.name, 'bytes', version.bytes,
          'mediaType', version.media_type) order by version.id)
        from file join file_version version on version.file_id = file.id
        where file.directive_id = directive.id), '[]') as "sourceFiles",
      coalesce((select json_object_agg(item.holder, coalesce(holding_unit.name, holding_person.full_name))
        from (select distinct holder from work_item where root_id = task.id and settled_at is null) item
        left join unit holding_unit on item.holder = 'unit:' || holding_unit.id
        left join person holding_person on item.holder = 'person:' || holding_person.id), '{}') as holders,
      coalesce((select json_agg(json_build_object('id', assignment.id, 'percent', assignment.percent,
          'holder', coalesce(held_by_unit.name, held_by.full_name), 'startOn', due.start_on, 'dueOn', due.due_on, 'stoppedOn', due.stopped_on,
          'doneOn', due.done_on, 'settled', member.settled_at is not null) order by assignment.id)
        from subject member join assignment on assignment.id = member.id
        left join unit held_by_unit on held_by_unit.id = assignment.unit_id
        left join person held_by on held_by.id = assignment.person_id
        left join deadline due on due.subject_id = assignment.id
        where member.root_id = task.id), '[]') as "assignmentRows",
      (select json_agg(json_build_object('number', step.number, 'subjectId', step.subject_id, 'event', step.event,
          'toState', step.to_state, 'at', step.at, 'actor', actor.full_name, 'postTitle', post.title,
          'onBehalfOf', directed_by.full_name, 'causedBy', step.caused_by, 'payload', step.payload,
          'texts', step_text.texts, 'textRemoved', step_text.removed_by_number is not null,
          'holder', coalesce(step_unit.name, step_person.full_name),
          'files', coalesce((select json_agg(json_build_object('versionId', version.id, 'name', file.name,
              'bytes', version.bytes, 'mediaType', version.media_type) order by version.id)
            from file_version version join file on file.id = version.file_id where version.step_id = step.id), '[]')
          ) order by step.number)
        from step join person actor on actor.id = step.actor_id
        left join post on post.id = step.post_id
        left join person directed_by on directed_by.id = step.on_behalf_of_id
        left join step_text on step_text.step_id = step.id
        left join assignment of_step on of_step.id = step.subject_id
        left join unit step_unit on step_unit.id = of_step.unit_id
        left join person step_person on step_person.id = of_step.person_id
        where step.root_id = task.id) as "stepRows"
    from task
    join subject on subject.id = task.id
    join directive on directive.id = task.directive_id
    join unit on unit.id = task.lead_unit_id
    join person leader on leader.id = task.directing_leader_id
    join person follower on follower.id = task.follower_id
    join person enterer on enterer.id = task.entered_by_id
    left join deadline on deadline.subject_id = task.id
    where task.id = ${taskId}::uuid`
  if (!row) throw new NotFound()
  return row
}
