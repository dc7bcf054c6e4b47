import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { BarePage } from '#app/sign-in/bare-page.tsx'
import { identify } from '#app/sign-in/identify.server.ts'
import { ownAccountAct } from '#app/sign-in/own-account.server.ts'
import { passage, pathThrough, returnPath } from '#app/sign-in/return-path.ts'
import { noteSecondFactorReset } from '#app/sign-in/turn-off-second-factor.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('secondFactor:resetTitle') }

/** `requireSignedIn` leads here once, after an administrator took somebody's second factor away. */
async function requireToBeTold(request: Request) {
  const { to } = passage(request)
  const signedIn = await identify(request)
  if (!signedIn) throw redirect(pathThrough('/sign-in', to))
  if (!signedIn.secondFactorWasReset) throw redirect(to)
  return { signedIn, to }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { to } = await requireToBeTold(request)
  return { to }
}

export async function action({ request }: ActionFunctionArgs) {
  const { signedIn } = await requireToBeTold(request)
  await noteSecondFactorReset(ownAccountAct(request, signedIn))
  return redirect(returnPath((await request.formData()).get('to') as string | null))
}

export default function SecondFactorReset() {
  const t = useT()
  const { to } = useLoaderData<typeof loader>()
  return (
    <BarePage title={t('secondFactor:resetTitle')}>
      <Notice>{t('secondFactor:wasReset')}</Notice>
      <Form method="post">
        <input type="hidden" name="to" value={to} />
        <Button>{t('secondFactor:goOn')}</Button>
      </Form>
    </BarePage>
  )
}
