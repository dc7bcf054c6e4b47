import { isRouteErrorResponse } from '@remix-run/react'
import { problemWords } from '#app/i18n/problem.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { ErrorPageData } from '#app/platform/respond.server.ts'

export interface DescribedError {
  status: number
  heading: string
  words: string
  /** The id under which a fault was logged; null where there is nothing to look up. */
  requestId: string | null
}

const SPOKEN_STATUSES = ['400', '401', '403', '404', '405', '409', '413', '415', '423', '429', '500', '503'] as const
type SpokenStatus = (typeof SPOKEN_STATUSES)[number]

/** Where Remix itself answers (no such address, no such method) there is a status and no problem. */
const PROBLEM_OF_STATUS: Partial<Record<SpokenStatus, string>> = {
  '400': 'badRequest',
  '401': 'signInFirst',
  '403': 'notAllowed',
  '404': 'notFound',
  '405': 'methodNotAllowed',
  '413': 'bodyTooLarge',
  '429': 'tooManyAttempts',
  '503': 'busy',
}

/** An error as a route boundary meets it, in words. Never its message or stack: those are for the log. */
export function describeError(t: Translate, error: unknown): DescribedError {
  const status = isRouteErrorResponse(error) ? spokenStatus(error.status) : '500'
  const sent = isRouteErrorResponse(error) ? problemSent(error.data) : null
  const problem = sent?.problem ?? { code: PROBLEM_OF_STATUS[status] ?? 'unexpected', values: {} }
  return {
    status: Number(status),
    heading: t(`errors:page.${status}`),
    words: problemWords(t, problem),
    requestId: sent?.requestId ?? null,
  }
}

function spokenStatus(status: number): SpokenStatus {
  return SPOKEN_STATUSES.find((spoken) => spoken === String(status)) ?? (status < 500 ? '400' : '500')
}

function problemSent(sent: unknown): ErrorPageData | null {
  return typeof sent === 'object' && sent !== null && 'problem' in sent ? (sent as ErrorPageData) : null
}
