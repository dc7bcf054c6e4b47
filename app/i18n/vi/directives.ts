/** Directives, tasks and assignments, in the words of the office as in the glossary. */
import { acts } from './directives/acts.ts'
import { history } from './directives/history.ts'
import { page } from './directives/page.ts'
import { states } from './directives/states.ts'
import { work } from './directives/work.ts'

export const directives = { ...work, ...states, ...history, ...acts, ...page }
