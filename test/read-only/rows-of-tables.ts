import { db } from '#app/platform/db.server.ts'

/**
 * Written although the system is read-only: a session is renewed, a form that was sent without one is kept. Everything else in
 * the database is compared.
 */
const GOES_ON = ['login_session', 'kept_form', '_prisma_migrations']

/** A sum over the rows of each table, by its name. */
export async function sumsOfTables(): Promise<Map<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select table_name::text as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`
  const sums = new Map<string, string>()
  for (const { name } of tables.filter((table) => !GOES_ON.includes(table.name))) {
    const [found] = await db.$queryRawUnsafe<{ sum: string }[]>(
      `select count(*) || ' ' || coalesce(md5(string_agg(row::text, '|' order by row::text)), '') as sum from "${name}" row`,
    )
    sums.set(name, found!.sum)
  }
  return sums
}
