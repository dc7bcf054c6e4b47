import { defineConfig } from 'prisma/config'

/** For the Prisma command line only (scripts/prisma.ts starts it). The application reads app/platform/env.server.ts. */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL ?? 'postgresql://localhost/none' },
})
