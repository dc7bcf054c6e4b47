import { z } from 'zod'

/** The first entry of an archive: of what it is a backup. */
export const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Such as 18.4; for people, since the rows are text that any version reads. */
  postgresVersion: z.string(),
  /** The migrations the tables stand at, oldest first. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})

export type Manifest = z.infer<typeof manifestSchema>

/** The last entry: what must have been found before it. Without it the archive was cut short. */
export const sumsSchema = z.object({
  rows: z.record(z.string(), z.number()),
  files: z.number(),
  /** Contents that some file names and the store did not have, or not whole, when the backup was made. */
  missingFiles: z.array(z.string()),
})

export type Sums = z.infer<typeof sumsSchema>

export const MANIFEST = 'manifest.json'
export const SUMS = 'sums.json'
/** `tables/<name>/<part>`: COPY's text, cut into parts. */
export const TABLES = 'tables/'
/** `files/<sha256>`. */
export const FILES = 'files/'
/** `own/<name>`: small files of the data folder that make the installation the same one. */
export const OWN_FILES = 'own/'
