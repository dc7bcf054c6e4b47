import { foldVietnamese } from '#app/i18n/fold.ts'

/** Nguyễn Thị Thu An gives an.ntt; the administrator may write another. */
export function suggestUsername(fullName: string): string {
  const words = foldVietnamese(fullName).match(/[a-z0-9]+/g) ?? []
  const initials = words
    .slice(0, -1)
    .map((word) => word[0])
    .join('')
  return [words.at(-1), initials].filter(Boolean).join('.')
}
