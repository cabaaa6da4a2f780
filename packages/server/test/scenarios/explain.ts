import { CompiledQuery } from 'kysely'
import type { Actor } from '../../src/kernel/actor.ts'
import { inTenant, type Tx } from '../../src/kernel/tx.ts'
import type { Town } from './open-town.ts'
import { TENANT } from './open-town.ts'

type Node = Readonly<Record<string, unknown>> & { readonly Plans?: readonly Node[] }
export type Plan = {
  /** Indexes used, by name. */
  readonly indexes: readonly string[]
  /** Tables read from end to end. */
  readonly scanned: readonly string[]
  /** Functions whose rows are joined, by name. */
  readonly unfolded: readonly string[]
  /** Rows that scans looked at, thrown away ones included. */
  readonly looked: number
}

/**
 * Runs our own code in a transaction of the application role and asks PostgreSQL how it executed each statement. What
 * they changed is rolled back.
 */
export async function plansOf(
  town: Town,
  actor: Actor,
  work: (tx: Tx) => Promise<unknown>,
): Promise<readonly Plan[]> {
  const plans: Plan[] = []
  const rollback = new Error('only to look')
  await inTenant(town.app.world, TENANT, actor, async (tx) => {
    const real = tx.db.getExecutor()
    const executor = new Proxy(real, {
      get(target, name) {
        if (name === 'executeQuery')
          return async (query: CompiledQuery) => {
            // What changes rows is planned only: to run it twice would be another story.
            const analyze = /^\s*(select|with)\b/.test(query.sql) ? 'analyze, timing off, ' : ''
            const explained = CompiledQuery.raw(`explain (${analyze}costs off, format json) ${query.sql}`, [
              ...query.parameters,
            ])
            const { rows } = await target.executeQuery<{ 'QUERY PLAN': [{ Plan: Node }] }>(explained)
            const root = rows[0]?.['QUERY PLAN'][0].Plan
            if (root) plans.push(planOf(root))
            return target.executeQuery(query)
          }
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const db = new Proxy(tx.db, {
      get: (target, name) => (name === 'getExecutor' ? () => executor : Reflect.get(target, name)),
    })
    await work({ ...tx, db })
    throw rollback
  }).catch((error: unknown) => {
    if (error !== rollback) throw error
  })
  return plans
}

function planOf(root: Node): Plan {
  const nodes: Node[] = []
  const collect = (node: Node) => {
    nodes.push(node)
    for (const inner of node.Plans ?? []) collect(inner)
  }
  collect(root)
  const number = (node: Node, name: string) => Number(node[name] ?? 0)
  const scans = nodes.filter((node) => String(node['Node Type']).endsWith('Scan') && node['Relation Name'])
  return {
    indexes: nodes.flatMap((node) => (node['Index Name'] ? [String(node['Index Name'])] : [])),
    scanned: nodes
      .filter((node) => node['Node Type'] === 'Seq Scan')
      .map((node) => String(node['Relation Name'])),
    unfolded: nodes.flatMap((node) => (node['Function Name'] ? [String(node['Function Name'])] : [])),
    looked: scans.reduce(
      (sum, node) =>
        sum +
        number(node, 'Actual Loops') *
          (number(node, 'Actual Rows') +
            number(node, 'Rows Removed by Filter') +
            number(node, 'Rows Removed by Index Recheck')),
      0,
    ),
  }
}

export const all = (list: readonly Plan[], part: 'indexes' | 'scanned' | 'unfolded') =>
  list.flatMap((plan) => plan[part])
export const looked = (list: readonly Plan[]) => list.reduce((sum, plan) => sum + plan.looked, 0)
const BIG = [
  'grid_case',
  'case_detail',
  'case_requester',
  'case_assignment',
  'clock',
  'file',
  'alert',
  'event_2026',
  'command_outcome',
  'read_ledger_2026',
  'echo_entry',
  'echo_token',
  'echo_me_too',
]
export const bigScans = (list: readonly Plan[]) => all(list, 'scanned').filter((table) => BIG.includes(table))
