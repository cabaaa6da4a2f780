import { leafOf, sealHashOf } from './merkle.ts'

/** A row of the read ledger, every column. `atMicros`: as exact as stored, microseconds since 1970. */
export type ReadRow = {
  readonly id: string
  readonly atMicros: number
  readonly account: string
  readonly post: string | null
  readonly unit: string | null
  readonly view: string
  readonly purpose: string | null
  readonly subjects: readonly string[]
  readonly sameHash: Uint8Array
}

/** The hash of a row: tenant, id, time, account, post, unit, view, purpose, grouping hash, number of people, people. */
export const leafOfRow = (tenant: number, row: ReadRow): Uint8Array =>
  leafOf([
    tenant,
    row.id,
    row.atMicros,
    row.account,
    row.post,
    row.unit,
    row.view,
    row.purpose,
    row.sameHash,
    row.subjects.length,
    ...row.subjects,
  ])

/** A seal: the root over `rowCount` rows, chained to the seal before. */
export type Seal = {
  readonly tenant: number
  /** From 1, without gaps. */
  readonly number: number
  readonly sealedAt: number
  readonly rowCount: number
  readonly root: Uint8Array
  readonly previous: Uint8Array
}

export const FIRST_PREVIOUS = new Uint8Array(32)

export const hashOfSeal = (seal: Seal): Uint8Array =>
  sealHashOf([seal.tenant, seal.number, seal.sealedAt, seal.rowCount, seal.root, seal.previous])

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** A seal as it is written outside the database: one line of JSON. */
export const lineOfSeal = ({ tenant, number, sealedAt, rowCount, root, previous }: Seal): string =>
  JSON.stringify({ tenant, number, sealedAt, rowCount, root: hex(root), previous: hex(previous) })

const HASH = /^[0-9a-f]{64}$/

/** Reads an exported line; undefined for anything else, such as a line that a killed process left half written. */
export function sealOfLine(line: string): Seal | undefined {
  try {
    const { tenant, number, sealedAt, rowCount, root, previous } = JSON.parse(line) as Record<string, unknown>
    const whole = [tenant, number, sealedAt, rowCount].every(Number.isSafeInteger)
    if (!whole || !HASH.test(String(root)) || !HASH.test(String(previous))) return undefined
    const bytes = (text: unknown) => new Uint8Array(Buffer.from(String(text), 'hex'))
    return {
      tenant: Number(tenant),
      number: Number(number),
      sealedAt: Number(sealedAt),
      rowCount: Number(rowCount),
      root: bytes(root),
      previous: bytes(previous),
    }
  } catch {
    return undefined
  }
}
