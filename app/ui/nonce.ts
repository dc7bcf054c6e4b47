import { createContext } from 'react'

/** The nonce the page's own scripts carry. Known while the server renders; the browser hides it, so it is empty there. */
export const NonceContext = createContext<string | undefined>(undefined)
