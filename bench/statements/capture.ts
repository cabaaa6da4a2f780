import type pg from 'pg'
import { openConnection } from '../drive/http-connection.ts'
import type { Operation } from '../drive/operations.ts'
import { type SentTransaction, type Statement, tailOf, transactionsIn } from './server-log.ts'

/** One request as it was: when it was asked, what the server sent to the database for it, and what it answered. */
export type Captured = {
  readonly askedAt: number
  readonly transactions: readonly SentTransaction[]
  readonly body: Buffer
  readonly request: string | undefined
  /** The server had prepared them once and for all. */
  readonly prepared: boolean
}

/** Longer than the slowest beat of what the server does by itself. */
const LISTEN_MS = 11_000

/** What tells one piece of work from another: the first statement after the prologue. */
const openerOf = ({ statements }: SentTransaction): string =>
  statements.find(({ text }) => !/^\s*(begin|set )/i.test(text))?.text ?? ''

const setLogging = async (client: pg.Client, how: 'all' | 'none') => {
  await client.query(`alter system set log_statement = '${how}'`)
  await client.query('select pg_reload_conf()')
  await new Promise((resolve) => setTimeout(resolve, 300))
}

/**
 * Asks for an operation several times, one after the other, while the server logs every statement. What the application
 * does by itself meanwhile is known from listening first, and left out.
 */
export async function capture(
  client: pg.Client,
  logFile: string,
  port: number,
  operations: readonly Operation[],
  times: number,
): Promise<ReadonlyMap<string, readonly Captured[]>> {
  await setLogging(client, 'all')
  const line = await openConnection(port)
  try {
    const news = tailOf(logFile)
    await new Promise((resolve) => setTimeout(resolve, LISTEN_MS))
    const byItself = new Set(transactionsIn(news()).map(openerOf))
    const all = new Map<string, readonly Captured[]>()
    for (const operation of operations) {
      const requests = operation.requests(0, 1)
      if (!requests) throw new Error(`there is nothing to ask for ${operation.name}: load more matters`)
      const captured: Captured[] = []
      for (let n = 0; n < times; n++) {
        const request = requests.next()
        const askedAt = Date.now()
        const mark = `select 'asked ${operation.name} ${n}'`
        await client.query(mark)
        const answer = await line.send(request)
        if (answer.status !== 200)
          throw new Error(`${operation.name} was answered ${answer.status}: ${answer.body.toString()}`)
        requests.answered?.(answer)
        await client.query(`${mark} as answered`)
        await new Promise((resolve) => setTimeout(resolve, 60))
        const lines = news()
        const from = lines.findLastIndex((text) => text.includes(`asked ${operation.name} ${n}'"`))
        const to = lines.findLastIndex((text) => text.includes(`asked ${operation.name} ${n}' as`))
        const sent = transactionsIn(lines.slice(from + 1, to)).filter((one) => !byItself.has(openerOf(one)))
        captured.push({
          ...{ askedAt, transactions: sent, body: answer.body, request: request.body },
          prepared: sent.some(({ statements }) => statements.some((statement) => statement.prepared)),
        })
      }
      all.set(operation.name, mostlyAlike(captured))
    }
    return all
  } finally {
    line.close()
    await setLogging(client, 'none')
  }
}

/** A request during which somebody else's work came between, or began, would tell of other statements: it is left out. */
function mostlyAlike(captured: readonly Captured[]): readonly Captured[] {
  const shapeOf = (one: Captured) => one.transactions.map((sent) => sent.statements.length).join(' ')
  const shapes = Map.groupBy(captured, shapeOf)
  const usual = [...shapes.values()].sort((a, b) => b.length - a.length)
  const [first] = usual
  if (!first) throw new Error('nothing was captured')
  // Operations that come in several kinds (the moves of a chain) keep each kind that came at least twice.
  return usual.filter((alike) => alike.length > 1 || alike === first).flat()
}

export const flat = (one: Captured): readonly Statement[] =>
  one.transactions.flatMap((sent) => sent.statements)
