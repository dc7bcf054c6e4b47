import { Prisma } from '#prisma/generated/client.ts'

/** What became of a delivery: of one that was gathered in a digest what became of that, once it is known. */
export function stateOfDelivery(delivery: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((
    select digest.state from notice_delivery digest
    where digest.notice_id = ${delivery}.digest_id and digest.channel = 'MAIL' and digest.state <> 'WAITING'
  ), ${delivery}.state)`
}
