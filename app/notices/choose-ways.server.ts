import { setDigestHour } from '#app/digests/own-digest.server.ts'
import { db, transaction, type Transaction } from '#app/platform/db.server.ts'
import { type OwnWay, nameOf, officeWays, ownWays } from './ways.ts'

interface Whose {
  personId: string
  organId: string
}

interface Chosen extends Whose {
  wanted: string[]
  digestHour: number | null
}

/** How a person is told of each kind. */
export async function readOwnWays({ personId, organId }: Whose, tx: Transaction = db): Promise<OwnWay[]> {
  const [rules, choices] = await Promise.all([
    tx.noticeRule.findMany({ where: { organId } }),
    tx.noticeChoice.findMany({ where: { personId } }),
  ])
  return ownWays(officeWays(rules), choices)
}

/** What the person wants, by name, and the hour of their digest if they want one; what the office has fixed stays as it is. Only what is not as the office has it is kept. */
export function chooseWays({ personId, organId, wanted, digestHour }: Chosen): Promise<void> {
  return transaction('chooseWays', async (tx) => {
    const office = officeWays(await tx.noticeRule.findMany({ where: { organId } }))
    const chosen = office.flatMap(({ kind, channel, way, fixed }) => {
      const isWanted = wanted.includes(nameOf({ kind, channel }))
      if (fixed || isWanted === (way !== 'NONE')) return []
      return { personId, kind, channel, way: isWanted ? ('AT_ONCE' as const) : ('NONE' as const) }
    })
    await tx.noticeChoice.deleteMany({ where: { personId } })
    await tx.noticeChoice.createMany({ data: chosen })
    await setDigestHour(tx, { personId, hour: digestHour })
  })
}
