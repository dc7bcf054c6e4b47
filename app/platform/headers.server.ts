import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

/**
 * The headers that keep a page to itself. Scripts run by nonce only, so text that slipped into a page as markup stays
 * text; styles come from our own files only, which is why nothing may use a `style` attribute.
 *
 * `https`: whether people reach us by https. Over plain http the browser must not be told to insist on https.
 */
export function safetyHeaders({ https }: { https: boolean }): RequestHandler[] {
  const giveNonce: RequestHandler = (_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64')
    next()
  }
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [(_request, response) => `'nonce-${nonceOf(response)}'`, "'strict-dynamic'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    // Needs https to mean anything; over http the browser complains in the console of every page.
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
  })
  return [giveNonce, protect]
}

function nonceOf(response: object): string {
  // helmet types the response as node's own; Express has put `locals` on it.
  return (response as { locals: { nonce: string } }).locals.nonce
}
