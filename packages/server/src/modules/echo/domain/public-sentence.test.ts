import { KINDS } from '@lianxin/contract'
import { expect, test } from 'vitest'
import { publicSentence, publicStateName } from './public-sentence.ts'

const owner = { name: '区供水部门', nameEn: 'Water department' }
const states = KINDS.flatMap((kind) =>
  Object.entries(kind.states).map(([name, state]) => [`${kind.kind} ${kind.version}`, name, state] as const),
)

test.each(states)('%s in %s is said to others as to others', (_kind, _name, state) => {
  for (const { zh, en } of [
    publicSentence(state, owner),
    publicSentence(state, undefined),
    publicStateName(state),
  ]) {
    expect(zh).not.toMatch(/[您你{]/)
    expect(en).not.toMatch(/\byou|your\b|\{/i)
    expect(zh && en).toBeTruthy()
  }
})
