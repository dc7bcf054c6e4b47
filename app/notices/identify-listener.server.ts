import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import type { Listener } from './notice-streams.server.ts'

/** Who asks for a stream; null for whoever would be led to the sign-in, or to a step of it. */
export async function identifyListener(request: Request): Promise<Listener | null> {
  try {
    const { person, sessionId } = await requireSignedIn(request)
    return { personId: person.id, sessionId }
  } catch (thrown) {
    if (thrown instanceof Response) return null
    throw thrown
  }
}
