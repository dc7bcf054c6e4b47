import '@remix-run/node'

/** What the web server hands to every loader and action, and to the rendering of the page. */
declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce: string
    requestId: string
  }
}
