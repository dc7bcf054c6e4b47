import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import { localeOf } from '#app/i18n/locale.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { doneAt } from '#app/ui/done.ts'
import { authClient } from './ask-auth.server.ts'
import { beginEnrolment, confirmEnrolment, renewRecoveryCodes } from './enrol-second-factor.server.ts'
import type { SignedIn } from './identify.server.ts'
import { ownAccountAct } from './own-account.server.ts'
import { withoutPasswords } from './password-forms.ts'
import { qrCode, type QrCode } from './qr-code.server.ts'
import { secondFactorSchema, type SecondFactorAct } from './second-factor-forms.ts'
import { turnOffSecondFactor } from './turn-off-second-factor.server.ts'

/** What the app is to be shown. */
export interface ScanStep {
  secret: string
  picture: QrCode
}

export interface SecondFactorAnswer {
  /** The form that came back, with what is wrong in it. */
  form: SecondFactorAct | null
  lastResult: SubmissionResult<string[]> | null
  scan: ScanStep | null
  /** Shown this once. */
  recoveryCodes: string[] | null
}

const NOTHING: SecondFactorAnswer = { form: null, lastResult: null, scan: null, recoveryCodes: null }
const WRONG_PASSWORD = { password: ['signIn:passwordFault.wrongOldPassword'] }
const WRONG_CODE = { code: ['secondFactor:wrongCode'] }

/** Every form about one's own second factor, wherever it stands. */
export async function answerSecondFactorForm(request: Request, signedIn: SignedIn) {
  const formData = await request.formData()
  const submission = parseWithZod(formData, { schema: secondFactorSchema, error: zodProblem })
  if (submission.status !== 'success') return refused(formOf(formData), submission.reply())

  const asked = submission.value
  const act = { ...ownAccountAct(request, signedIn), client: authClient(request) }
  const back = (fieldErrors: Record<string, string[]>, scan: ScanStep | null = null) =>
    refused(asked.act, submission.reply({ fieldErrors }), scan)
  switch (asked.act) {
    case 'begin': {
      const secret = await beginEnrolment({ ...act, password: asked.password })
      if (!secret) return back(WRONG_PASSWORD)
      return data({ ...NOTHING, scan: scanStep(request, signedIn, secret) })
    }
    case 'confirm': {
      const enrolled = await confirmEnrolment({ ...act, code: asked.code })
      if (!enrolled) return back(WRONG_CODE, scanStep(request, signedIn, asked.secret))
      const { recoveryCodes, cookie } = enrolled
      return data({ ...NOTHING, recoveryCodes }, { headers: { 'set-cookie': cookie } })
    }
    case 'renewCodes': {
      const recoveryCodes = await renewRecoveryCodes({ ...act, password: asked.password })
      return recoveryCodes ? data({ ...NOTHING, recoveryCodes }) : back(WRONG_PASSWORD)
    }
    case 'turnOff': {
      const isOff = await turnOffSecondFactor({
        ...act,
        password: asked.password,
        isRequired: signedIn.needsSecondFactor,
      })
      return isOff ? redirect(doneAt('/account', 'secondFactor:done.turnedOff')) : back(WRONG_PASSWORD)
    }
  }
}

function refused(form: SecondFactorAct | null, result: SubmissionResult<string[]>, scan: ScanStep | null = null) {
  return data({ ...NOTHING, form, lastResult: withoutPasswords(result), scan }, { status: 400 })
}

function formOf(formData: FormData): SecondFactorAct | null {
  const option = secondFactorSchema.options.find(({ shape }) => shape.act.value === formData.get('act'))
  return option?.shape.act.value ?? null
}

/** The address every authenticator app reads; the person knows the entry again by the product, the organ and their name. */
function scanStep(request: Request, { organ, person }: SignedIn, secret: string): ScanStep {
  const issuer = encodeURIComponent(`${translateFor(localeOf(request))('productName')} ${organ.abbreviation}`)
  const label = `${issuer}:${encodeURIComponent(person.fullName)}`
  return { secret, picture: qrCode(`otpauth://totp/${label}?secret=${secret}&issuer=${issuer}`) }
}
