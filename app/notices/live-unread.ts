/**
 * Hears how many notices are unread while a page is open. Of all tabs of a browser one holds the stream and tells the others, so
 * that however many are open, one connection is taken. Where a browser cannot agree on one (an address without https), or the
 * stream is cut, each asks now and then.
 */
const STREAM = '/notices/stream'
const COUNT = '/notices/count'
/** The name of the lock and of the channel. */
const TABS = 'notices'
const ASK_EVERY_MILLISECONDS = 60_000

export function hearUnread(tell: (unread: number) => void): () => void {
  const ended = new AbortController()
  const { signal } = ended
  if ('locks' in navigator && 'BroadcastChannel' in window && 'EventSource' in window) {
    const others = new BroadcastChannel(TABS)
    others.addEventListener('message', ({ data }) => typeof data === 'number' && tell(data), { signal })
    const tellAll = (unread: number) => {
      tell(unread)
      others.postMessage(unread)
    }
    // The lock comes to this tab when the one that holds it goes.
    navigator.locks.request(TABS, { signal }, () => holdStream(tellAll, signal)).catch(unlessEnded(signal))
    signal.addEventListener('abort', () => others.close())
  } else {
    askNowAndThen(asker(tell, signal).ask, signal, () => document.visibilityState === 'visible')
  }
  return () => ended.abort()
}

function holdStream(tell: (unread: number) => void, signal: AbortSignal): Promise<void> {
  const { ask, isAsking } = asker(tell, signal)
  let stream = open()
  /** While an answer is awaited that may be older than what is heard, or where the count is not said, it is asked for. */
  function hear(unread: string): void {
    if (unread === '' || isAsking()) ask()
    else tell(Number(unread))
  }
  function open(): EventSource {
    const opened = new EventSource(STREAM)
    // Also when it is open again: what was told meanwhile was not heard.
    opened.addEventListener('open', ask)
    opened.addEventListener('changed', ({ data }: MessageEvent<string>) => hear(data))
    return opened
  }
  askNowAndThen(ask, signal, () => {
    if (stream.readyState === EventSource.CLOSED) stream = open()
    return stream.readyState !== EventSource.OPEN
  })
  return new Promise((release) => {
    signal.addEventListener('abort', () => {
      stream.close()
      release()
    })
  })
}

function askNowAndThen(ask: () => void, signal: AbortSignal, isNeeded: () => boolean): void {
  const timer = setInterval(() => isNeeded() && ask(), ASK_EVERY_MILLISECONDS)
  signal.addEventListener('abort', () => clearInterval(timer))
}

interface Asker {
  ask: () => void
  isAsking: () => boolean
}

/** Asks for the count; asked again meanwhile, it asks once more after the answer, and not side by side. */
function asker(tell: (unread: number) => void, signal: AbortSignal): Asker {
  let isAsking = false
  let isAskedAgain = false
  async function ask(): Promise<void> {
    isAsking = true
    do {
      isAskedAgain = false
      // Signed out, one is led away: there is nothing to count.
      const answer = await fetch(COUNT, { redirect: 'manual', signal })
      if (answer.ok) tell(((await answer.json()) as { unread: number }).unread)
    } while (isAskedAgain)
  }
  return {
    ask() {
      isAskedAgain = isAsking
      if (isAsking) return
      void ask()
        // The next time it is asked for, or the next page, has the right one.
        .catch(() => undefined)
        .finally(() => (isAsking = false))
    },
    isAsking: () => isAsking,
  }
}

function unlessEnded(signal: AbortSignal): (error: unknown) => void {
  return (error) => {
    if (!signal.aborted) throw error
  }
}
