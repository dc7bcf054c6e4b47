/**
 * The open pages of this process that want to hear of new notices. A stream says how many are unread now, and nothing else: it is
 * right whatever the stream missed. They are counted here for all who are told at once; if each page asked, a notice to five
 * hundred people would be five hundred requests in the same moment.
 */
import type { Request as ExpressRequest, RequestHandler, Response } from 'express'
import { now } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { listen } from '#app/platform/listen.server.ts'
import { log } from '#app/platform/log.server.ts'
import { countUnreadOf } from './unread.server.ts'

/** Whose page it is, and by which session. */
export interface Listener {
  personId: string
  sessionId: string
}

export interface NoticeStreams {
  handler: RequestHandler
  close(): Promise<void>
}

interface Stream extends Listener {
  response: Response
  /** A message lies here that the operating system has not taken yet. */
  isTelling: boolean
  /** What is to be sent after it. Only the last: however much changes, no more is held for a reader that does not read. */
  next: string | null
}

const BEAT_MILLISECONDS = 20_000
/** A browser opens one; so many are left open by a fault or on purpose. */
const MOST_OF_A_SESSION = 8

export function openNoticeStreams(
  identify: (request: Request) => Promise<Listener | null>,
  { beatMilliseconds = BEAT_MILLISECONDS } = {},
): NoticeStreams {
  const streams = new Set<Stream>()
  /** Whose count has changed since it was last asked for. */
  const untold = new Set<string>()
  let isCounting = false
  let listening: ReturnType<typeof listen> | undefined
  const beat = setInterval(() => void keepThoseSignedIn(), beatMilliseconds)
  beat.unref()

  /** Without a person it may be anybody's: the database could not be heard for a while. */
  function changed(personId: string): void {
    for (const stream of streams) if (personId === '' || stream.personId === personId) untold.add(stream.personId)
    if (!isCounting) void tellUntold()
  }

  /** One question after the other, so that no count overtakes a later one. */
  async function tellUntold(): Promise<void> {
    isCounting = true
    while (untold.size > 0) {
      const asked = new Set(untold)
      untold.clear()
      const counts = await countedFor([...asked])
      for (const stream of streams) {
        if (asked.has(stream.personId)) send(stream, messageOf(counts?.get(stream.personId)))
      }
    }
    isCounting = false
  }

  async function keepThoseSignedIn(): Promise<void> {
    if (streams.size === 0) return
    try {
      const living = await livingAmong([...streams].map(({ sessionId }) => sessionId))
      for (const stream of streams) {
        if (!living.has(stream.sessionId)) {
          streams.delete(stream)
          stream.response.end()
        } else if (stream.response.writableLength > 0) {
          // Whoever does not read takes no more of what is sent; they come again when they do.
          stream.response.destroy()
        } else stream.response.write(':\n\n')
      }
    } catch (error) {
      log.warn({ err: error }, 'the sessions of open pages could not be asked for')
    }
  }

  async function answer(request: ExpressRequest, response: Response): Promise<void> {
    const listener = await identify(asFetched(request))
    // Gone while it was asked for: its end was told before anybody listened.
    if (response.closed || response.destroyed) return
    if (!listener) return void response.status(401).end()
    const ofSession = [...streams].filter(({ sessionId }) => sessionId === listener.sessionId)
    if (ofSession.length >= MOST_OF_A_SESSION) return void response.status(429).end()
    listening ??= listen('notice', changed)
    const stream = { ...listener, response, isTelling: false, next: null }
    response.once('close', () => streams.delete(stream))
    response.on('error', () => streams.delete(stream))
    request.socket.setKeepAlive(true, BEAT_MILLISECONDS)
    // `no-transform` keeps it from being compressed, which would hold messages back; the last one tells a proxy the same.
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    })
    streams.add(stream)
    response.write(':\n\n')
  }

  return {
    handler: (request, response, next) => void answer(request, response).catch(next),
    async close() {
      clearInterval(beat)
      for (const { response } of streams) response.destroy()
      await listening?.close()
    },
  }
}

function send(stream: Stream, message: string): void {
  if (stream.isTelling) {
    stream.next = message
    return
  }
  stream.isTelling = true
  stream.response.write(message, () => {
    stream.isTelling = false
    const { next } = stream
    stream.next = null
    if (next !== null) send(stream, next)
  })
}

/** Where it could not be counted, the page asks. */
function messageOf(unread: number | undefined): string {
  return `event: changed\ndata: ${unread ?? ''}\n\n`
}

/** Null where the database does not answer. */
async function countedFor(personIds: string[]): Promise<Map<string, number> | null> {
  try {
    return await countUnreadOf(personIds)
  } catch (error) {
    log.warn({ err: error }, 'the unread notices of open pages could not be counted')
    return null
  }
}

/** Only what says who asks. */
function asFetched({ headers }: ExpressRequest): Request {
  return new Request('http://within.invalid/', { headers: headers.cookie ? { cookie: headers.cookie } : {} })
}

async function livingAmong(sessionIds: string[]): Promise<Set<string>> {
  const at = now()
  const living = await db.$queryRaw<{ id: string }[]>`
    select session.id::text from login_session session join login on login.id = session.login_id
    where session.id = any(${[...new Set(sessionIds)]}::uuid[]) and session.expires_at > ${at}
      and (login.banned is not true or login.ban_expires <= ${at})`
  return new Set(living.map(({ id }) => id))
}
