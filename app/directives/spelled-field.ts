import { foldVietnamese } from '#app/i18n/fold.ts'

/** A field as one of the known ones spells it, however it was typed; one not among them stays as it is. */
export function spelledAs(fields: string[], written: string): string {
  const folded = foldVietnamese(written)
  return fields.find((field) => foldVietnamese(field) === folded) ?? written
}
