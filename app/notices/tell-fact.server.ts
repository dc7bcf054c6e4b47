import { now, officeDay } from '#app/platform/clock.server.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import { lockRoot } from '#app/workflow/restore.server.ts'
import type { Step } from '#prisma/generated/client.ts'
import type { Principal } from '#workflows/actor.ts'
import { wholeSight } from '#workflows/audience.ts'
import type { Change } from '#workflows/unfold.ts'
import { type ActDone, type Concern, concernedBy, toldToFollowers } from './concerned.ts'
import { peopleBehind } from './people-behind.server.ts'
import { tell, type Told } from './tell.server.ts'

interface FactTold {
  rootId: string
  stepNumber: number
  fact: string
  subjectId: string
}

/**
 * Tells those concerned of what somebody did, once for the act and never whoever did it. What followed from it is told with it:
 * the facts of consequences find nothing left to tell. Twice run, it tells nobody twice.
 */
export function tellFact({ rootId, stepNumber, fact, subjectId }: FactTold): Promise<void> {
  return transaction('tell of a fact', async (tx) => {
    const step = await tx.step.findUnique({ where: { rootId_number: { rootId, number: stepNumber } } })
    if (!step || step.causedBy !== null) return
    const { tree, participants } = await lockRoot(tx, rootId)
    const act: ActDone = { fact, subjectId, ...(await rowsOfAct(tx, step)) }
    const concerns = concernedBy(tree, act)
    const toFollowers = toldToFollowers(tree, act)
    if (concerns.length === 0 && toFollowers === null) return

    const today = officeDay(now())
    const { followers, muted } = await watchersOf(tx, rootId)
    const seeing = followers.size > 0 ? seeingAll(participants) : []
    const reached = await peopleBehind(tx, [...concerns.map(({ principal }) => principal), ...seeing], today)
    const doers = [step.actorId, step.onBehalfOfId]
    const cause = { rootId, causeKey: `step:${rootId}:${stepNumber}`, at: step.at }

    const byPart = concerns.flatMap((concern) =>
      reached
        .filter(({ principal }) => principal === concern.principal)
        .filter(({ personId }) => concern.owed || !muted.has(personId))
        .map(({ personId }) => toldAs(concern, personId)),
    )
    const sees = new Set(reached.flatMap(({ principal, personId }) => (seeing.includes(principal) ? personId : [])))
    const byWatch = [...followers].flatMap((personId) =>
      toFollowers && sees.has(personId) ? { personId, subjectId: rootId, ...toFollowers } : [],
    )
    const once = new Map<string, Told>()
    for (const each of [...byPart, ...byWatch]) {
      if (!doers.includes(each.personId) && !once.has(each.personId)) once.set(each.personId, { ...each, ...cause })
    }
    await tell(tx, [...once.values()])
  })
}

function toldAs({ kind, subjectId, values }: Concern, personId: string) {
  return { personId, kind, subjectId, values }
}

/**
 * An act is written at one moment under the lock of its root: of what has that moment it is what comes before the next act. Orders of
 * one job share the moment; their ids do not, which tell when each was made.
 */
async function rowsOfAct(
  tx: Transaction,
  { rootId, id, number, at }: Step,
): Promise<Pick<ActDone, 'steps' | 'redated' | 'opened'>> {
  const ofMoment = await tx.step.findMany({
    where: { rootId, at, number: { gte: number } },
    orderBy: { number: 'asc' },
  })
  const next = ofMoment.findIndex((each) => each.number > number && each.causedBy === null)
  const steps = next === -1 ? ofMoment : ofMoment.slice(0, next)
  const items = await tx.workItem.findMany({
    where: { rootId, openedAt: at, id: { gt: id, lt: ofMoment[next]?.id } },
  })
  return {
    steps,
    redated: steps.flatMap(({ payload }) => redatedIn(payload)),
    opened: items.map((item) => ({ subjectId: item.subjectId, holder: item.holder as Principal })),
  }
}

/** What an act changed of records stands in the payload of its step. */
function redatedIn(payload: unknown): ActDone['redated'] {
  const changes = (payload as { changed?: Change[] }).changed ?? []
  return changes.flatMap(({ subjectId, field, from, to }) =>
    field === 'dueOn' ? { subjectId, from: from as string | null, to: to as string | null } : [],
  )
}

/** Whoever sees the whole of the task: a supporting unit is not told of what others do in it. */
function seeingAll(participants: Map<string, string>): Principal[] {
  return [...participants].flatMap(([principal, reason]) =>
    (wholeSight as readonly string[]).includes(reason) ? (principal as Principal) : [],
  )
}

async function watchersOf(tx: Transaction, taskId: string): Promise<{ followers: Set<string>; muted: Set<string> }> {
  const watches = await tx.watch.findMany({ where: { taskId } })
  const those = (muted: boolean) => new Set(watches.filter((each) => each.muted === muted).map((each) => each.personId))
  return { followers: those(false), muted: those(true) }
}
