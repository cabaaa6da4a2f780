import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { calibrated, fitCurve, type Judged, reliabilityOf } from './calibration.ts'
import { guessItems } from './guess-item.ts'
import { type ClosedMatter, Learner, MINIMUM_PEOPLE, THRESHOLD } from './learn-items.ts'
import { scoreItems } from './score-items.ts'
import { tokensOf } from './tokens.ts'

const item = (code: string, plain: string, ...keywords: string[]) => ({ code, name: plain, plain, keywords })
const ITEMS = [
  item('cold', '室温不达标', '暖气不热', 'heating'),
  item('rubbish', '垃圾没人收', '垃圾桶满了'),
  item('lamp', '路灯不亮', '路灯坏了'),
]
const SAID: Readonly<Record<string, readonly string[]>> = {
  cold: ['暖气一直不热，屋里冷', '家里才十五度，暖气温的', '屋里冷得睡不着'],
  rubbish: ['楼下垃圾没人收，味道大', '垃圾桶满了好几天', '楼下堆着垃圾'],
  lamp: ['小路的灯不亮，晚上看不见', '路灯坏了三盏', '晚上黑，路灯不亮'],
}
const uuid = (serial: number) => `00000000-0000-7000-8000-${serial.toString(16).padStart(12, '0')}`
const taught = async (count: number, more: (serial: number) => Partial<ClosedMatter> = () => ({})) => {
  const learner = new Learner(() => ITEMS)
  const codes = Object.keys(SAID)
  for (let serial = 0; serial < count; serial += 1) {
    const itemCode = codes[serial % codes.length] ?? ''
    const said = SAID[itemCode] ?? []
    const words = said[Math.floor(serial / 3) % said.length] ?? ''
    learner.take({
      id: uuid(serial),
      itemCode,
      kind: 'request',
      words,
      person: `p${serial % 40}`,
      ...more(serial),
    })
  }
  return learner.finish()
}
const learning = async (count = 600) => {
  const { learnt, outcome } = await taught(count)
  return { ...learnt, ...outcome, trust: outcome.trust ?? 0 }
}

describe('pieces of a text', () => {
  it('are words, pairs of characters and Latin words, each once', () => {
    expect(tokensOf('暖气不热，暖气不热！Heating OFF')).toEqual(
      expect.arrayContaining(['暖气', '不热', '气不', 'heating', 'off']),
    )
    expect(new Set(tokensOf('暖气不热，暖气不热')).size).toBe(tokensOf('暖气不热，暖气不热').length)
  })

  it.each([
    '',
    '   ',
    '。！？',
    '13800000000',
    '１３８００００００００',
    '3-2-501',
    '😀😀',
    '\u202E\u0000',
    '热',
  ])('of %j are none', (text) => {
    expect(tokensOf(text)).toEqual([])
  })

  test('never hold a number, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        for (const token of tokensOf(text)) expect(token).toMatch(/^(\p{Script=Han}{2,8}|[a-z]{3,20})$/u)
      }),
      { numRuns: 300, seed: 7 },
    )
  })
})

describe('likely items', () => {
  it('share what is likely: together they make one, whatever is written', async () => {
    const learnt = await learning()
    const piece = fc.constantFrom('暖气', '不热', '垃圾', '路灯', '张三', '的的的', 'heating', 'x', '1', '，')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const scored = scoreItems(ITEMS, tokensOf(pieces.join('')), learnt)
        const sum = scored.reduce((all, { share }) => all + share, 0)
        expect(scored.length === 0 || Math.abs(sum - 1) < 1e-9).toBe(true)
        for (const { share } of scored) expect(share >= 0 && share <= 1).toBe(true)
        const guessed = guessItems(ITEMS, pieces.join(''), learnt).items
        const claimed = guessed.reduce((all, { confidence }) => all + (confidence ?? 0), 0)
        expect(claimed).toBeLessThanOrEqual(1 + 1e-9)
      }),
      { numRuns: 200, seed: 11 },
    )
  })

  it('come with the words that spoke for them', async () => {
    const [first] = guessItems(ITEMS, '我家暖气不热，屋里冷', await learning()).items
    expect(first?.item.code).toBe('cold')
    expect(first?.because.length).toBeGreaterThan(0)
    for (const word of first?.because ?? []) expect('我家暖气不热，屋里冷').toContain(word)
    expect(first?.confidence).toBeGreaterThan(0.8)
  })

  it('are none for words that nobody has seen, and for no words', async () => {
    for (const words of ['', '请问几号公示', '完全陌生的内容', 'zzz qqq', '13800000000'])
      expect(guessItems(ITEMS, words, await learning())).toEqual({ itemsBy: 'learnt', items: [] })
  })

  it('are found by the catalogue’s words for an item that no matter was about yet', async () => {
    const wider = [...ITEMS, item('lift', '电梯停了', '电梯坏了')]
    expect(scoreItems(wider, tokensOf('电梯坏了'), await learning())[0]?.item.code).toBe('lift')
  })

  it('go by the catalogue’s words alone, and claim nothing, while too few matters are closed', async () => {
    const few = await taught(90)
    const guessed = guessItems(ITEMS, '暖气不热', { ...few.learnt, ...few.outcome, trust: 0 })
    expect(guessed.itemsBy).toBe('keywords')
    expect(guessed.items[0]).toMatchObject({ item: { code: 'cold' }, confidence: null })
    expect(guessItems(ITEMS, '暖气不热', null).itemsBy).toBe('keywords')
  })
})

