/**
 * Pages that are open somewhere else: a process that holds many streams, each over a connection of its own.
 */
import { connect, type Socket } from 'node:net'

/** `eager` reads what comes; `slow` reads 16 bytes, less than a message, every half second; `deaf` reads nothing until told to. */
export type Pace = 'eager' | 'slow' | 'deaf'

export interface OpenStream {
  cookie: string
  pace: Pace
}

export type Order =
  | { what: 'open'; origin: string; streams: OpenStream[] }
  /** Forgets what came so far. */
  | { what: 'forget' }
  | { what: 'look' }
  | { what: 'listenAgain' }
  | { what: 'close' }

/** What a page has seen since it last forgot. */
export interface Seen {
  pace: Pace
  /** Moments, in milliseconds since 1970. */
  heardAt: number[]
  unread: number | null
  isOpen: boolean
}

const BYTES_AT_A_TIME = 16
const SLOW_EVERY_MILLISECONDS = 500

class Page {
  readonly #head: string
  #socket: Socket
  #text = ''
  /** The head of the answer has come. */
  #isPast = false
  #readsAll: boolean
  #seen: Seen

  readonly origin: URL
  readonly stream: OpenStream

  constructor(origin: URL, stream: OpenStream) {
    this.origin = origin
    this.stream = stream
    this.#head = `GET /notices/stream HTTP/1.1\r\nhost: ${origin.host}\r\ncookie: ${stream.cookie}\r\n\r\n`
    this.#readsAll = stream.pace === 'eager'
    this.#seen = { pace: stream.pace, heardAt: [], unread: null, isOpen: false }
    this.#socket = this.#connect()
  }

  /** Settles when the stream is open. */
  readonly opened = Promise.withResolvers<void>()

  forget(): void {
    this.#seen = { ...this.#seen, heardAt: [], unread: null }
  }

  seen(): Seen {
    return { ...this.#seen, isOpen: !this.#socket.destroyed && this.#isPast }
  }

  listenAgain(): void {
    this.#readsAll = true
    this.#socket.resume()
  }

  close(): void {
    this.#socket.destroy()
  }

  #connect(): Socket {
    const onread = {
      buffer: Buffer.alloc(this.stream.pace === 'eager' ? 65_536 : BYTES_AT_A_TIME),
      callback: (length: number, buffer: Uint8Array) => this.#read(Buffer.from(buffer.subarray(0, length)).toString()),
    }
    const socket = connect({ port: Number(this.origin.port), host: this.origin.hostname, onread })
    socket.on('error', (error) => this.opened.reject(error))
    socket.on('close', () => this.opened.reject(new Error(`Closed before it was open: ${this.#text.slice(0, 80)}`)))
    socket.write(this.#head)
    return socket
  }

  /** @returns whether more is to be read at once */
  #read(read: string): boolean {
    this.#text += read
    if (!this.#isPast) {
      const end = this.#text.indexOf(':\n\n')
      if (end < 0) return true
      if (!this.#text.startsWith('HTTP/1.1 200 ')) throw new Error(`Answered ${this.#text.slice(0, 80)}`)
      this.#text = this.#text.slice(end)
      this.#isPast = true
      this.opened.resolve()
    }
    for (const [message, unread] of this.#text.matchAll(/event: changed\ndata: (\d*)\n\n/g)) {
      this.#text = this.#text.slice(this.#text.indexOf(message) + message.length)
      this.#seen.heardAt.push(Date.now())
      this.#seen.unread = Number(unread)
    }
    if (this.stream.pace === 'slow') setTimeout(() => this.#socket.resume(), SLOW_EVERY_MILLISECONDS)
    return this.#readsAll
  }
}

const pages: Page[] = []

process.on('message', (order: Order) => {
  obey(order).then(
    (seen) => process.send!({ seen }),
    (error: unknown) => process.send!({ error: String(error) }),
  )
})
process.once('disconnect', () => process.exit())
process.send!('ready')

async function obey(order: Order): Promise<Seen[]> {
  if (order.what === 'open') {
    const opened = order.streams.map((stream) => new Page(new URL(order.origin), stream))
    pages.push(...opened)
    await Promise.all(opened.map((page) => page.opened.promise))
  }
  if (order.what === 'forget') for (const page of pages) page.forget()
  if (order.what === 'listenAgain') for (const page of pages) page.listenAgain()
  if (order.what === 'close') for (const page of pages.splice(0)) page.close()
  return pages.map((page) => page.seen())
}
