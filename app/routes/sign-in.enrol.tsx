import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { answerSecondFactorForm } from '#app/sign-in/answer-second-factor.server.ts'
import { BarePage } from '#app/sign-in/bare-page.tsx'
import { Enrolment } from '#app/sign-in/enrolment.tsx'
import { identify } from '#app/sign-in/identify.server.ts'
import { RecoveryCodes } from '#app/sign-in/recovery-codes.tsx'
import { passage, pathThrough } from '#app/sign-in/return-path.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('secondFactor:title') }

/** `requireSignedIn` leads here whoever needs a second factor and has none, so this page asks for itself who is there. */
async function requireInNeed(request: Request) {
  const { to } = passage(request)
  const signedIn = await identify(request)
  if (!signedIn) throw redirect(pathThrough('/sign-in', to))
  if (signedIn.mustSetPassword) throw redirect('/sign-in/new-password')
  if (!signedIn.needsSecondFactor) throw redirect('/account')
  return { signedIn, to }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { signedIn, to } = await requireInNeed(request)
  // No redirect once it is on: the page shows the recovery codes just then.
  return { to, isOn: signedIn.hasSecondFactor }
}

export async function action({ request }: ActionFunctionArgs) {
  const { signedIn } = await requireInNeed(request)
  return answerSecondFactorForm(request, signedIn)
}

export default function Enrol() {
  const t = useT()
  const { to, isOn } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  return (
    <BarePage title={t('secondFactor:title')}>
      {answer?.recoveryCodes ? (
        <RecoveryCodes codes={answer.recoveryCodes} goOnTo={to} />
      ) : isOn ? (
        <>
          <Notice>{t('secondFactor:isOn')}</Notice>
          <LinkButton to={to}>{t('secondFactor:goOn')}</LinkButton>
        </>
      ) : (
        <>
          <Notice>{t('secondFactor:whyRequired')}</Notice>
          <Enrolment answer={answer} />
        </>
      )}
    </BarePage>
  )
}
