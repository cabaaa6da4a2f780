import type { Shortfall } from '../rules/vote.ts'
import type { AssignmentState } from './assignment-states.ts'

/** What an outcome of a move depends on. */
export type Condition =
  | { readonly input: 'solved'; readonly is: boolean }
  | { readonly assignments: 'allDone' | 'noneOpen' | 'someOpen' }
  /** No unit of the present round is in one of these states. */
  | { readonly none: readonly AssignmentState[] }
  /** Each unit that did its part has all of these flags, those of this move included. */
  | { readonly everyUnit: readonly string[] }
  | { readonly choice: string; readonly is: string }
  | { readonly vote: string; readonly is: 'passed' | 'failed' }
  /** The vote fell short of exactly that. */
  | { readonly vote: string; readonly short: Shortfall }
  /** Each party has this flag, that of the move included. */
  | { readonly everyParty: string }
  /** All, or more than half, of those who complained have this flag, that of the move included. */
  | { readonly complainants: 'all' | 'most'; readonly flag: string }
