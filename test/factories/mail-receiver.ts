import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  id: string
  to: string[]
  /** As it came over the line, headers and all. */
  source: string
}

/** How the receiver treats the next mail. */
export type Treatment = 'take' | 'refuse' | 'later' | 'drop' | 'takeAndDrop' | 'slow'

/** Whom it says no to before there is a mail, and with which code. */
export interface Refusal {
  of: 'connection' | 'login' | 'sender' | 'recipient'
  code: number
}

export interface MailReceiver {
  received: ReceivedMail[]
  close(): Promise<void>
}

const SLOW_MILLISECONDS = 300

/** A real SMTP server that treats each mail as it is told to. What it has said yes to, or taken before it hung up, is received. */
export async function startMailReceiver(
  port: number,
  treatmentOf: (mail: ReceivedMail) => Treatment,
  refusal?: Refusal,
): Promise<MailReceiver> {
  const received: ReceivedMail[] = []
  const refused = (of: Refusal['of']) =>
    refusal?.of === of ? Object.assign(new Error(`No to the ${of}`), { responseCode: refusal.code }) : null
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    logger: false,
    onConnect: (_session, callback) => callback(refused('connection')),
    onAuth: ({ username }, _session, callback) => {
      const no = refused('login')
      if (no) callback(no)
      else callback(null, { user: username })
    },
    onMailFrom: (_address, _session, callback) => callback(refused('sender')),
    onRcptTo: (_address, _session, callback) => callback(refused('recipient')),
    onData(stream, session, callback) {
      void text(stream).then((source) => {
        const id = /^message-id: <([^@>]+)/im.exec(source)?.[1] ?? ''
        const mail = { id, to: session.envelope.rcptTo.map(({ address }) => address), source }
        const treatment = treatmentOf(mail)
        if (treatment === 'refuse') return callback(Object.assign(new Error('No such mailbox'), { responseCode: 550 }))
        if (treatment === 'later') return callback(Object.assign(new Error('Try again'), { responseCode: 451 }))
        if (treatment !== 'drop') received.push(mail)
        if (treatment === 'drop' || treatment === 'takeAndDrop') return hangUp(session.id)
        setTimeout(() => callback(null, 'Taken'), treatment === 'slow' ? SLOW_MILLISECONDS : 0)
        // Whoever dies in the middle of a mail has not sent it.
      }, callback)
    },
  })
  const hangUp = (sessionId: string): void => {
    for (const connection of server.connections) if (connection.id === sessionId) connection._socket.destroy()
  }
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return { received, close: () => new Promise((closed) => server.close(() => closed())) }
}
