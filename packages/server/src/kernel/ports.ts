import type { RawBuilder, Transaction } from 'kysely'
import type { DB } from '../generated/db.ts'

/** What the kernel needs of the world around it. The platform provides it; tests provide a clock of their own. */
export interface World {
  readonly database: TransactionOpener
  readonly clock: { now(): number }
  /**
   * The machine's own time, for what guards people who sit there: sessions, one-time codes, wrong tries. A demonstration's
   * `clock` may run faster, this one never does. The two are not compared.
   */
  readonly wall: { now(): number }
  /** The open keys of a tenant, for sealing what people wrote. */
  keysOf(tenant: number): Promise<Keys>
  /** Told of what has committed events here, so that whoever follows the tenant looks at once. */
  committed?(tenant: number): void
  readonly log: {
    info(fields: object, text: string): void
    warn(fields: object, text: string): void
    error(fields: object, text: string): void
  }
}

/** Names the statement that travels with COMMIT; nobody looks at what it returns. */
export type CloseWith = (last: RawBuilder<unknown>) => void

/** Opens a transaction whose first statements are the prologue, in as few round trips as the driver allows. */
export interface TransactionOpener {
  inTransaction<T>(
    prologue: string,
    work: (trx: Transaction<DB>, closeWith: CloseWith) => Promise<T>,
  ): Promise<T>
}

export interface SealContext {
  readonly table: string
  readonly column: string
  readonly row: string
}

export interface Keys {
  readonly columns: {
    seal(plaintext: string | Uint8Array, context: SealContext): Uint8Array
    open(sealed: Uint8Array, context: SealContext): Uint8Array
    /** Undefined when it cannot be opened; the operator has been told where. */
    readable(sealed: Uint8Array, context: SealContext): string | undefined
  }
  blindIndex(field: string, normalisedValue: string): Uint8Array
}
