import { z } from 'zod'

/** `make` is also to renew: there is one address at a time. */
export const feedActSchema = z.object({ act: z.enum(['make', 'revoke']) })
