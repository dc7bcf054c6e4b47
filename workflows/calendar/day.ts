import { z } from 'zod'

/** A day in the office's zone, 'YYYY-MM-DD': compares as text, carries no hour and no zone. */
export type Day = string

export const daySchema = z.iso.date()
