import type { vi } from './vi.ts'

/** The Vietnamese catalogue is the measure: its keys are the keys. */
export type Catalogue = typeof vi

export type Namespace = keyof Catalogue

/** The same keys, other words. */
export type WordsLike<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : WordsLike<Words[Key]>
}
