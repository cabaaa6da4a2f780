import { findPersonal, type PersonalFinding, type Refusal } from '@lianxin/contract'

/** A building may be named, because a vote may be about it; a door may not. */
const isDoor = ({ text }: PersonalFinding) => /室|号门|\d{3}|\d-\d/.test(text)

/**
 * Words that everybody will read hold no number that leads to a person, no plate and no door. Names cannot be told from
 * other words with certainty: those whoever writes is shown and decides about.
 */
export function publicWordsRefusal(words: string, field = 'words'): Refusal | undefined {
  const found = findPersonal(words).filter((one) =>
    one.kind === 'dwelling' ? isDoor(one) : one.kind !== 'name',
  )
  return found.length === 0
    ? undefined
    : {
        refusal: 'case.public-personal',
        fields: [
          {
            field,
            zh: '公开的话里不能有这些内容。',
            en: 'Public words may not hold what leads to a person.',
          },
        ],
      }
}
