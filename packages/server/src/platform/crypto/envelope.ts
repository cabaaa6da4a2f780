import { CryptoError } from './crypto-error.ts'
import type { SealAlgorithm } from './seal-algorithm.ts'
import { type DataKey, openBox, placeBytes, placeWithin, sealBox } from './sealed-box.ts'
import type { UnreadableCells } from './unreadable-cells.ts'

/** The one cell that a sealed value belongs to: moved to any other, it does not open. */
export interface CellPlace {
  readonly table: string
  readonly column: string
  /** The row's id as text (a composite key joined by the caller), without the tenant. */
  readonly row: string
}

/** Seals values under the keys of one tenant. Synchronous, so that it can stand inside a transaction. */
export interface Envelope {
  seal(plaintext: Uint8Array | string, place: CellPlace): Uint8Array
  /** @throws CryptoError `damaged`, `unknown-key` or `unknown-algorithm` */
  open(sealed: Uint8Array, place: CellPlace): Uint8Array
  /** As `open`, for what was sealed from a string. */
  openText(sealed: Uint8Array, place: CellPlace): string
  /** For one text among many: undefined when it cannot be opened, and the operator has been told where. */
  readable(sealed: Uint8Array, place: CellPlace): string | undefined
}

/** The keys of one purpose: one writes, all of them open. */
export interface KeySet {
  readonly writing: DataKey
  readonly all: readonly DataKey[]
}

/** One for all: it keeps nothing between two texts, and making it takes as long as using it. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function createEnvelope(
  tenant: number,
  purpose: string,
  keys: KeySet,
  algorithm: SealAlgorithm,
  tell?: UnreadableCells['tell'],
): Envelope {
  const byId = new Map(keys.all.map((key) => [key.id, key]))
  const columns = new Map<string, Uint8Array>()
  const bytesOf = ({ table, column, row }: CellPlace) => {
    const name = `${table}.${column}`
    const known = columns.get(name)
    const ofColumn = known ?? placeBytes(purpose, tenant, table, column)
    if (!known) columns.set(name, ofColumn)
    return placeWithin(ofColumn, row)
  }
  const open = (sealed: Uint8Array, place: CellPlace) =>
    openBox((id) => byId.get(id), sealed, bytesOf(place), `${place.table}.${place.column}`)
  const openText = (sealed: Uint8Array, place: CellPlace) => {
    try {
      return utf8.decode(open(sealed, place))
    } catch (cause) {
      if (cause instanceof CryptoError) throw cause
      throw new CryptoError('damaged', `${place.table}.${place.column} does not hold text`)
    }
  }
  return {
    seal: (plaintext, place) =>
      sealBox(
        algorithm,
        keys.writing,
        typeof plaintext === 'string' ? Buffer.from(plaintext, 'utf8') : plaintext,
        bytesOf(place),
      ),
    open,
    openText,
    readable(sealed, place) {
      try {
        return openText(sealed, place)
      } catch (cause) {
        if (!(cause instanceof CryptoError)) throw cause
        tell?.(tenant, place, cause.code)
        return undefined
      }
    },
  }
}
