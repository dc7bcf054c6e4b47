/** `npm run db:...`: the Prisma command line with our own schema engine, which needs no download. */
import { spawn } from 'node:child_process'
import { dirname, delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const prisma = fileURLToPath(import.meta.resolve('prisma/build/index.js'))

const child = spawn(process.execPath, [prisma, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    // The engine is a script that finds its Node by PATH: it must be the one that runs us, not an older one of the system.
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
    PRISMA_SCHEMA_ENGINE_BINARY: `${root}prisma/schema-engine/schema-engine.ts`,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
})
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
