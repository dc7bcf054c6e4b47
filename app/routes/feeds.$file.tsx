import type { LoaderFunctionArgs } from '@remix-run/node'
import { tokenIn } from '#app/feeds/feed-path.ts'
import { publicOrigin } from '#app/feeds/public-origin.server.ts'
import { readFeed } from '#app/feeds/read-feed.server.ts'
import { clientAddress } from '#app/platform/client-address.server.ts'
import { now } from '#app/platform/clock.server.ts'

/** What a calendar program reads by a secret address; nobody signs in for it. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const token = tokenIn(params.file ?? '')
  return readFeed({ token, address: clientAddress(request), origin: publicOrigin(request), at: now() })
}
