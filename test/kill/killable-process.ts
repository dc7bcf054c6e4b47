import type { RunningApp } from '#test/visibility/running-app.ts'

/** A process of the product that can be killed, and is there again soon after. */
export interface KillableProcess {
  /**
   * Does something with the process as it runs now, or as soon as it runs again. Null when it was killed meanwhile and the
   * work failed of it.
   */
  attempt<Result>(work: (address: string) => Promise<Result>): Promise<Result | null>
  /** @param meanwhile is done while nothing of it runs */
  killAndRestart(meanwhile?: () => Promise<void>): Promise<void>
  stop(): Promise<void>
  /** As it runs now, or as soon as it runs again. */
  pid(): Promise<number>
  /** For good, whatever it is at: what is tried afterwards fails. */
  end(): Promise<void>
  /** Of all its lives. */
  faults(): string[]
}

interface Life {
  app: RunningApp
  wasKilled: boolean
}

export async function startKillable(start: () => Promise<RunningApp>): Promise<KillableProcess> {
  const lives: Life[] = []
  let current = begin()
  await current

  async function begin(): Promise<Life> {
    const life = { app: await start(), wasKilled: false }
    lives.push(life)
    return life
  }

  return {
    async attempt(work) {
      const life = await current
      try {
        return await work(life.app.address)
      } catch (error) {
        // A process that ended by itself is no excuse.
        if (!life.wasKilled) throw error
        return null
      }
    },
    async killAndRestart(meanwhile = () => Promise.resolve()) {
      const life = await current
      life.wasKilled = true
      current = life.app.kill().then(meanwhile).then(begin)
      await current
    },
    stop: async () => (await current).app.stop(),
    pid: async () => (await current).app.pid,
    end: async () => (await current).app.kill(),
    faults: () => lives.flatMap(({ app }) => app.faults()),
  }
}
