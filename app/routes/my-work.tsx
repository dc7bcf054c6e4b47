import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { hasWork } from '#app/menu/read-menu.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'

/** Where everyone begins: what waits to be received, or administration for whoever has no other post. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  return redirect(hasWork(actor) ? '/my-work/receipt' : '/admin')
}
