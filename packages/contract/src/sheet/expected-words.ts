import type { Bilingual } from '../schema.ts'
import { joined, mayBeLeftOut, present, type Shape } from './shape.ts'

/** As many of a list of choices as a sentence holds. */
const NAMED = 12

/** What may stand in a cell, in words. */
export function expectedWords(shape: Shape): Bilingual {
  const words = wordsOf(present(shape))
  return mayBeLeftOut(shape) ? { zh: `${words.zh}；可以不填`, en: `${words.en}; may be left empty` } : words
}

function wordsOf(shape: Shape): Bilingual {
  if (shape['x-expected']) return shape['x-expected']
  if (shape.type === 'boolean') return { zh: '是 或 否', en: 'yes or no' }
  if (shape.enum) return oneOf(shape)
  if (shape.type === 'array') {
    const each = wordsOf(shape.items ?? {})
    return { zh: `${each.zh}；几个时用“、”隔开`, en: `${each.en}; several are separated by “,”` }
  }
  if (shape.type === 'integer' || shape.type === 'number') return numberWords(shape)
  switch (shape['x-input']) {
    case 'time':
      return { zh: '时间，例如 08:30', en: 'a time, e.g. 08:30' }
    case 'day':
      return { zh: '日期，例如 2028-01-01', en: 'a day, e.g. 2028-01-01' }
    case 'monthDay':
      return { zh: '月日，例如 11月1日', en: 'a day of the year, e.g. 11-01' }
  }
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = shape
  return Number.isFinite(maxLength)
    ? { zh: `${minLength} 到 ${maxLength} 个字`, en: `text of ${minLength} to ${maxLength} characters` }
    : { zh: '文字', en: 'text' }
}

function oneOf({ enum: words = [], 'x-choices': names = {} }: Shape): Bilingual {
  const said = words.slice(0, NAMED).map((word) => names[word] ?? { zh: word, en: word })
  const more =
    words.length > NAMED
      ? { zh: ` 等 ${words.length} 种`, en: ` or another of ${words.length}` }
      : { zh: '', en: '' }
  const { zh, en } = joined(said, '、', ', ')
  return { zh: `其中一个：${zh}${more.zh}`, en: `one of: ${en}${more.en}` }
}

function numberWords({ type, minimum, maximum, multipleOf, 'x-unit': unit }: Shape): Bilingual {
  const span = {
    zh: minimum === undefined ? '' : `${minimum} 到 ${maximum} 的`,
    en: minimum === undefined ? '' : ` from ${minimum} to ${maximum}`,
  }
  const step =
    multipleOf === undefined
      ? { zh: '', en: '' }
      : { zh: `，每 ${multipleOf} 一档`, en: ` in steps of ${multipleOf}` }
  const counted = unit ? { zh: `（${unit.zh.trim()}）`, en: ` (${unit.en.trim()})` } : { zh: '', en: '' }
  return type === 'integer'
    ? { zh: `${span.zh}整数${counted.zh}`, en: `a whole number${span.en}${counted.en}` }
    : { zh: `${span.zh}数字${step.zh}${counted.zh}`, en: `a number${span.en}${step.en}${counted.en}` }
}
