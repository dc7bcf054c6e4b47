import { v7 as newId } from 'uuid'
import { officeTime } from '#app/platform/clock.server.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import { Conflict, NotFound, Refused } from '#app/platform/errors.ts'
import { countedAct } from '#app/platform/metrics.server.ts'
import { type Actor, principalsOf } from '#workflows/actor.ts'
import { maySee, sightOf } from '#workflows/audience.ts'
import { type AskedEvent, plan } from '#workflows/plan.ts'
import type { Tree } from '#workflows/tree.ts'
import type { GrantedPlan } from './outcome.server.ts'
import { recordPlan, type RecordedStep } from './record.server.ts'
import { claimRequestKey } from './request-key.server.ts'
import { lockTree, restoreLocked, type StoredTree } from './restore.server.ts'

export interface Act {
  subjectId: string
  /** The root that the address names beside the subject: under another the subject is not there. */
  rootId?: string
  /** The revision of the subject that the person had before their eyes; null where none was shown (a bulk act). */
  revision: number | null
  requestKey: string
  /** The act, with what it carries. */
  event: AskedEvent
  by: Actor
  at: Date
  /** What the event carries beside, that only the locked tree and the database tell: days counted by the office's calendar. */
  alsoCarries?: (tx: Transaction, tree: Tree) => Promise<Record<string, unknown>>
  /**
   * Changes the record the act is about (an edited draft), after the act was permitted and before its outcome is derived; false
   * where there was nothing to change.
   */
  amend?: (tx: Transaction) => Promise<boolean | void>
  /** Writes the noun's own rows (a percentage, content, attached files) in the same transaction. */
  alongside?: (tx: Transaction, done: { tree: Tree; steps: RecordedStep[] }) => Promise<void>
}

export interface ActOutcome {
  rootId: string
  /** True when an earlier request with the same key did this already. */
  repeated: boolean
}

/**
 * One act on one subject with all that follows from it, whole or not at all.
 *
 * @throws NotFound when the subject is not there, not under the root named, or not visible to the actor
 * @throws Conflict when somebody else has moved the subject since `revision`
 * @throws Refused with the reason, when the machine does not permit it
 */
export function act(input: Act): Promise<ActOutcome> {
  const { type } = input.event
  return countedAct(type, () => transaction(`act ${type}`, (tx) => actWithin(tx, input)))
}

async function actWithin(tx: Transaction, asked: Act): Promise<ActOutcome> {
  const { subjectId, requestKey, by, at } = asked
  const outcome = { subjectId, act: asked.event.type }
  const earlier = await claimRequestKey(tx, { personId: by.personId, requestKey, outcome, at })
  const principals = principalsOf(by)
  const stored = await lockTree(tx, subjectId, principals)
  if (!sightOf(principals, stored.tree).has(subjectId)) throw new NotFound()
  if (asked.rootId !== undefined && asked.rootId !== stored.tree.rootId) throw new NotFound()
  if (earlier) return { rootId: stored.tree.rootId, repeated: true }
  if (asked.revision !== null && asked.revision !== stored.revisions.get(subjectId)) {
    throw new Conflict('changedByAnother')
  }
  const input = { ...asked, event: { ...asked.event, ...(await asked.alsoCarries?.(tx, stored.tree)) } }
  let made = planned(stored, input)
  if (input.amend && (await input.amend(tx)) !== false) {
    stored.tree = (await restoreLocked(tx, stored.tree.rootId)).tree
    if (!maySee(by, stored.tree)) throw new Refused('refusals:wouldHideFromYourself')
    made = planned(stored, input)
  }
  const steps = await recordPlan(tx, { plan: made, stored, actorId: by.personId, at })
  await input.alongside?.(tx, { tree: made.tree, steps })
  return { rootId: stored.tree.rootId, repeated: false }
}

function planned({ tree }: StoredTree, { subjectId, event, by, at }: Act): GrantedPlan {
  const made = plan(tree, { subjectId, event, actor: by, ...officeTime(at), newId })
  if (made.ok) return made
  if (made.refusal.code === 'notVisible') throw new NotFound()
  throw new Refused(`refusals:${made.refusal.code}`, made.refusal.values)
}
