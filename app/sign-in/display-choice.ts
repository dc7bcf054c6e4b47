import { z } from 'zod'
import { LOCALES } from '#app/i18n/locale.ts'
import { DENSITIES, THEMES } from '#app/ui/display.ts'

export const displaySchema = z.object({ locale: z.enum(LOCALES), theme: z.enum(THEMES), density: z.enum(DENSITIES) })
export type DisplayChoice = z.infer<typeof displaySchema>