describe('learning', () => {
  it('forgets what fewer than five different people wrote, however often', async () => {
    const { learnt } = await taught(600, (serial) =>
      serial % 3 === 0
        ? { words: '暖气不热，找欧阳玄策', person: `known${serial % (MINIMUM_PEOPLE - 1)}` }
        : { person: `p${serial % 40}` },
    )
    expect([...learnt.counts.keys()].filter((token) => /欧阳|玄策/.test(token))).toEqual([])
    expect(learnt.counts.has('垃圾')).toBe(true)
  })

  it('checks on matters that it did not learn from', async () => {
    const { outcome } = await taught(600)
    expect(outcome.learntFrom + outcome.checkedOn).toBeLessThan(600)
    expect(outcome.bins.reduce((sum, { count }) => sum + count, 0)).toBe(outcome.checkedOn)
    expect(outcome.right + outcome.unknown).toBeLessThanOrEqual(outcome.checkedOn)
  })

  it('trusts the catalogue’s words as far as closed matters bear them out, and counts each way alone beside both', async () => {
    // Whoever writes a keyword means its item: the words of the catalogue are right where learnt pieces mislead.
    const { outcome: faithful } = await taught(600, (serial) => ({
      itemCode: ['cold', 'rubbish', 'lamp'][serial % 3] ?? '',
      words: `${['暖气不热', '垃圾桶满了', '路灯坏了'][serial % 3]}，麻烦看看`,
    }))
    expect(faithful.trust).toBeGreaterThan(0)
    // Here the keyword always stands where something else is meant.
    const { outcome: misleading } = await taught(600, (serial) => ({
      itemCode: ['cold', 'rubbish', 'lamp'][serial % 3] ?? '',
      words: ['路灯坏了，屋里', '暖气不热，楼下', '垃圾桶满了，晚上'][serial % 3] ?? '',
    }))
    expect(misleading.trust).toBe(0)
    expect(misleading.firstRight).toMatchObject({ keywords: 0, both: misleading.checkedOn })
    for (const { firstRight, checkedOn } of [faithful, misleading])
      expect(firstRight?.both).toBeLessThanOrEqual(checkedOn)
  })

  it('says that it does not know where the words say nothing of the item', async () => {
    const { learnt, outcome } = await taught(900, (serial) => ({
      words: SAID[Object.keys(SAID)[(serial * 7 + (serial >> 3)) % 3] ?? '']?.[0] ?? '',
    }))
    const noisy = { ...learnt, ...outcome }
    expect(calibrated(noisy.curve, 1)).toBeLessThan(0.6)
    expect(outcome.unknown).toBeGreaterThan(outcome.checkedOn / 2)
    expect(THRESHOLD).toBe(0.4)
  })
})

const anyJudged: fc.Arbitrary<Judged[]> = fc.array(
  fc.record({ claimed: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() }),
  { maxLength: 300 },
)

test('more confidence claimed is never less confidence given, and both stay between none and all', () => {
  fc.assert(
    fc.property(
      anyJudged,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 30 }),
      (judged, asked) => {
        const curve = fitCurve(judged)
        const given = asked.toSorted((a, b) => a - b).map((claimed) => calibrated(curve, claimed))
        for (const [index, one] of given.entries()) {
          expect(one >= 0 && one <= 1).toBe(true)
          expect(one).toBeGreaterThanOrEqual((given[index - 1] ?? 0) - 1e-12)
        }
      },
    ),
    { numRuns: 300, seed: 3 },
  )
})

test('confidence is what was measured: claims of nine in ten that are right half of the time give about a half', () => {
  const judged = Array.from({ length: 200 }, (_, index) => ({ claimed: 0.9, right: index % 2 === 0 }))
  expect(calibrated(fitCurve(judged), 0.9)).toBeCloseTo(0.5, 1)
})

test('the reliability table counts each suggestion once, with the room that chance leaves', () => {
  fc.assert(
    fc.property(anyJudged, (judged) => {
      const bins = reliabilityOf(judged)
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(judged.length)
      for (const { count, observed, low, high, predicted, from, to } of bins) {
        expect(count === 0).toBe(observed === null)
        if (observed === null || low === null || high === null || predicted === null) continue
        expect(low <= observed + 1e-12 && observed <= high + 1e-12).toBe(true)
        expect(predicted >= from - 1e-12 && predicted <= to + 1e-12).toBe(true)
      }
    }),
    { numRuns: 100, seed: 5 },
  )
})
