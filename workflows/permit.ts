/**
 * What a transition asks of the person and of the moment. A machine writes it as the parameters of its one guard, `permitted`,
 * so the same lines decide an act and explain, in words, why somebody may not do it.
 */
export interface Permit<Part extends string, Condition extends string> {
  /** The parts, any one of which gives the right; the first that fits is the post the act is done in. */
  by: readonly Part[]
  /** What must hold whatever is typed in the form: shown beforehand, as the reason of a greyed button. */
  when?: readonly Condition[]
  /** What must hold of the values typed in. */
  given?: readonly Condition[]
}

/** Why an act is refused: a key of the `refusals` catalogue and the values of its sentence. */
export interface Refusal {
  code: string
  values?: Record<string, string>
}

/** The parts a person has in a subject, each with the post that gives it (null where it goes with the person). */
export type Parts<Part extends string> = Partial<Record<Part, string | null>>

export type Conditions<Condition extends string, Input> = Record<Condition, (input: Input) => boolean>

/** The first thing that stands in the way, or null. `given` is asked only when the values are there to be asked about. */
export function refusalOf<Part extends string, Condition extends string, Input>(
  permit: Permit<Part, Condition>,
  parts: Parts<Part>,
  conditions: Conditions<Condition, Input>,
  input: Input,
  { withGiven }: { withGiven: boolean },
): Refusal | null {
  if (!permit.by.some((part) => part in parts)) return { code: 'notYourPart', values: { parts: permit.by.join(' ') } }
  const asked = [...(permit.when ?? []), ...(withGiven ? (permit.given ?? []) : [])]
  const failed = asked.find((condition) => !conditions[condition](input))
  return failed ? { code: failed } : null
}

/** The post in which a permitted act is done, and the part that gave the right. */
export function capacityOf<Part extends string>(
  permit: Permit<Part, string>,
  parts: Parts<Part>,
): { part: Part; postId: string | null } {
  const part = permit.by.find((candidate) => candidate in parts)
  if (!part) throw new Error('capacityOf asks about a permitted act only')
  return { part, postId: parts[part] ?? null }
}
