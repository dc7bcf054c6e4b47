import { env } from '#app/platform/env.server.ts'

/** Where the links of a mail lead: the address people know the application by, without a slash at the end. */
export function baseAddress(): string {
  return (env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`).replace(/\/$/, '')
}
