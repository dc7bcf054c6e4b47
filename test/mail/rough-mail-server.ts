import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import type { Dice } from '#test/property/dice.ts'

/** What the server itself knows that it did with a mail. */
interface Known {
  /** It has it, and said so. */
  yes: number
  /** It has it, and hung up before it said so: no sender can know. */
  inSilence: number
}

/** How often it did what. */
type Deed =
  | 'yes'
  | 'inSilence'
  | 'busy'
  | 'greylisted'
  | 'noMailbox'
  | 'later'
  | 'hungUpAtOnce'
  | 'hungUpAtRecipient'
  | 'hungUpInMail'
  | 'hungUpAfterMail'
  | 'slow'

export interface RoughMailServer {
  known: Map<string, Known>
  /** How often each address was said not to exist. */
  refusedAddresses: Map<string, number>
  deeds: Map<Deed, number>
  close(): Promise<void>
}

const SLOW_MILLISECONDS = 300

/**
 * A real SMTP server on a bad day: it is busy, puts off, says of some mailboxes that there are none, is slow, and hangs up at any
 * point, by chance. It keeps account of what it took.
 */
export async function startRoughMailServer({
  port,
  dice,
  hasMailbox,
}: {
  port: number
  dice: Dice
  hasMailbox: (address: string) => boolean
}): Promise<RoughMailServer> {
  const known = new Map<string, Known>()
  const refusedAddresses = new Map<string, number>()
  const deeds = new Map<Deed, number>()
  const note = (deed: Deed) => void deeds.set(deed, (deeds.get(deed) ?? 0) + 1)
  const took = (id: string, how: keyof Known) => {
    note(how)
    const each = known.get(id) ?? { yes: 0, inSilence: 0 }
    known.set(id, { ...each, [how]: each[how] + 1 })
  }

  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onConnect({ id }, callback) {
      if (dice.chance(0.02)) return hangUp(id, 'hungUpAtOnce')
      if (dice.chance(0.03)) return no(callback, 'busy', 421)
      callback()
    },
    onRcptTo({ address }, { id }, callback) {
      if (dice.chance(0.01)) return hangUp(id, 'hungUpAtRecipient')
      if (!hasMailbox(address)) {
        refusedAddresses.set(address, (refusedAddresses.get(address) ?? 0) + 1)
        return no(callback, 'noMailbox', 550)
      }
      if (dice.chance(0.05)) return no(callback, 'greylisted', 450)
      callback()
    },
    onData(stream, { id: connection }, callback) {
      if (dice.chance(0.02)) {
        stream.resume()
        return hangUp(connection, 'hungUpInMail')
      }
      void text(stream).then(async (source) => {
        const id = /^message-id: <([^@>]+)/im.exec(source)![1]!
        if (dice.chance(0.05)) {
          note('slow')
          await sleep(dice.below(SLOW_MILLISECONDS))
        }
        if (dice.chance(0.04)) return no(callback, 'later', 451)
        if (dice.chance(0.02)) return hangUp(connection, 'hungUpAfterMail')
        if (dice.chance(0.03)) {
          took(id, 'inSilence')
          return cut(connection)
        }
        took(id, 'yes')
        callback(null, 'Taken')
      })
    },
  })

  function no(callback: (error: Error) => void, deed: Deed, responseCode: number): void {
    note(deed)
    callback(Object.assign(new Error('Not now, or not ever'), { responseCode }))
  }
  function hangUp(connection: string, deed: Deed): void {
    note(deed)
    cut(connection)
  }
  function cut(id: string): void {
    for (const connection of server.connections) if (connection.id === id) connection._socket.destroy()
  }

  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return { known, refusedAddresses, deeds, close: () => new Promise((closed) => server.close(() => closed())) }
}
