/** The Vietnamese catalogue: one namespace a noun. The English one has the same keys (its type says so, and a test). */
import { common } from './vi/common.ts'
import { refusals } from './vi/refusals.ts'
import { directives } from './vi/directives.ts'
import { errors } from './vi/errors.ts'
import { files } from './vi/files.ts'
import { signIn } from './vi/sign-in.ts'
import { ui } from './vi/ui.ts'

export const vi = { common, refusals, directives, errors, files, signIn, ui } as const
