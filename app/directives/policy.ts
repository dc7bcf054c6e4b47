import { worksAs } from '#app/absences/works-as.ts'
import type { Actor } from '#workflows/actor.ts'

/** The secretariat enters directives, and an assistant enters what their leader decided. Who may enter for whom is the machine's. */
export function mayEnterDirectives(actor: Actor): boolean {
  return worksAs(actor, 'SECRETARIAT', 'ASSISTANT')
}

/** For whose decisions: the machine's own rule for a task that begins, said beforehand of a whole list. */
export function mayEnterFor(actor: Actor, leaderId: string): boolean {
  return (
    worksAs(actor, 'SECRETARIAT') ||
    actor.posts.some(({ role, assistsPersonId }) => role === 'ASSISTANT' && assistsPersonId === leaderId)
  )
}

/** The source may still be completed while a task waits to be issued from it. */
export function mayEditSource(actor: Actor, { hasDrafts }: { hasDrafts: boolean }): boolean {
  return hasDrafts && mayEnterDirectives(actor)
}
