import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StartRefused } from './env.server.ts'

const secretsSchema = z.object({
  /** Signs sessions and links. */
  secret: z.string().min(32),
  superuserPassword: z.string().min(16),
  ownerPassword: z.string().min(16),
  applicationPassword: z.string().min(16),
})

export type Secrets = z.infer<typeof secretsSchema>

/** What this installation alone knows: made on the first start, in a file only its owner may read. */
export function readOrMakeSecrets(dataFolder: string): Secrets {
  return readSecrets(dataFolder) ?? makeSecrets(dataFolder)
}

export function readSecrets(dataFolder: string): Secrets | undefined {
  const file = secretsFile(dataFolder)
  let content: string
  try {
    content = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new StartRefused(`The file ${file} cannot be read: start as the user who started first.`)
  }
  const parsed = secretsSchema.safeParse(parseOrNull(content))
  if (!parsed.success) throw new StartRefused(`The file ${file} is damaged; restore it from a backup.`)
  return parsed.data
}

/** Takes over what another installation signed with, so that its links and sessions hold on. The passwords stay this one's. */
export function adoptSecret(dataFolder: string, secret: string): void {
  writeSecrets(dataFolder, { ...readOrMakeSecrets(dataFolder), secret })
}

function makeSecrets(dataFolder: string): Secrets {
  const secrets: Secrets = {
    secret: randomWord(),
    superuserPassword: randomWord(),
    ownerPassword: randomWord(),
    applicationPassword: randomWord(),
  }
  writeSecrets(dataFolder, secrets)
  return secrets
}

function writeSecrets(dataFolder: string, secrets: Secrets): void {
  const unfinished = `${secretsFile(dataFolder)}.unfinished`
  writeFileSync(unfinished, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  renameSync(unfinished, secretsFile(dataFolder))
}

function randomWord(): string {
  return randomBytes(32).toString('hex')
}

function secretsFile(dataFolder: string): string {
  return join(dataFolder, 'secrets.json')
}

function parseOrNull(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}
