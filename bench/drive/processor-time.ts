import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks a second in /proc, on every Linux that Node runs on. */
const TICKS = 100

type Spent = { readonly parent: number; readonly seconds: number; readonly reaped: number }

function spentBy(pid: string): Spent | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15)
    return {
      parent: fields[1] ?? 0,
      seconds: (user + system) / TICKS,
      reaped: (childUser + childSystem) / TICKS,
    }
  } catch {
    return undefined // it ended between the listing and the look
  }
}

/** Processor seconds that a process has spent, its children among them: the ended ones by the kernel's count. */
export function processorSeconds(pid: number): number {
  const own = spentBy(String(pid))
  if (!own) return 0
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => spentBy(name))
    .filter((spent) => spent?.parent === pid)
  return own.seconds + own.reaped + children.reduce((sum, child) => sum + (child?.seconds ?? 0), 0)
}
