import type { WordsLike } from './catalogue.ts'
import { common } from './en/common.ts'
import { refusals } from './en/refusals.ts'
import { directives } from './en/directives.ts'
import { errors } from './en/errors.ts'
import { files } from './en/files.ts'
import { signIn } from './en/sign-in.ts'
import { ui } from './en/ui.ts'
import type { vi } from './vi.ts'

export const en = { common, refusals, directives, errors, files, signIn, ui } as const satisfies WordsLike<typeof vi>
