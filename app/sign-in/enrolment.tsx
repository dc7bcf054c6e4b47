import { useT } from '#app/i18n/use-t.ts'
import type { ScanStep, SecondFactorAnswer } from './answer-second-factor.server.ts'
import { ProofForm } from './proof-form.tsx'

/** The two steps to a second factor: the password, then a picture for the app and the first code of it. */
export function Enrolment({ answer }: { answer: SecondFactorAnswer | null }) {
  const t = useT()
  if (answer?.scan) return <Scan {...answer.scan} answer={answer} />
  return (
    <>
      <p className="mb-4 max-w-prose">{t('secondFactor:how')}</p>
      <ProofForm
        id="begin"
        asks={['password']}
        hidden={{ act: 'begin' }}
        submit={t('secondFactor:begin')}
        lastResult={answer?.form === 'begin' ? answer.lastResult : null}
      />
    </>
  )
}

function Scan({ secret, picture, answer }: ScanStep & { answer: SecondFactorAnswer }) {
  const t = useT()
  return (
    <>
      <p className="mb-4 max-w-prose">{t('secondFactor:scan')}</p>
      {/* Black on white in the dark theme too: cameras read no other. */}
      <svg
        role="img"
        aria-label={t('secondFactor:picture')}
        viewBox={`0 0 ${picture.size} ${picture.size}`}
        shapeRendering="crispEdges"
        className="mb-4 size-56 max-w-full"
      >
        <rect width={picture.size} height={picture.size} fill="#fff" />
        <path d={picture.path} fill="#000" />
      </svg>
      <p className="mb-1">{t('secondFactor:orType')}</p>
      <p className="mb-5 max-w-md font-mono break-words">{inFours(secret)}</p>
      <ProofForm
        id="confirm"
        asks={['code']}
        hidden={{ act: 'confirm', secret }}
        submit={t('secondFactor:confirm')}
        lastResult={answer.form === 'confirm' ? answer.lastResult : null}
      />
    </>
  )
}

function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret
}
