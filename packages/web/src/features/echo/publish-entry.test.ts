import { describe, expect, test } from 'vitest'
import { inputOf, isReady, keepOnPurpose, openFindings, type PublicText, remove } from './publish-entry.ts'

const text: PublicText = {
  raised: '3号楼的王大爷说没水，电话13900000001，再说一遍13900000001。',
  answer: '修好了，有事请打86861234。',
  placeShown: 'community',
  pictures: [],
  keep: [],
}
const draft = { entry: { id: 'a', version: 4, state: 'published' } } as unknown as Parameters<
  typeof inputOf
>[1]

describe('an answer on its way to the wall', () => {
  test('is ready only when every finding was removed or kept on purpose', () => {
    expect(isReady(text, [])).toBe(false)
    let now = text
    for (const field of ['raised', 'answer'] as const)
      for (let left = openFindings(now, field, []); left.length > 0; left = openFindings(now, field, [])) {
        const [first] = left
        if (first) now = first.kind === 'longNumber' ? keepOnPurpose(now, first) : remove(now, field, first)
      }
    expect(isReady(now, [])).toBe(true)
    expect(now.raised).toBe('某处的某居民说没水，电话（电话略），再说一遍（电话略）。')
    expect(inputOf(now, draft)).toMatchObject({ expectedVersion: 4, keep: ['86861234'] })
  })

  test('does not say that something is kept which is no longer there', () => {
    const kept = { ...text, answer: '修好了，谢谢。', keep: ['86861234'] }
    expect(inputOf(kept, draft).keep).toEqual([])
  })
})
