import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { displaySchema } from '#app/sign-in/display-choice.ts'
import { displayCookies, keepDisplay } from '#app/sign-in/display.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { doneAt } from '#app/ui/done.ts'

/** How one wants the screen: with the account, and in this browser. */
export async function action({ request }: ActionFunctionArgs) {
  const { loginId } = await requireSignedIn(request)
  const chosen = displaySchema.safeParse(Object.fromEntries(await request.formData()))
  // The form offers nothing that could be refused.
  if (!chosen.success) return redirect('/account')
  await keepDisplay(loginId, chosen.data)
  const headers = new Headers({ 'x-remix-reload-document': 'true' })
  for (const cookie of displayCookies(chosen.data)) headers.append('set-cookie', cookie)
  return redirect(doneAt('/account', 'display:done.changed'), { headers })
}

export function loader() {
  return redirect('/account')
}
