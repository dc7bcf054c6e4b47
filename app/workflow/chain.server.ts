import { hash, randomBytes } from 'node:crypto'

/** What of a step the chain covers: everything but its free texts, which it covers by their digest. */
export interface ChainedStep {
  rootId: string
  number: number
  subjectId: string
  event: string
  fromState: string | null
  toState: string
  actorId: string
  postId: string | null
  onBehalfOfId: string | null
  causedBy: number | null
  payload: unknown
  textDigest: string
  at: Date
  previousHash: string
}

export interface SaltedTexts {
  texts: Record<string, string>
  salt: string
}

export function saltTexts(texts: Record<string, string>): SaltedTexts | null {
  return Object.keys(texts).length > 0 ? { texts, salt: randomBytes(16).toString('hex') } : null
}

/** Empty for a step without texts. */
export function digestOf(salted: SaltedTexts | null): string {
  return salted ? sha256(salted.salt + canonical(salted.texts)) : ''
}

export function hashOf(step: ChainedStep): string {
  const { rootId, number, subjectId, event, fromState, toState, actorId, postId, onBehalfOfId, causedBy } = step
  const { payload, textDigest, previousHash } = step
  const covered = { rootId, number, subjectId, event, fromState, toState, actorId, postId, onBehalfOfId, causedBy }
  return sha256(canonical({ ...covered, payload, textDigest, at: step.at.toISOString(), previousHash }))
}

/** JSON with sorted keys: what jsonb gives back in another order still has the same hash. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

function sha256(text: string): string {
  return hash('sha256', text)
}
