/** The last word of a Vietnamese full name: people are sorted by it and called by it. */
export function givenNameOf(fullName: string): string {
  return fullName.trim().split(/\s+/).at(-1) ?? ''
}
