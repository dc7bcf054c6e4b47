import { z } from 'zod'

const wantedWatches = ['followed', 'muted', 'nothing'] as const
export type WantedWatch = (typeof wantedWatches)[number]

export const watchSchema = z.object({ want: z.enum(wantedWatches) })
