import type { TopicEvidence } from '../queries/topic-evidence.ts'

type Named = { readonly name: string; readonly nameEn: string }

/** What a topic says of itself, in both languages: it is stored once and read in either. */
export function topicWords(
  place: Named,
  item: Named,
  { month, counted, expected, found }: TopicEvidence,
): string {
  const usual = expected === null ? null : Math.round(expected * 10) / 10
  const zh = usual === null ? '' : `，按往常的份额约 ${usual} 件`
  const en = usual === null ? '' : `, about ${usual} by its usual share`
  const why = found
    ? { zh: '超出偶然和季节', en: 'beyond chance and season' }
    : { zh: '由工作人员提出', en: 'proposed by staff' }
  return `${place.name} · ${item.name}：${month} 有 ${counted} 件${zh}（${why.zh}）。\n${place.nameEn} · ${item.nameEn}: ${counted} in ${month}${en} (${why.en}).`
}
