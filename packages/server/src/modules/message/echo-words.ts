import { type Bilingual, MINUTE_MS } from '@lianxin/contract'
import { ME_TOO_OTP_VALID_MS } from '../echo/index.ts'
import type { Language } from './words.ts'

/** What a matter is called to somebody who did not raise it: item and community, never its number. */
export type AboutMatter = { readonly item: Bilingual | null; readonly community: Bilingual }

const called = (language: Language, { item, community }: AboutMatter): string =>
  language === 'en'
    ? `“${item?.en ?? 'a matter'}” in ${community.en}`
    : `${community.zh}“${item?.zh ?? '一件事'}”`

/** To those who said “me too”: where it stands now. */
export const meTooWords = (language: Language, about: AboutMatter, sentence: Bilingual): string =>
  language === 'en'
    ? `【Lianxin】News on ${called(language, about)}, which you have too: ${sentence.en} Details: use your code.`
    : `【连心】您也遇到的${called(language, about)}有新进展：${sentence.zh}凭关注码可看详情。`

export const meTooOtpWords = (language: Language, digits: string, about: AboutMatter): string => {
  const minutes = ME_TOO_OTP_VALID_MS / MINUTE_MS
  return language === 'en'
    ? `【Lianxin】Code ${digits}, valid for ${minutes} minutes, to be told about ${called(language, about)}. Tell it to nobody.`
    : `【连心】验证码 ${digits}，${minutes} 分钟内有效，用于关注${called(language, about)}的进展。请不要告诉别人。`
}

const WALL = {
  published: {
    zh: '已经整理成公开的答复，放到回音壁上了，没有您的姓名、电话和门牌。不想公开了，凭查询码随时可以撤下。',
    en: 'is now on the echo wall, without your name, number and door. You can have it taken down at any time with your follow code.',
  },
  corrected: {
    zh: '在回音壁上的公开答复改过了。不想公开了，凭查询码随时可以撤下。',
    en: 'has been corrected on the echo wall. You can have it taken down at any time with your follow code.',
  },
  takenDown: { zh: '的公开答复已从回音壁撤下。', en: 'has been taken off the echo wall.' },
} as const

/** To the requester: what became public of the own matter. */
export const wallWords = (language: Language, number: string, step: keyof typeof WALL): string =>
  language === 'en' ? `【Lianxin】${number} ${WALL[step].en}` : `【连心】${number} ${WALL[step].zh}`
