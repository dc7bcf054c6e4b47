/** The pattern of `like` for whatever has this text in it, its own signs taken as they stand. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
