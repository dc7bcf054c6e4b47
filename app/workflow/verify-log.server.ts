import type { Transaction } from '#app/platform/db.server.ts'
import { type ChainedStep, digestOf, hashOf, type SaltedTexts } from './chain.server.ts'

/** The first thing wrong in a chain; `number` is the step at which it shows. */
interface Break {
  rootId: string
  number: number
  reason: 'missing' | 'relinked' | 'changed' | 'textChanged' | 'textGone' | 'cutShort' | 'stateDiffers'
}

export interface LogCheck {
  roots: number
  steps: number
  firstBreak: Break | null
}

interface StoredStep extends ChainedStep {
  hash: string
  texts: Record<string, string> | null
  salt: string | null
  removedByNumber: number | null
}

interface StoredChain {
  id: string
  stepCount: number
  lastHash: string
  states: Record<string, string>
}

const ROOTS_AT_ONCE = 200

/**
 * Walks every chain, in the order of the roots' ids, a few hundred roots at a time so that memory stays flat, and stops
 * at the first break, or after `atMost` roots. Also compares each subject's state with its newest step: nothing but an act changes a state.
 */
export async function verifyLog(
  tx: Transaction,
  { onProgress, atMost = Infinity }: { onProgress?: (roots: number) => void; atMost?: number } = {},
): Promise<LogCheck> {
  const check: LogCheck = { roots: 0, steps: 0, firstBreak: null }
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const chains = await readChains(tx, after)
    if (chains.length === 0 || check.roots >= atMost) return check
    const steps = Map.groupBy(await readSteps(tx, chains), (step) => step.rootId)
    for (const chain of chains) {
      const own = steps.get(chain.id) ?? []
      check.firstBreak = firstBreakOf(chain, own)
      if (check.firstBreak) return check
      check.roots += 1
      check.steps += own.length
    }
    after = chains.at(-1)!.id
    onProgress?.(check.roots)
  }
}

function readChains(tx: Transaction, after: string): Promise<StoredChain[]> {
  return tx.$queryRaw`
    select root.id, root.step_count as "stepCount", root.last_hash as "lastHash",
      (select json_object_agg(member.id, member.state) from subject member where member.root_id = root.id) as states
    from subject root where root.id = root.root_id and root.id > ${after}::uuid
    order by root.id limit ${ROOTS_AT_ONCE}`
}

function readSteps(tx: Transaction, chains: StoredChain[]): Promise<StoredStep[]> {
  return tx.$queryRaw`
    select step.root_id as "rootId", step.number, step.subject_id as "subjectId", step.event,
      step.from_state as "fromState", step.to_state as "toState", step.actor_id as "actorId", step.post_id as "postId",
      step.on_behalf_of_id as "onBehalfOfId", step.caused_by as "causedBy", step.payload,
      step.text_digest as "textDigest", step.at, step.previous_hash as "previousHash", step.hash,
      step_text.texts, step_text.salt, step_text.removed_by_number as "removedByNumber"
    from step left join step_text on step_text.step_id = step.id
    where step.root_id = any(${chains.map(({ id }) => id)}::uuid[])
    order by step.root_id, step.number`
}

function firstBreakOf(chain: StoredChain, steps: StoredStep[]): Break | null {
  const broken = (number: number, reason: Break['reason']): Break => ({ rootId: chain.id, number, reason })
  const states = new Map<string, string>()
  let previousHash = ''
  for (const [index, step] of steps.entries()) {
    const number = index + 1
    if (step.number !== number) return broken(number, 'missing')
    if (step.previousHash !== previousHash) return broken(number, 'relinked')
    if (hashOf(step) !== step.hash) return broken(number, 'changed')
    const wrongText = wrongTextOf(step, steps)
    if (wrongText) return broken(number, wrongText)
    previousHash = step.hash
    states.set(step.subjectId, step.toState)
  }
  if (steps.length !== chain.stepCount || previousHash !== chain.lastHash) return broken(steps.length + 1, 'cutShort')
  const differs = Object.entries(chain.states).some(([id, state]) => states.get(id) !== state)
  return differs ? broken(steps.length, 'stateDiffers') : null
}

/** A text may be gone only by a later step of the same chain that removed it. */
function wrongTextOf(step: StoredStep, steps: StoredStep[]): 'textChanged' | 'textGone' | null {
  if (step.textDigest === '' && step.texts === null) return null
  if (step.texts === null) {
    const remover = steps.find(({ number }) => number === step.removedByNumber)
    return remover && remover.number > step.number && remover.event === 'removeText' ? null : 'textGone'
  }
  const salted: SaltedTexts = { texts: step.texts, salt: step.salt ?? '' }
  return digestOf(salted) === step.textDigest ? null : 'textChanged'
}
