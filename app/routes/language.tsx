import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { isLocale, LOCALE_COOKIE } from '#app/i18n/locale.ts'
import { pathWithin } from '#app/platform/path-within.ts'

const A_YEAR = 365 * 24 * 60 * 60

/** Sets the language and goes back to where one was. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const locale = form.get('locale')
  const headers = new Headers()
  if (isLocale(locale)) {
    headers.append('set-cookie', `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax; HttpOnly`)
  }
  // The page holds the catalogue it was loaded with: it is loaded anew.
  headers.set('x-remix-reload-document', 'true')
  return redirect(pathWithin(form.get('backTo')), { headers })
}

export function loader() {
  return redirect('/')
}
