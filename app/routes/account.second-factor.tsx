import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { answerSecondFactorForm } from '#app/sign-in/answer-second-factor.server.ts'
import { recoveryCodesOf } from '#app/sign-in/enrol-second-factor.server.ts'
import { Enrolment } from '#app/sign-in/enrolment.tsx'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { RecoveryCodes } from '#app/sign-in/recovery-codes.tsx'
import { SecondFactorActs } from '#app/sign-in/second-factor-acts.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('secondFactor:title') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { loginId, hasSecondFactor, needsSecondFactor } = await requireSignedIn(request)
  const codesLeft = hasSecondFactor ? (await recoveryCodesOf(loginId)).length : null
  return { codesLeft, isRequired: needsSecondFactor }
}

export async function action({ request }: ActionFunctionArgs) {
  return answerSecondFactorForm(request, await requireSignedIn(request))
}

export default function SecondFactor() {
  const t = useT()
  const { codesLeft, isRequired } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  return (
    <>
      <PageHeader
        title={t('secondFactor:title')}
        above={
          <Link to="/account" className="link">
            {t('signIn:accountTitle')}
          </Link>
        }
        below={codesLeft === null ? t('secondFactor:off') : t('secondFactor:on')}
      />
      {answer?.recoveryCodes ? (
        <RecoveryCodes codes={answer.recoveryCodes} goOnTo="/account" />
      ) : codesLeft === null ? (
        <Enrolment answer={answer} />
      ) : (
        <SecondFactorActs codesLeft={codesLeft} isRequired={isRequired} answer={answer} />
      )}
    </>
  )
}
