/**
 * `npm run db:generate`, `npm run db:migrate`, `node scripts/prisma.ts <anything>`: the Prisma command line with our own schema engine,
 * which needs no download. Without DATABASE_URL, what needs a database gets an empty one that is thrown away afterwards.
 */
import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startThrowawayCluster } from '#test/setup/throwaway-cluster.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const prismaPackage = dirname(fileURLToPath(import.meta.resolve('prisma/package.json')))

const given = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL
const needsDatabase = process.argv[2] === 'migrate' || process.argv[2] === 'db'

if (needsDatabase && !given) await withThrowawayDatabase(runPrisma)
else await runPrisma(given)

async function withThrowawayDatabase(run: (databaseUrl: string) => Promise<void>): Promise<void> {
  const cluster = await startThrowawayCluster()
  try {
    await run(cluster.superuserUrl('postgres'))
  } finally {
    await cluster.discard()
  }
}

async function runPrisma(databaseUrl: string | undefined): Promise<void> {
  const child = spawn(process.execPath, [join(prismaPackage, 'build', 'index.js'), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(databaseUrl ? { DATABASE_OWNER_URL: databaseUrl } : {}),
      // The engine is a script that finds its Node by PATH: it must be the one that runs us, not an older one of the system.
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
      PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'prisma', 'schema-engine', 'schema-engine.ts'),
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  })
  process.exitCode = await new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}
