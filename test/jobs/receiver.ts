import { appendFile, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { job, type Job } from '#app/jobs/job.server.ts'

/** A receiver outside the database: a file for each message, a line for each time it came. */
export function receiverJob(folder: string, { takesMilliseconds = 0 } = {}): Job {
  return job({
    schema: z.object({ number: z.int() }),
    handle: async ({ number }, { id }) => {
      await new Promise((resolve) => setTimeout(resolve, takesMilliseconds))
      await appendFile(join(folder, id), `${number}\n`)
    },
  })
}

/** How often each message came, by its id. */
export async function receivedIn(folder: string): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  for (const id of await readdir(folder)) {
    const lines = await readFile(join(folder, id), 'utf8')
    times.set(id, lines.split('\n').length - 1)
  }
  return times
}
