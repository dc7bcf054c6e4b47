/** From a day to a day, both included; no end means until further notice. Days are 'YYYY-MM-DD' in the office's zone. */
export interface Validity {
  validFrom: string
  validTo: string | null
}

export type ValidityPhase = 'future' | 'current' | 'past'

export function validityPhase(validity: Validity, today: string): ValidityPhase {
  if (today < validity.validFrom) return 'future'
  if (validity.validTo !== null && validity.validTo < today) return 'past'
  return 'current'
}

export function isValidOn(validity: Validity, day: string): boolean {
  return validityPhase(validity, day) === 'current'
}

export function overlap(one: Validity, other: Validity): boolean {
  const isBefore = (first: Validity, second: Validity) => first.validTo !== null && first.validTo < second.validFrom
  return !isBefore(one, other) && !isBefore(other, one)
}
