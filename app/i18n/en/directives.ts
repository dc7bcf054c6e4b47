import type { WordsLike } from '../catalogue.ts'
import type { directives as vietnamese } from '../vi/directives.ts'
import { acts } from './directives/acts.ts'
import { history } from './directives/history.ts'
import { page } from './directives/page.ts'
import { states } from './directives/states.ts'
import { work } from './directives/work.ts'

export const directives: WordsLike<typeof vietnamese> = { ...work, ...states, ...history, ...acts, ...page }
