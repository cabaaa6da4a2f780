import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = ['tokens.css', 'tokens-wall.css']
  .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
  .join('\n')
/** A token may be stated again for 长辈版: every statement of it must hold. */
const tokens = Map.groupBy(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => ({ name, light, dark }),
  ),
  ({ name }) => name,
)

/** Relative luminance, WCAG 2.2. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const GROUNDS = ['ground', 'surface', 'surface-sunk']
const STATES = ['open', 'due-soon', 'overdue', 'waiting', 'closed', 'suspended']

/** Every pair of text and ground that style sheets put together. */
const TEXT: readonly (readonly [ink: string, ground: string])[] = [
  ...['ink', 'ink-soft', 'ink-quiet', 'action', 'action-strong', 'danger'].flatMap((ink) =>
    GROUNDS.map((ground) => [ink, ground] as const),
  ),
  ...STATES.flatMap((state) => [
    [`state-${state}`, `state-${state}-tint`] as const,
    [`state-${state}`, 'surface'] as const,
    [`state-${state}`, 'ground'] as const,
    ['ink', `state-${state}-tint`] as const,
  ]),
  ['on-action', 'action'],
  ['on-action', 'action-strong'],
  ['action', 'action-tint'],
  ['action-strong', 'action-tint'],
  ['ink', 'action-tint'],
  ['ink-quiet', 'action-tint'],
  ['on-danger', 'danger'],
  ['danger', 'danger-tint'],
  ['danger-strong', 'danger-tint'],
  ['ink', 'danger-tint'],
  ['on-brand', 'brand'],
  ['ink', 'brand-tint'],
  ['ink-soft', 'brand-tint'],
  ['ink-quiet', 'brand-tint'],
  ['brand-ink', 'brand-tint'],
  ['brand-ink', 'surface'],
  ...['wall-ground', 'wall-surface', 'wall-raised'].flatMap((ground) =>
    ['ink', 'soft', 'quiet', 'chosen', 'open', 'due-soon', 'overdue', 'closed'].map(
      (ink) => [`wall-${ink}`, ground] as const,
    ),
  ),
  ...['land', 'shade-open', 'shade-some', 'shade-many'].map(
    (ground) => ['wall-ink', `wall-${ground}`] as const,
  ),
  ['ink', 'map-land'],
  ['ink-quiet', 'map-land'],
]

/** Lines that one must see to use a control (WCAG 1.4.11). */
const LINES: readonly (readonly [string, string])[] = [
  ...GROUNDS.flatMap((ground) => [
    ['line-strong', ground] as const,
    ['focus', ground] as const,
    ['action', ground] as const,
    ['brand', ground] as const,
  ]),
  ['brand', 'map-land'],
]

const hexesOf = (name: string, theme: 'light' | 'dark'): string[] => {
  const stated = tokens.get(name)
  if (!stated) throw new Error(`tokens.css has no colour --${name}`)
  return stated.map((token) => token[theme])
}

const leastContrast = (one: string, other: string, theme: 'light' | 'dark'): number =>
  Math.min(
    ...hexesOf(one, theme).flatMap((first) => hexesOf(other, theme).map((second) => contrast(first, second))),
  )

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  test.each(TEXT)('%s can be read on %s', (ink, ground) => {
    expect(leastContrast(ink, ground, theme)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(LINES)('%s can be seen on %s', (line, ground) => {
    expect(leastContrast(line, ground, theme)).toBeGreaterThanOrEqual(3)
  })
})

test('every colour of a state has its tint and belongs to a pair that is checked', () => {
  const checked = new Set([...TEXT, ...LINES].flat())
  const decorative = [
    'line',
    'focus-gap',
    'map-line',
    'map-street',
    'map-compound',
    'map-building',
    'wall-rule',
    'wall-map-line',
    'wall-map-street',
    'wall-map-building',
  ]
  const forgotten = [...tokens.keys()].filter((name) => !checked.has(name) && !decorative.includes(name))
  expect(forgotten).toEqual([])
})

test('长辈版 never goes below 20 px of text and 60 px of target', () => {
  const elder = /\[data-elder\] \{([^}]*)\}/.exec(css)?.[1] ?? ''
  const rems = [...elder.matchAll(/--(text[\w-]*|target[\w-]*):\s*([\d.]+)rem/g)]
  expect(rems.length).toBeGreaterThanOrEqual(8)
  for (const [, name = '', rem] of rems)
    expect(Number(rem) * 16, name).toBeGreaterThanOrEqual(name.startsWith('text') ? 20 : 60)
})

test('body text is 17, 16 and 14 px on the three faces, and every target at least 44 px', () => {
  const faces = ['resident', 'field', 'desk'].map((face) => {
    const block = new RegExp(`\\[data-face="${face}"\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? ''
    const size = (token: string) => Number(new RegExp(`--${token}:\\s*([\\d.]+)rem`).exec(block)?.[1]) * 16
    return { text: size('text'), target: size('target') }
  })
  expect(faces.map(({ text }) => text)).toEqual([17, 16, 14])
  for (const { target } of faces) expect(target).toBeGreaterThanOrEqual(44)
})

test('nothing moves for longer than 200 ms', () => {
  const times = [...css.matchAll(/--(?:quick|calm):\s*(\d+)ms/g)].map(([, ms]) => Number(ms))
  expect(times.length).toBeGreaterThan(0)
  expect(Math.max(...times)).toBeLessThanOrEqual(200)
})
