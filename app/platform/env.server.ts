import { resolve } from 'node:path'
import { z } from 'zod'

/** Words that stand in example files for a value somebody was meant to fill in. */
const PLACEHOLDER = /^(change[-_ ]?me|secret|password|todo|example|xxx+|your[-_ ].*|<.*>)$/i

const text = z.string().refine((value) => !PLACEHOLDER.test(value), 'is a placeholder, not a value')

const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  HOST: text.default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(3000),
  /** The address people type, when a proxy stands in front; its origin is the only one a form may come from. */
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }).optional(),
  /** How many proxies stand in front, whose word on the client's address is believed. */
  TRUST_PROXY: wholeNumber(0, 5).default(0),
  /** The application's login. Without it `npm start` runs its own PostgreSQL. */
  DATABASE_URL: postgresAddress().optional(),
  /** The login that owns the tables and migrates them; DATABASE_URL when absent. */
  DATABASE_OWNER_URL: postgresAddress().optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must begin with redis:// or rediss://' }).optional(),
  /** The mail server, with its login if it asks for one. Without it no mail is sent, and that is said where it is missed. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must begin with smtp:// or smtps://' }).optional(),
  /** Whom mail comes from. */
  MAIL_FROM: z.email('must be an e-mail address').optional(),
  DATA_DIR: text.default('./data').transform((folder) => resolve(folder)),
  SECRET: text.min(32, 'must be at least 32 characters long').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Whether the first start makes the demo organisation and its accounts. */
  DEMO: z.stringbool({ error: 'must be true or false' }).default(true),
  /** Ports of the loopback address on which the web process and the worker tell their metrics; without one they tell none. */
  METRICS_PORT: wholeNumber(0, 65_535).optional(),
  WORKER_METRICS_PORT: wholeNumber(0, 65_535).optional(),
  /** For measuring: answers say in `x-statements` how many statements they took. */
  STATEMENT_HEADER: z.stringbool({ error: 'must be true or false' }).default(false),
})

export type Environment = z.infer<typeof environmentSchema>

/** A start that cannot be: its message is one sentence for the person at the console, who gets no stack trace. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
}

/** An empty variable counts as absent: that is what a service file with nothing behind the `=` means. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environmentSchema.safeParse(filled)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new StartRefused(`The environment variable ${String(issue?.path[0])} ${issue?.message ?? 'has a wrong value'}.`)
}

/** The environment of this process, read once. Nothing else in the application reads process.env. */
export const env: Environment = environmentOrExit()

/** What signs sessions and links; `npm start` makes it on the first run. */
export function secret(): string {
  if (!env.SECRET)
    throw new StartRefused('The environment variable SECRET is missing; `npm start` makes one by itself.')
  return env.SECRET
}

function environmentOrExit(): Environment {
  try {
    return parseEnvironment(process.env)
  } catch (refusal) {
    if (!(refusal instanceof StartRefused)) throw refusal
    console.error(refusal.message)
    process.exit(1)
  }
}

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`
  return z.coerce.number(error).int(error).min(least, error).max(most, error)
}

function postgresAddress() {
  return z.url({ protocol: /^postgres(ql)?$/, error: 'must begin with postgresql://' })
}
