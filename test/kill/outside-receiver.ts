import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { job, type Job } from '#app/jobs/job.server.ts'

/**
 * A receiver such as another system's: it knows a message by its id, whole or not at all, and takes it once. How often each
 * was brought to it is counted beside.
 */
export function outsideReceiver<Schema extends z.ZodType>(folder: string, schema: Schema): Job {
  return job({
    schema,
    handle: async (payload, { id }) => {
      await writeFile(join(folder, 'brought', `${id}.${newId()}`), '')
      await sleep(Math.random() * 20)
      const unfinished = join(folder, 'unfinished', newId())
      await writeFile(unfinished, JSON.stringify(payload))
      try {
        // Fails when there is a file of that name: the message was taken before.
        await link(unfinished, join(folder, 'taken', id))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      } finally {
        await rm(unfinished)
      }
      // Its answer takes a while too.
      await sleep(Math.random() * 20)
    },
  })
}

export async function prepareReceiver(folder: string): Promise<void> {
  for (const name of ['brought', 'unfinished', 'taken']) await mkdir(join(folder, name))
}

/** What was taken, by message id. */
export async function takenIn(folder: string): Promise<Map<string, unknown>> {
  const ids = await readdir(join(folder, 'taken'))
  const taken = ids.map(async (id) => [id, JSON.parse(await readFile(join(folder, 'taken', id), 'utf8'))] as const)
  return new Map(await Promise.all(taken))
}

/** Brought and not taken yet, by message id. */
export async function inHand(folder: string): Promise<string[]> {
  const [brought, taken] = await Promise.all(['brought', 'taken'].map((name) => readdir(join(folder, name))))
  const done = new Set(taken)
  return brought!.map((name) => name.split('.')[0]!).filter((id) => !done.has(id))
}

export async function timesBrought(folder: string): Promise<number> {
  return (await readdir(join(folder, 'brought'))).length
}
