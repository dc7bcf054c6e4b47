/** `npm run build`: the database client out of the schema, the pages out of the sources, and a stamp that says of which. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stampBuild } from '#app/platform/build-stamp.server.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

run('scripts/prisma.ts', 'generate')
run('node_modules/@remix-run/dev/dist/cli.js', 'vite:build')
stampBuild()

function run(script: string, ...args: string[]): void {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) process.exit(status ?? 1)
}
