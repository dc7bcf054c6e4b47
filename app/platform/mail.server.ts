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
  /** @throws MailRefused when the server will not take this one; anything else is no answer to it */
  send(mail: Mail): Promise<void>
  close(): void
}

/** The server's no to this mail or its recipient. It takes others, so it is there, and knows us. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused'
  /** It will say the same another time. */
  readonly isFinal: boolean

  constructor(message: string, isFinal: boolean) {
    super(message)
    this.isFinal = isFinal
  }
}

export const hasMailServer = env.SMTP_URL !== undefined

/** Sent side by side by a process. Common servers allow ten to fifty of one client. */
export const MAIL_CONNECTIONS = 8

const SECONDS = 1000
/** However slowly the server dribbles its answers. */
const LONGEST_ATTEMPT = 60 * SECONDS

/** Null where there is none. */
export function openMailServer(): MailServer | null {
  if (!env.SMTP_URL) return null
  const from = env.MAIL_FROM ?? `no-reply@${new URL(env.SMTP_URL).hostname}`
  const transport = nodemailer.createTransport({
    url: env.SMTP_URL,
    pool: true,
    maxConnections: MAIL_CONNECTIONS,
    connectionTimeout: 10 * SECONDS,
    greetingTimeout: 10 * SECONDS,
    socketTimeout: 30 * SECONDS,
    // Once over another connection where this one was closed before a byte of the mail was sent; else the table counts the tries.
    maxRequeues: 1,
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
      signal: AbortSignal.timeout(LONGEST_ATTEMPT),
    })
  } catch (error) {
    throw asRefusal(error) ?? error
  }
}

/** Only what was said to the recipient or to the mail itself: a no to the connection, the login or the sender is the office's to put right. */
function asRefusal(error: unknown): MailRefused | null {
  const { responseCode, command, message } = error as { responseCode?: number; command?: string; message: string }
  if (!responseCode || (command !== 'RCPT TO' && command !== 'DATA')) return null
  return new MailRefused(message, responseCode >= 500)
}
