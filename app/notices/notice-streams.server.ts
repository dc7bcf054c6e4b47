/**
 * The open pages of this process that want to hear of new notices. A stream says "changed" and nothing else: how many are unread is
 * asked then, through the session, so it is right whatever a stream missed.
 */
import type { Request as ExpressRequest, RequestHandler, Response } from 'express'
import { now } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { listen } from '#app/platform/listen.server.ts'
import { log } from '#app/platform/log.server.ts'

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
}

const BEAT_MILLISECONDS = 20_000
/** A browser opens one; so many are left open by a fault or on purpose. */
const MOST_OF_A_SESSION = 8
/** What may wait for a reader that does not read. Each message is a few bytes, so it has missed hundreds. */
const MOST_BYTES_WAITING = 4096

export function openNoticeStreams(identify: (request: Request) => Promise<Listener | null>): NoticeStreams {
  const streams = new Set<Stream>()
  let listening: ReturnType<typeof listen> | undefined
  const beat = setInterval(() => void keepThoseSignedIn(), BEAT_MILLISECONDS)
  beat.unref()

  function send(stream: Stream, message: string): void {
    if (stream.response.writableLength > MOST_BYTES_WAITING) stream.response.destroy()
    else stream.response.write(message)
  }

  /** Without a person it may be anybody's: the database could not be heard for a while. */
  function changed(personId: string): void {
    for (const stream of streams) {
      if (personId === '' || stream.personId === personId) send(stream, 'event: changed\ndata:\n\n')
    }
  }

  async function keepThoseSignedIn(): Promise<void> {
    if (streams.size === 0) return
    try {
      const living = await livingAmong([...streams].map(({ sessionId }) => sessionId))
      for (const stream of streams) {
        if (living.has(stream.sessionId)) send(stream, ':\n\n')
        else {
          streams.delete(stream)
          stream.response.end()
        }
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
    const stream = { ...listener, response }
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
