import { NotFound } from '#app/platform/errors.ts'
import { idFrom } from './id-from.ts'

/** An id out of a route's parameters. @throws NotFound, as for an id that nothing has. */
export function requiredId(parameter: string | undefined): string {
  const id = idFrom(parameter)
  if (!id) throw new NotFound()
  return id
}
