import nodemailer, { type Transporter } from 'nodemailer'
import { env } from './env.server.ts'

export interface Mail {
  /** The same each time it is tried, so that a receiver recognises it. */
  id: string
  to: string
  subject: string
  text: string
  html: string
}

export interface MailServer {
  /** @throws MailRefused when it will never be taken; anything else may be tried again */
  send(mail: Mail): Promise<void>
  close(): void
}

/** The server says that it does not take this mail, now or later. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused'
}

export const hasMailServer = env.SMTP_URL !== undefined

const CONNECTIONS = 4
const SECONDS = 1000

/** Null where there is none. */
export function openMailServer(): MailServer | null {
  if (!env.SMTP_URL) return null
  const from = env.MAIL_FROM ?? `no-reply@${new URL(env.SMTP_URL).hostname}`
  const transport = nodemailer.createTransport({
    url: env.SMTP_URL,
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: 10 * SECONDS,
    greetingTimeout: 10 * SECONDS,
    socketTimeout: 30 * SECONDS,
  })
  return {
    send: (mail) => sendBy(transport, from, mail),
    close: () => transport.close(),
  }
}

async function sendBy(transport: Transporter, from: string, { id, ...mail }: Mail): Promise<void> {
  try {
    await transport.sendMail({
      ...mail,
      from,
      messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
      // No answer by a machine: nobody reads it, and a loop of such answers would be ours.
      headers: { 'auto-submitted': 'auto-generated' },
    })
  } catch (error) {
    throw isRefusal(error) ? new MailRefused((error as Error).message) : error
  }
}

/** A 5xx to the mail itself. One to the login is the office's setting, which somebody will put right. */
function isRefusal(error: unknown): boolean {
  const { responseCode = 0, code = '' } = error as { responseCode?: number; code?: string }
  return responseCode >= 500 && code !== 'EAUTH'
}
