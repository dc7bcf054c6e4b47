import { formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { GreyedAct } from '#app/ui/button.tsx'
import type { SecondFactorAnswer } from './answer-second-factor.server.ts'
import { ProofForm } from './proof-form.tsx'

interface SecondFactorActsProps {
  codesLeft: number
  /** A post asks for it: then it cannot be turned off. */
  isRequired: boolean
  answer: SecondFactorAnswer | null
}

/** What whoever has a second factor can do about it. */
export function SecondFactorActs({ codesLeft, isRequired, answer }: SecondFactorActsProps) {
  const t = useT()
  return (
    <>
      <p className="mb-6">{t('secondFactor:codesLeft', { left: formatNumber(codesLeft) })}</p>
      <h2 className="mb-1 text-lg font-semibold">{t('secondFactor:renewCodes')}</h2>
      <p className="mb-4 max-w-prose text-muted">{t('secondFactor:renewCodesEffect')}</p>
      <ProofForm
        id="renewCodes"
        asks={['password']}
        hidden={{ act: 'renewCodes' }}
        submit={t('secondFactor:renewCodes')}
        look="quiet"
        lastResult={answer?.form === 'renewCodes' ? answer.lastResult : null}
      />
      <h2 className="mt-8 mb-1 text-lg font-semibold">{t('secondFactor:turnOff')}</h2>
      <p className="mb-4 max-w-prose text-muted">{t('secondFactor:turnOffEffect')}</p>
      {isRequired ? (
        <GreyedAct reason={t('secondFactor:errors.required')}>{t('secondFactor:turnOff')}</GreyedAct>
      ) : (
        <ProofForm
          id="turnOff"
          asks={['password']}
          hidden={{ act: 'turnOff' }}
          submit={t('secondFactor:turnOff')}
          look="danger"
          lastResult={answer?.form === 'turnOff' ? answer.lastResult : null}
        />
      )}
    </>
  )
}
