import type { ShouldRevalidateFunction } from '@remix-run/react'

/**
 * For a route whose form may come back refused (`export { rereadAfterRefusal as shouldRevalidate }`): the page is read again,
 * so that the loser of a race sees what changed and sends the next time from there. By itself Remix reads nothing again
 * after an answer of 400 and above.
 */
export const rereadAfterRefusal: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || actionStatus === 403 || defaultShouldRevalidate
