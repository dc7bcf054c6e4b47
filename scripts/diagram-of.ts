import type { AnyStateMachine } from 'xstate'

/** A machine as a state diagram in mermaid: every transition, by whom, and what only follows from something else. */
export function diagramOf(machine: AnyStateMachine): string {
  const states = Object.values(machine.root.states)
  const passing = states.filter((state) => state.always?.length)
  const arrows = states.flatMap((state) => {
    const own = [...state.transitions.values()].flat()
    // What the machine takes in every state, it takes until it is settled.
    const everywhere =
      state.tags.includes('settled') || passing.includes(state) ? [] : [...machine.root.transitions.values()].flat()
    const drawn = [...own, ...everywhere, ...(state.always ?? [])].map(({ target, eventType, guard }) => ({
      arrow: `  ${state.key} --> ${target?.[0]?.key ?? state.key}`,
      event: eventType ? String(eventType) : '',
      by: eventType ? by(guard) : '',
    }))
    // One arrow for all that leads to the same state by the same people.
    const together = Map.groupBy(drawn, (each) => `${each.arrow}${each.by}`)
    return [...together.values()].map((group) => {
      const events = group.map(({ event }) => event).filter(Boolean)
      return `${group[0]!.arrow}${events.length > 0 ? ` : ${events.join(', ')}${group[0]!.by}` : ''}`
    })
  })
  return [
    'stateDiagram-v2',
    ...passing.map(({ key }) => `  state ${key} <<choice>>`),
    `  [*] --> ${machine.root.initial.target[0]?.key}`,
    ...arrows,
    ...states.filter(({ tags }) => tags.includes('settled')).map(({ key }) => `  ${key} --> [*]`),
  ].join('\n')
}

/** Nobody asks for a consequence, so it has no permit. */
function by(guard: unknown): string {
  const params = typeof guard === 'object' && guard !== null && 'params' in guard ? guard.params : null
  if (typeof params !== 'object' || params === null || !('by' in params)) return ' (follows)'
  return ` by ${(params.by as string[]).join(', ')}`
}

const BEGIN = '<!-- The diagram is made from the machine by `npm run diagrams`. -->'
const END = '<!-- End of the diagram. -->'

/** The text with the diagram between its two marks replaced. */
export function withDiagram(text: string, diagram: string): string {
  const begin = text.indexOf(BEGIN)
  const end = text.indexOf(END)
  if (begin < 0 || end < begin) throw new Error(`The marks of the diagram are missing: ${BEGIN} and ${END}`)
  return `${text.slice(0, begin)}${BEGIN}\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n\n${text.slice(end)}`
}
