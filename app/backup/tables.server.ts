import type pg from 'pg'

export interface Table {
  name: string
  columns: string[]
}

/** Prisma's own list of migrations is written by migrating, and what is tracked by the database itself, out of the other tables. */
const NOT_OURS = ['_prisma_migrations', 'tracked_part']

/**
 * Every table of the application, so ordered that none comes before one it refers to. Loaded in this order, each reference is
 * checked by the database as usual. (A table that refers to itself is checked once it is whole.)
 */
export async function tablesInOrder(client: pg.ClientBase): Promise<Table[]> {
  await refuseSequences(client)
  const tables = await readTables(client)
  const references = await readReferences(client)
  const ordered: Table[] = []
  while (ordered.length < tables.length) {
    const placed = new Set(ordered.map(({ name }) => name))
    const next = tables.filter(
      ({ name }) =>
        !placed.has(name) && references.every(({ from, to }) => from !== name || to === name || placed.has(to)),
    )
    if (next.length === 0) throw new Error('Some tables refer to each other in a circle; a backup cannot order them.')
    ordered.push(...next)
  }
  return ordered
}

/** The rows of a table, for comparing what was written with what was read. */
export async function countRows(client: pg.ClientBase, { name }: Table): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${client.escapeIdentifier(name)}`)
  return Number(rows[0]?.count)
}

/** `"table" ("column", ...)`, as COPY wants it. */
export function copyTarget(client: pg.ClientBase, { name, columns }: Table): string {
  return `${client.escapeIdentifier(name)} (${columns.map((column) => client.escapeIdentifier(column)).join(', ')})`
}

async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      GROUP BY c.relname ORDER BY c.relname`,
    [NOT_OURS],
  )
  return rows
}

async function readReferences(client: pg.ClientBase): Promise<{ from: string; to: string }[]> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `SELECT DISTINCT f.relname AS "from", t.relname AS "to"
       FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
      WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace`,
  )
  return rows
}

/** Ids are made by the application. A counter in the database would have to be carried over too. */
async function refuseSequences(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public'",
  )
  if (rows.length > 0) throw new Error(`A backup does not know sequences yet, and there is ${rows[0]?.name}.`)
}
