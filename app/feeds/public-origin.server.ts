import { env } from '#app/platform/env.server.ts'

/** How an address of ours begins where it leaves for another program: as people type it. */
export function publicOrigin(request: Request): string {
  return new URL(env.PUBLIC_URL ?? request.url).origin
}
