import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { ReactElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'

/** The page as one text. @throws what a component threw */
export async function renderWhole(page: ReactElement, nonce: string): Promise<string> {
  const html = await new Promise<string>((resolve, reject) => {
    let isBroken = false
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onError: (error) => {
        isBroken = true
        reject(error instanceof Error ? error : new Error(String(error)))
      },
      // React says this of a broken page too. Its text would fail where nobody listens any more, and end the process.
      onAllReady: () => {
        if (!isBroken) resolve(text(pipe(new PassThrough())))
      },
    })
  })
  return (
    html
      // React 18 sends its buffer of 2048 bytes whole, also where the next letter, of two or three bytes, had no room at its end.
      // No page of ours has such a character: PostgreSQL stores none.
      .replaceAll('\0', '')
      // Remix gives its preload links no nonce, and the browser would refuse to preload a script that has none.
      .replaceAll('<link rel="modulepreload"', `<link nonce="${nonce}" rel="modulepreload"`)
  )
}
