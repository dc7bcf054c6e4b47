import { clientAddress } from '#app/platform/client-address.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { BadInput } from '#app/platform/errors.ts'
import { requireFreshSignIn, requireSignedIn } from '#app/sign-in/identify.server.ts'
import { feedActSchema } from './feed-forms.ts'
import { feedPath } from './feed-path.ts'
import { makeFeed, revokeFeed } from './own-feed.server.ts'
import { publicOrigin } from './public-origin.server.ts'

/**
 * Makes the reader's address, or takes it back. Who makes one hands on a right of theirs, and proves afresh who they are; taking it back
 * only takes.
 *
 * @returns the address made, which is shown this once; null where it was taken back
 */
export async function answerFeedForm(request: Request): Promise<{ address: string | null }> {
  const { success, data } = feedActSchema.safeParse(Object.fromEntries(await request.clone().formData()))
  if (!success) {
    await requireSignedIn(request)
    throw new BadInput('badRequest')
  }
  const { actor } = data.act === 'make' ? await requireFreshSignIn(request) : await requireSignedIn(request)
  const act = { by: actor, address: clientAddress(request), at: now() }
  if (data.act === 'make') return { address: `${publicOrigin(request)}${feedPath(await makeFeed(act))}` }
  await revokeFeed(act)
  return { address: null }
}
