import { now, officeDay } from '#app/platform/clock.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Principal } from '#workflows/actor.ts'
import type { Node, Tree } from '#workflows/tree.ts'
import { visibleTo } from './visibility.server.ts'

/** A tree as the database has it, with what the writer of a plan needs beside it. */
export interface StoredTree {
  tree: Tree
  organId: string
  stepCount: number
  lastHash: string
  revisions: Map<string, number>
  workItems: StoredWorkItem[]
  /** principal → reason */
  participants: Map<string, string>
}

export interface StoredWorkItem {
  id: string
  subjectId: string
  kind: string
  holder: string
  dueOn: string | null
  dueHour: string | null
}

/**
 * Locks the root over a subject and restores its tree. Two statements: the second begins when the lock is held, so it sees
 * what the holder before us committed.
 *
 * @throws NotFound when there is no such subject or these principals may not see it
 */
export async function lockTree(tx: Transaction, subjectId: string, principals: Principal[]): Promise<StoredTree> {
  const [root] = await tx.$queryRaw<{ id: string }[]>`
    select root.id from subject root
    where root.id = (select member.root_id from subject member where member.id = ${subjectId}::uuid)
      and ${visibleTo(principals, Prisma.sql`root.id`)}
    for update`
  if (!root) throw new NotFound()
  return restoreLocked(tx, root.id)
}

/** Locks a root for what the office has ordered, whoever may see it, and restores its tree. */
export async function lockRoot(tx: Transaction, rootId: string): Promise<StoredTree> {
  await tx.$queryRaw`select from subject where id = ${rootId}::uuid for update`
  return restoreLocked(tx, rootId)
}

/** The tree of a subject as it stands, not locked: for pages, which show what may be done. */
export async function readTree(tx: Transaction, subjectId: string, principals: Principal[]): Promise<StoredTree> {
  const stored = await restoreWhere(
    tx,
    Prisma.sql`root.id = (select member.root_id from subject member where member.id = ${subjectId}::uuid)
      and ${visibleTo(principals, Prisma.sql`root.id`)}`,
  )
  if (!stored) throw new NotFound()
  return stored
}

/** The tree of a root this transaction has locked already. */
export async function restoreLocked(tx: Transaction, rootId: string): Promise<StoredTree> {
  const stored = await restoreWhere(tx, Prisma.sql`root.id = ${rootId}::uuid`)
  if (!stored) throw new NotFound()
  return stored
}

interface RestoredRow {
  rootId: string
  organId: string
  stepCount: number
  lastHash: string
  nodes: (Node & { revision: number })[]
  workItems: StoredWorkItem[]
  participants: Record<string, string>
}

async function restoreWhere(tx: Transaction, which: Prisma.Sql): Promise<StoredTree | null> {
  // Of a restricted task the heads are those of the office's day.
  const today = officeDay(now())
  const [row] = await tx.$queryRaw<RestoredRow[]>`
    select root.id as "rootId", root.organ_id as "organId", root.step_count as "stepCount", root.last_hash as "lastHash",
      (select json_agg(json_build_object(
          'kind', member.kind, 'id', member.id, 'parentId', member.parent_id, 'version', member.workflow_version,
          'state', member.state, 'context', member.context, 'revision', member.revision,
          'record', case member.kind
            when 'TASK' then json_build_object(
              'organId', member.organ_id, 'directingLeaderId', task.directing_leader_id, 'leadUnitId', task.lead_unit_id,
              'followerId', task.follower_id, 'enteredById', task.entered_by_id, 'dueOn', deadline.due_on, 'dueHour', deadline.due_hour,
              'extensions', coalesce(deadline.extensions, 0), 'outerDueOn', task.outer_due_on, 'isFromOutside', directive.outside,
              'restricted', member.restricted, 'namedPersonIds', task.named_person_ids,
              'namedHeadIds', case when member.restricted then array(
                select distinct post.person_id from post
                where post.unit_id = task.lead_unit_id and post.role in ('UNIT_HEAD', 'DEPUTY_HEAD')
                  and post.person_id = any(task.named_person_ids)
                  and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date)
              ) else '{}' end,
              'sourceIsSigned', directive.symbol is not null and directive.signed_on is not null
                and directive.signer is not null,
              'supporters', coalesce((
                select json_agg(json_build_object('unitId', supporter.unit_id, 'dueOn', supporter.due_on) order by supporter.unit_id)
                from task_supporter supporter where supporter.task_id = task.id), '[]'))
            when 'ASSIGNMENT' then json_build_object(
              'role', assignment.role, 'givenById', assignment.given_by_id, 'instruction', assignment.instruction,
              'dueOn', deadline.due_on, 'dueHour', deadline.due_hour, 'extensions', coalesce(deadline.extensions, 0),
              'holder', case when assignment.unit_id is not null
                then json_build_object('unitId', assignment.unit_id)
                else json_build_object('personId', assignment.person_id) end)
            else json_build_object('requestedById', request.requested_by_id, 'dueOn', request.due_on)
            end) order by member.id)
        from subject member
        left join task on task.id = member.id
        left join directive on directive.id = task.directive_id
        left join assignment on assignment.id = member.id
        left join extension_request request on request.id = member.id
        left join deadline on deadline.subject_id = member.id
        where member.root_id = root.id) as nodes,
      coalesce((select json_agg(json_build_object(
          'id', item.id, 'subjectId', item.subject_id, 'kind', item.kind, 'holder', item.holder, 'dueOn', item.due_on,
          'dueHour', item.due_hour))
        from work_item item where item.root_id = root.id and item.settled_at is null), '[]') as "workItems",
      coalesce((select json_object_agg(participant.principal, participant.reason)
        from participant where participant.subject_id = root.id), '{}') as participants
    from subject root where ${which}`
  if (!row) return null
  const nodes = new Map(row.nodes.map(({ revision: _, ...node }) => [node.id, node]))
  return {
    tree: { rootId: row.rootId, nodes },
    organId: row.organId,
    stepCount: row.stepCount,
    lastHash: row.lastHash,
    revisions: new Map(row.nodes.map((node) => [node.id, node.revision])),
    workItems: row.workItems,
    participants: new Map(Object.entries(row.participants)),
  }
}
