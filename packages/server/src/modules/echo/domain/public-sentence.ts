import type { Bilingual, KindState } from '@lianxin/contract'

type Named = { readonly name: string; readonly nameEn: string }

/** Sentences of a kind speak to the requester; these say the same to anybody else. */
const TO_OTHERS = {
  open: { zh: '{owner}正在办理。', en: '{owner} is working on it.' },
  again: {
    zh: '反映人说没有解决，{owner}正在重新安排。',
    en: 'The requester said it is not solved; {owner} is arranging it again.',
  },
  waiting: {
    zh: '办理单位说办好了，也核查过了，正在等反映人评价。',
    en: 'It was done and checked, and waits for the verdict of whoever raised it.',
  },
  closed: { zh: '这件事结束了。', en: 'This matter has ended.' },
} as const

const NAMES = {
  waiting: { zh: '待评价', en: 'Awaiting a verdict' },
  closed: { zh: '已结束', en: 'Ended' },
  open: { zh: '办理中', en: 'Being handled' },
} as const

const YOU = /您|你|\byou(?:r|rs)?\b/i
const addresses = ({ zh, en }: Bilingual): boolean => YOU.test(zh) || YOU.test(en)

/** Where a matter stands, said to somebody who did not raise it: as the kind says it, unless that speaks to the requester. */
export function publicSentence(state: KindState, owner: Named | undefined): Bilingual {
  const own = addresses(state.sentence) ? TO_OTHERS[state.reopens ? 'again' : state.tone] : state.sentence
  return {
    zh: own.zh.replaceAll('{owner}', owner?.name ?? '有关单位'),
    en: own.en.replaceAll('{owner}', owner?.nameEn ?? 'The unit in charge'),
  }
}

export const publicStateName = (state: KindState): Bilingual =>
  addresses(state.name) ? NAMES[state.tone] : state.name
