import type { Bilingual } from '../schema.ts'
import type { Kind, KindMove, KindState } from './kind.ts'

/** Who reads: a requester is addressed, staff read about the requester. */
export type Reader = 'staff' | 'requester'

type Worded = Pick<KindState, 'name' | 'sentence' | 'staff'> | Pick<KindMove, 'name' | 'sentence' | 'staff'>

/** The name of a state or move as this reader knows it. */
export const nameFor = (worded: Worded, reader: Reader): Bilingual =>
  (reader === 'staff' ? worded.staff?.name : undefined) ?? worded.name

/** The name of the state with this code; the code itself where the kind has no such state. */
export function stateNameFor({ states }: Kind, code: string, reader: Reader): Bilingual {
  const state = states[code]
  return state ? nameFor(state, reader) : { zh: code, en: code }
}

/** The sentence of a state or move, addressed to this reader. */
export const sentenceFor = (worded: Worded, reader: Reader): Bilingual =>
  (reader === 'staff' ? worded.staff?.sentence : undefined) ?? worded.sentence

/** The sentence of a step with what was chosen in it, where its move tells that. */
export function withChosen(
  sentence: Bilingual,
  { moves, choices: lists }: Kind,
  { move, choices }: { readonly move: string; readonly choices: Readonly<Record<string, string>> },
): Bilingual {
  const told = (moves[move]?.tells ?? []).flatMap((name) => {
    const list = lists?.[name]
    const option = list?.options[choices[name] ?? '']
    return list && option ? [{ name: list.name, option }] : []
  })
  return {
    zh: sentence.zh + told.map(({ name, option }) => `${name.zh}：${option.zh}。`).join(''),
    en: sentence.en + told.map(({ name, option }) => ` ${name.en}: ${option.en}.`).join(''),
  }
}
