import type { Bilingual } from '@lianxin/contract'

type Named = { readonly name: string; readonly nameEn: string }

/** Fills the sentence of a state or move with the names of units; the requester's own steps name nobody. */
export function fill(
  sentence: Bilingual | undefined,
  names: {
    readonly owner?: Named | undefined
    readonly unit?: Named | undefined
    readonly about?: Named | undefined
  },
): Bilingual {
  const put = (text: string, pick: (named: Named) => string, nobody: string) =>
    text
      .replaceAll('{owner}', names.owner ? pick(names.owner) : nobody)
      .replaceAll('{unit}', names.unit ? pick(names.unit) : nobody)
      .replaceAll('{about}', names.about ? pick(names.about) : nobody)
  return {
    zh: put(sentence?.zh ?? '', (one) => one.name, '有关单位'),
    en: put(sentence?.en ?? '', (one) => one.nameEn, 'The unit in charge'),
  }
}
