import pMap from 'p-map'
import { v5 as idFrom } from 'uuid'
import { acceptResult, type AskedOfSubject, revokeTask } from '#app/directives/simple-acts.server.ts'
import { changeFollower } from '#app/directives/change-people.server.ts'
import { changeDueDay, urgeTask } from '#app/directives/task-acts.server.ts'
import type { Problem } from '#app/i18n/problem.ts'
import { db } from '#app/platform/db.server.ts'
import { Refused, SpokenError } from '#app/platform/errors.ts'
import { readActor } from '#app/sign-in/read-actor.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Actor } from '#workflows/actor.ts'
import type { BulkTyped } from './forms.ts'

/** As many at once as leaves the rest of the office its connections. */
const AT_ONCE = 4

/**
 * Carries out what is left of a bulk act, task by task, each an act of its own with its own outcome. Run again after a kill it goes
 * on where it stopped: a task that was done and not yet noted is recognised by its request key.
 */
export async function carryOutBulkAct(bulkActId: string, at: Date): Promise<void> {
  const bulkAct = await db.bulkAct.findUniqueOrThrow({ where: { id: bulkActId } })
  const untried = await db.bulkActRow.findMany({
    where: { bulkActId, outcome: { equals: Prisma.DbNull } },
    orderBy: { position: 'asc' },
  })
  const asked = { act: bulkAct.act, typed: bulkAct.typed } as BulkTyped
  const carryOut = async ({ position, taskId }: (typeof untried)[number]): Promise<void> => {
    const problem = await problemOf(async () =>
      ask(asked, {
        subjectId: taskId,
        revision: null,
        requestKey: idFrom(taskId, bulkActId),
        by: await personAsking(bulkAct.personId, at),
        at,
      }),
    )
    await db.bulkActRow.update({
      where: { bulkActId_position: { bulkActId, position } },
      data: { outcome: { problem: problem as never } },
    })
  }
  await pMap(untried, carryOut, { concurrency: AT_ONCE })
  await db.bulkAct.update({ where: { id: bulkActId }, data: { finishedAt: at } })
}

/** With the rights of this moment, not of the one they asked in. */
async function personAsking(personId: string, at: Date): Promise<Actor> {
  const actor = await readActor({ personId, at })
  if (!actor) throw new Refused('accountLocked')
  return actor
}

/** Null when it was done; a fault is no outcome and ends the run, which is tried again. */
async function problemOf(perform: () => Promise<unknown>): Promise<Problem | null> {
  try {
    await perform()
    return null
  } catch (error) {
    if (!(error instanceof SpokenError)) throw error
    return { code: error.code, values: error.values }
  }
}

function ask({ act, typed }: BulkTyped, subject: AskedOfSubject): Promise<unknown> {
  switch (act) {
    case 'urge':
      return urgeTask({ ...subject, ...typed })
    case 'changeFollower':
      return changeFollower({ ...subject, ...typed })
    case 'changeDueDay':
      return changeDueDay({ ...subject, reason: typed.reason, dueOn: typed.dueOn ?? null })
    case 'accept':
      return acceptResult({ ...subject, ...typed })
    case 'revoke':
      return revokeTask({ ...subject, ...typed })
  }
}
