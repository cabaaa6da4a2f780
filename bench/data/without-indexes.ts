import type { ScratchCluster } from '../cluster/scratch-cluster.ts'

/** Takes the indexes away that no constraint needs, and makes each anew in one go once the rows are there. */
export async function withoutIndexes<T>(
  cluster: ScratchCluster,
  tables: readonly string[],
  say: (line: string) => void,
  load: () => Promise<T>,
): Promise<T> {
  const made = await cluster.superuser(async (client) => {
    const { rows } = await client.query<{ name: string; text: string }>(
      `select c.relname as name, replace(pg_get_indexdef(c.oid), ' ON ONLY ', ' ON ') as text
       from pg_index i join pg_class c on c.oid = i.indexrelid
       where i.indrelid = any($1::regclass[]) and not exists (select from pg_constraint k where k.conindid = c.oid)`,
      [tables],
    )
    for (const { name } of rows) await client.query(`drop index ${name}`)
    return rows
  })
  const loaded = await load()
  await cluster.superuser(async (client) => {
    for (const { name, text } of made) {
      say(`Making the index ${name}`)
      await client.query(text)
    }
  })
  return loaded
}
