/** Chance that can be thrown again: the same seed, the same throws. */
export interface Dice {
  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number
  chance(probability: number): boolean
  oneOf<Value>(values: readonly Value[]): Value
  /** The values in another order; those of more weight sooner, by chance. */
  shuffled<Value>(values: readonly Value[], weightOf?: (value: Value) => number): Value[]
}

export function createDice(seed: number): Dice {
  let state = seed >>> 0
  // mulberry32: small, and good enough to choose with.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    below,
    chance: (probability) => next() < probability,
    oneOf(values) {
      if (values.length === 0) throw new Error('Nothing to choose from')
      return values[below(values.length)]!
    },
    shuffled: (values, weightOf = () => 1) =>
      values
        .map((value) => ({ value, place: next() ** (1 / weightOf(value)) }))
        .sort((a, b) => b.place - a.place)
        .map(({ value }) => value),
  }
}
