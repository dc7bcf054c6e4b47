/**
 * What was typed in a form whose session ended meanwhile is kept through the next sign-in.
 *
 * The action finds nobody signed in and keeps the form's texts (`keepForm`, by way of `requireSignedIn`); after the sign-in
 * the person lands on the form's page with `?kept=<id>`, whose loader asks for them (`keptFields`). They belong to the
 * account of the session that ended, or, where no session can be recognised any more, to the browser that sent them.
 */
import { createHash, randomBytes } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import type { FormLimits } from '#app/files/read-form.server.ts'
import { receiveForm } from '#app/files/receive-form.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { SpokenError } from '#app/platform/errors.ts'
import { returnPath } from './return-path.ts'
import { cookieValue, httpOnlyCookie, sessionTokenOf } from './session-cookie.server.ts'

export type KeptFields = Record<string, string | string[]>

/** What `requireSignedIn` makes the redirect of. */
export interface KeptPlace {
  /** The page of the form, with the id to ask for. */
  returnTo: string
  /** A cookie to set where the browser is all we know. */
  cookie: string | null
}

/** A kept form lives a day. */
export const KEEP_HOURS = 24
const CLAIM_COOKIE = 'kept-form'
/** Strangers may send forms too; a full table must not be their doing. */
const MOST_OF_STRANGERS = 500

/** Texts only: files are read past, and are to be chosen again. */
const LIMITS: FormLimits = {
  files: 0,
  bytesPerFile: 0,
  bytesOfAllFiles: 50 * 1024 * 1024,
  texts: 2000,
  bytesPerText: 64 * 1024,
  bytesOfAllTexts: 256 * 1024,
}

const SECRET_FIELD = /password|code|secret/i

/** Keeps what an action was sent without a session; null when there is nothing that can be kept. */
export async function keepForm(request: Request): Promise<KeptPlace | null> {
  const fields = await typedFields(request)
  if (!fields) return null
  const loginId = await loginOfEndedSession(request)
  if (!loginId && (await db.keptForm.count({ where: { loginId: null } })) >= MOST_OF_STRANGERS) return null

  const id = newId()
  const claim = loginId ? null : (cookieValue(request, CLAIM_COOKIE) ?? randomBytes(24).toString('base64url'))
  const page = pageOfForm(request)
  await db.keptForm.create({
    data: { id, loginId, claimHash: claim && hashOf(claim), path: page.pathname, fields, createdAt: now() },
  })
  page.searchParams.set('kept', id)
  return {
    returnTo: `${page.pathname}${page.search}`,
    cookie: claim && httpOnlyCookie(CLAIM_COOKIE, claim, KEEP_HOURS * 3600),
  }
}

/**
 * What was typed on this page before the session ended, once, for `defaultValue` of the form; null when there is nothing,
 * it is of another page, or it is another person's.
 */
export async function keptFields(request: Request, signedIn: { loginId: string }): Promise<KeptFields | null> {
  const { pathname, searchParams } = new URL(request.url)
  const id = z.uuid().safeParse(searchParams.get('kept'))
  if (!id.success) return null
  const claim = cookieValue(request, CLAIM_COOKIE)
  const ofThisBrowser = claim ? [{ loginId: null, claimHash: hashOf(claim) }] : []
  const where = {
    id: id.data,
    path: pathname,
    createdAt: { gt: new Date(now().getTime() - KEEP_HOURS * 3_600_000) },
    OR: [{ loginId: signedIn.loginId }, ...ofThisBrowser],
  }
  const kept = await db.keptForm.findFirst({ where, select: { fields: true } })
  if (!kept) return null
  await db.keptForm.deleteMany({ where })
  return kept.fields as KeptFields
}

async function typedFields(request: Request): Promise<KeptFields | null> {
  try {
    const { fields } = await receiveForm(request, LIMITS)
    const names = [...new Set(fields.keys())].filter((name) => !SECRET_FIELD.test(name))
    if (names.length === 0) return null
    return Object.fromEntries(names.map((name) => [name, oneOrMany(fields.getAll(name).map(String))]))
  } catch (error) {
    // Too large or broken off: it goes the way of every form without a session.
    if (error instanceof SpokenError) return null
    throw error
  }
}

function oneOrMany(values: string[]): string | string[] {
  const [first] = values
  return values.length === 1 && first !== undefined ? first : values
}

/** The account of the session the cookie still names, although it has ended. */
async function loginOfEndedSession(request: Request): Promise<string | null> {
  const token = sessionTokenOf(request)
  if (!token) return null
  const session = await db.loginSession.findUnique({ where: { token }, select: { loginId: true } })
  return session?.loginId ?? null
}

/** A form may post to an address without a page of its own; the browser says which page it stood on. */
function pageOfForm(request: Request): URL {
  const action = new URL(request.url)
  const referrer = request.headers.get('referer')
  const page = referrer && URL.canParse(referrer) ? new URL(referrer) : action
  return new URL(returnPath(page.host === action.host ? `${page.pathname}${page.search}` : action.pathname), action)
}

function hashOf(claim: string): string {
  return createHash('sha256').update(claim).digest('hex')
}
