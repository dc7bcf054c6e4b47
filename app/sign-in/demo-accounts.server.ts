import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DEMO_PEOPLE, DEMO_USERNAMES_TO_SHOW } from '#prisma/seed/demo-people.ts'
import { db, type Transaction } from '#app/platform/db.server.ts'
import { env } from '#app/platform/env.server.ts'
import { makeDemoPassword } from './make-demo-password.server.ts'

export interface DemoAccounts {
  /** One for all of them. */
  password: string
  accounts: { username: string; title: string }[]
}

const HASH_SETTING = 'demoPasswordHash'

/** What the start prints; null where no demo organisation was made. */
export async function demoAccounts(): Promise<DemoAccounts | null> {
  const password = await keptPassword()
  if (password === null || !(await hasDemoAccounts())) return null
  const titles = new Map(DEMO_PEOPLE.map(({ username, fullName }) => [username, fullName]))
  return {
    password,
    accounts: DEMO_USERNAMES_TO_SHOW.map((username) => ({ username, title: titles.get(username) ?? username })),
  }
}

/**
 * Whether anybody could still sign in with the demo password. Such an installation stays on its own machine; once each
 * demo account is locked or has a password of its own, it may be reached from outside.
 */
export async function hasDemoAccounts(): Promise<boolean> {
  const setting = await db.setting.findUnique({ where: { key: HASH_SETTING } })
  if (typeof setting?.value !== 'string') return false
  const account = await db.loginMethod.findFirst({
    where: { password: setting.value, login: { banned: { not: true } } },
    select: { id: true },
  })
  return account !== null
}

/** Made at random on the first start and kept where only the owner of the data folder may read it. */
export async function demoPassword(): Promise<string> {
  const kept = await keptPassword()
  if (kept !== null) return kept
  const password = makeDemoPassword()
  await mkdir(dirname(passwordFile()), { recursive: true, mode: 0o700 })
  await writeFile(passwordFile(), `${password}\n`, { mode: 0o600 })
  return password
}

export async function rememberDemoHash(tx: Transaction, passwordHash: string): Promise<void> {
  await tx.setting.create({ data: { key: HASH_SETTING, value: passwordHash } })
}

async function keptPassword(): Promise<string | null> {
  try {
    return (await readFile(passwordFile(), 'utf8')).trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function passwordFile(): string {
  return join(env.DATA_DIR, 'demo-password')
}
