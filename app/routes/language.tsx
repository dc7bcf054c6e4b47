import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { isLocale } from '#app/i18n/locale.ts'
import { pathWithin } from '#app/platform/path-within.ts'
import { displayCookies, keepDisplay } from '#app/sign-in/display.server.ts'
import { identify } from '#app/sign-in/identify.server.ts'

/** Sets the language, before the sign-in too, and goes back to where one was. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const locale = form.get('locale')
  const headers = new Headers()
  if (isLocale(locale)) {
    const signedIn = await identify(request)
    if (signedIn) await keepDisplay(signedIn.loginId, { locale })
    for (const cookie of displayCookies({ locale })) headers.append('set-cookie', cookie)
  }
  // The page holds the catalogue it was loaded with: it is loaded anew.
  headers.set('x-remix-reload-document', 'true')
  return redirect(pathWithin(form.get('backTo')), { headers })
}

export function loader() {
  return redirect('/')
}
