import { DEMO_UNITS } from '#prisma/seed/demo-units.ts'

/** A sentence of conclusions that tells a unit to do something. */
export interface TaskSentence {
  content: string
  /** The name of the unit it is given to. */
  unit: string
}

/** The sentences of a text that give a unit of the demo organisation something to do, in their order. */
export function tasksIn(text: string): TaskSentence[] {
  return sentencesOf(text).flatMap((content) => {
    const unit = DEMO_UNITS.find(({ name }) => new RegExp(`(đề nghị|giao) ${name}`, 'i').test(plainDashes(content)))
    return unit ? [{ content, unit: unit.name }] : []
  })
}

/** A full stop, a space and a capital letter part two sentences. */
function sentencesOf(text: string): string[] {
  return text
    .split(/\n+|(?<=\.)\s+(?=\p{Lu})/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
}

/** Newspapers write the unit's hyphen as a dash. */
function plainDashes(text: string): string {
  return text.replaceAll('–', '-')
}
