import {
  assistantsPrincipal,
  dutyPrincipal,
  namedPrincipal,
  type Principal,
  principalsOf,
  type Actor,
} from './actor.ts'
import { inboxesOf, inboxOf } from './holder.ts'
import { type AssignmentNode, assignmentsOf, leadAssignmentOf, taskOf, topOf, type Tree } from './tree.ts'

/** Those who see the whole task, and those who see the task, its source and their own part of it. */
export const wholeSight = [
  'entered',
  'directingLeader',
  'follower',
  'leaders',
  'secretariat',
  'assistants',
  'leadUnit',
  'assignee',
  'named',
] as const
const partSight = ['supportUnit', 'supportAssignee', 'formerUnit', 'formerAssignee'] as const

export type AudienceReason = (typeof wholeSight)[number] | (typeof partSight)[number]

/**
 * Who may see a task and why: the rows of Participant, derived from the tree after every act. The table in words is
 * docs/visibility.md. Of a restricted task only persons are in it, each named by the assigner's side or by being handed a part.
 */
export function audienceOf(tree: Tree): Map<Principal, AudienceReason> {
  const { record } = taskOf(tree)
  const audience = new Map<Principal, AudienceReason>()
  const admit = (principal: Principal, reason: AudienceReason) => {
    if (!audience.has(principal)) audience.set(principal, reason)
  }

  admit(inboxOf(record.directingLeaderId, record), 'directingLeader')
  admit(inboxOf(record.followerId, record), 'follower')
  admit(inboxOf(record.enteredById, record), 'entered')
  if (!record.restricted) {
    admit(dutyPrincipal(record.organId, 'LEADER'), 'leaders')
    admit(dutyPrincipal(record.organId, 'SECRETARIAT'), 'secretariat')
    admit(assistantsPrincipal(record.directingLeaderId), 'assistants')
  }
  const holders = assignmentsOf(tree).map((node) => ({ node, reason: reasonOf(tree, node) }))
  for (const sight of [wholeSight, partSight] as const) {
    for (const { node, reason } of holders) {
      if (!reason || !(sight as readonly AudienceReason[]).includes(reason)) continue
      for (const principal of inboxesOf(node.record.holder, record)) admit(principal, reason)
    }
  }
  // Whoever is named learns of the task when it is issued, as the lead unit does; taken back, it is as if it never was.
  if (record.restricted && leadAssignmentOf(tree)) {
    for (const personId of record.namedPersonIds) admit(namedPrincipal(personId), 'named')
  }
  return audience
}

/** Why whoever holds an assignment sees the task; null where it was taken back before they had received it. */
function reasonOf(tree: Tree, node: AssignmentNode): AudienceReason | null {
  const top = topOf(tree, node)
  const isTop = top.id === node.id
  if (top.state === 'withdrawn') {
    if (!top.context.wasReceived) return null
    return isTop ? 'formerUnit' : 'formerAssignee'
  }
  if (top.record.role === 'SUPPORT') return isTop ? 'supportUnit' : 'supportAssignee'
  return isTop ? 'leadUnit' : 'assignee'
}

export function maySee(actor: Actor, tree: Tree): boolean {
  return sightOf(principalsOf(actor), tree).size > 0
}

/**
 * Which subjects under the root a reader sees: nothing; everything; or the root and the branches they hold a part in. A
 * supporting unit does not see what the others report, nor who asked for more time but itself.
 */
export function sightOf(principals: readonly Principal[], tree: Tree): ReadonlySet<string> {
  const audience = audienceOf(tree)
  const reasons = principals.flatMap((principal) => audience.get(principal) ?? [])
  if (reasons.length === 0) return new Set()
  if (reasons.some((reason) => (wholeSight as readonly AudienceReason[]).includes(reason))) {
    return new Set(tree.nodes.keys())
  }
  const { record } = taskOf(tree)
  const ownTops = assignmentsOf(tree)
    .filter((node) => reasonOf(tree, node) !== null)
    .filter((node) => inboxesOf(node.record.holder, record).some((principal) => principals.includes(principal)))
    .map((node) => topOf(tree, node).id)
  const seen = new Set([tree.rootId])
  for (const node of tree.nodes.values()) {
    const assignment = node.kind === 'EXTENSION_REQUEST' ? tree.nodes.get(node.parentId) : node
    if (assignment?.kind === 'ASSIGNMENT' && ownTops.includes(topOf(tree, assignment).id)) seen.add(node.id)
  }
  return seen
}
