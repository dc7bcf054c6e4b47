import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { admin, username } from 'better-auth/plugins'
import { CLIENT_ADDRESS_HEADER } from '#app/platform/client-address.server.ts'
import { db } from '#app/platform/db.server.ts'
import { env, secret } from '#app/platform/env.server.ts'
import { log } from '#app/platform/log.server.ts'
import { accountLock } from './account-lock-plugin.server.ts'
import { oneTimeCode } from './one-time-code-plugin.server.ts'
import { PASSWORD_MAX, PASSWORD_MIN } from './password-rules.ts'
import { hashPassword, isPassword } from './passwords.server.ts'
import { secondFactor } from './second-factor-plugin.server.ts'
import { IS_HTTPS } from './session-cookie.server.ts'
import { IDLE_HOURS, RENEW_AFTER_MINUTES } from './session-lifetime.ts'
import { countTryOfAddress } from './tries-of-an-address.server.ts'
import { isUsername, USERNAME_MAX, USERNAME_MIN } from './usernames.ts'

/** A ministry behind one address signs in within one morning; a machine trying passwords is still held back. */
const TRIES_AN_ADDRESS_A_MINUTE = { window: 60, max: 60 }

/** Where better-auth is asked; it answers no request from outside, only `ask-auth.server.ts`. */
export const AUTH_BASE = env.PUBLIC_URL ?? 'http://localhost'

/**
 * better-auth proves who somebody is and makes the session. Rights are ours (posts), and so is the reading of a session.
 * cookieCache stays off: with it a session that was ended lives on in the other browser.
 */
export const auth = betterAuth({
  baseURL: AUTH_BASE,
  basePath: '/api/auth',
  secret: secret(),
  telemetry: { enabled: false },
  logger: { level: 'error', log: (_level, message) => void (message && log.error({ from: 'better-auth' }, message)) },
  database: prismaAdapter(db, { provider: 'postgresql', transaction: true }),
  advanced: {
    database: { generateId: 'uuid' },
    ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    useSecureCookies: IS_HTTPS,
  },
  user: {
    modelName: 'login',
    fields: { name: 'fullName' },
    additionalFields: {
      personId: { type: 'string', required: false, input: false },
      mustSetPassword: { type: 'boolean', required: false, input: false, defaultValue: false },
    },
  },
  session: {
    modelName: 'loginSession',
    fields: { userId: 'loginId' },
    expiresIn: IDLE_HOURS * 3600,
    updateAge: RENEW_AFTER_MINUTES * 60,
    cookieCache: { enabled: false },
  },
  account: { modelName: 'loginMethod', fields: { userId: 'loginId' } },
  verification: { modelName: 'loginVerification' },
  // A fault is thrown to whoever asks, who answers it as any other; a refusal stays an answer.
  onAPIError: { throw: true },
  rateLimit: {
    enabled: true,
    customStorage: { consume: (key, rule) => countTryOfAddress(key, rule) },
    customRules: {
      '/sign-in/username': TRIES_AN_ADDRESS_A_MINUTE,
      '/sign-in/one-time-code': TRIES_AN_ADDRESS_A_MINUTE,
      '/two-factor/*': TRIES_AN_ADDRESS_A_MINUTE,
    },
  },
  emailAndPassword: {
    enabled: true,
    disableSignUp: true,
    minPasswordLength: PASSWORD_MIN,
    maxPasswordLength: PASSWORD_MAX,
    password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(password, hash) },
  },
  plugins: [
    accountLock(),
    username({ minUsernameLength: USERNAME_MIN, maxUsernameLength: USERNAME_MAX, usernameValidator: isUsername }),
    oneTimeCode(),
    secondFactor(),
    // For the columns of locked accounts and the check of them at each sign-in; rights come from posts.
    admin(),
  ],
})
