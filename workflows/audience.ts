import {
  assistantsPrincipal,
  dutyPrincipal,
  personPrincipal,
  type Principal,
  principalsOf,
  type Actor,
} from './actor.ts'
import { inboxesOf } from './holder.ts'
import { assignmentsOf, taskOf, type Tree } from './tree.ts'

export type AudienceReason =
  | 'entered'
  | 'directingLeader'
  | 'follower'
  | 'leaders'
  | 'secretariat'
  | 'assistants'
  | 'leadUnit'
  | 'assignee'
  | 'named'

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

  admit(personPrincipal(record.directingLeaderId), 'directingLeader')
  admit(personPrincipal(record.followerId), 'follower')
  admit(personPrincipal(record.enteredById), 'entered')
  if (!record.restricted) {
    admit(dutyPrincipal(record.organId, 'LEADER'), 'leaders')
    admit(dutyPrincipal(record.organId, 'SECRETARIAT'), 'secretariat')
    admit(assistantsPrincipal(record.directingLeaderId), 'assistants')
  }
  for (const assignment of assignmentsOf(tree)) {
    const reason = assignment.parentId === tree.rootId ? 'leadUnit' : 'assignee'
    for (const principal of inboxesOf(assignment.record.holder, record)) admit(principal, reason)
  }
  // Whoever is named learns of the task when it is issued, as the lead unit does.
  if (record.restricted && assignmentsOf(tree).length > 0) {
    for (const personId of record.namedPersonIds) admit(personPrincipal(personId), 'named')
  }
  return audience
}

export function maySee(actor: Actor, tree: Tree): boolean {
  const audience = audienceOf(tree)
  return principalsOf(actor).some((principal) => audience.has(principal))
}
