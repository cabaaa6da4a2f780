import Type, { type Static } from 'typebox'
import { Bilingual, Nullable, OneOf } from '../schema.ts'

/**
 * As much as a spreadsheet may hold; both are said to whoever sends more. Whatever can be decided goes out and comes in again:
 * names stand in a sheet where a decision has short codes, and make it up to five times as long.
 */
export const MOST_SHEET_CHARACTERS = 1_300_000
export const MOST_SHEET_ROWS = 1_000
/** The same as a body: three bytes for a Chinese character, and what JSON adds. */
export const MOST_SHEET_BYTES = 4 * 1024 * 1024

/** What stands where it cannot: in which column, what was found there, what was expected. */
export const CellFault = Type.Object({
  /** Null: it is about the row or the sheet as a whole. */
  column: Nullable(Bilingual),
  found: Nullable(Type.String()),
  expected: Bilingual,
})
export type CellFault = Static<typeof CellFault>

/** `house`: names something for which the district has decided nothing. */
export const ROW_OUTCOMES = ['read', 'house', 'refused'] as const

/** What becomes of each row of a sheet of rules. `line`: in the file, the head is 1. */
export const RuleSheetReport = Type.Object({
  rows: Type.Array(
    Type.Object({
      line: Type.Integer({ minimum: 1 }),
      said: Type.String(),
      outcome: OneOf(ROW_OUTCOMES),
      faults: Type.Array(CellFault),
    }),
  ),
  /** What is wrong with the sheet, and with what its right rows say together. */
  faults: Type.Array(CellFault),
  /** Columns that nobody knows: passed over. */
  notRead: Type.Array(Type.String()),
  read: Type.Integer({ minimum: 0 }),
  refused: Type.Integer({ minimum: 0 }),
  /** What the right rows say; null: the sheet cannot be read at all. Nothing is kept of it: deciding is a step of its own. */
  value: Type.Unknown(),
})
export type RuleSheetReport = Static<typeof RuleSheetReport>

/** A spreadsheet as text, as the export writes it; columns in any order. */
export const RuleSheet = Type.Object(
  { csv: Type.String({ minLength: 1, maxLength: MOST_SHEET_CHARACTERS }) },
  { additionalProperties: false },
)
