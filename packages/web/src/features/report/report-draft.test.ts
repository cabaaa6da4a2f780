import { expect, it } from 'vitest'
import { commandOf, EMPTY_REPORT, isWorthKeeping, lengthOf } from './report-draft.ts'

const written = {
  ...EMPTY_REPORT,
  words: '  三号楼楼道灯坏了三天  ',
  where: { communityCode: '210105001010', detail: '   ' },
}

it('a matter with words and a place becomes a command without empty entries', () => {
  expect(commandOf(written, 'zh-CN')).toEqual({
    words: '三号楼楼道灯坏了三天',
    where: { communityCode: '210105001010' },
    echoWall: false,
    language: 'zh-CN',
  })
})

it('photos, contact, item and details go along when they were given', () => {
  const full = {
    ...written,
    where: { ...written.where, detail: ' 二单元门口 ' },
    photos: [{ fileId: 'a', thumb: 'data:,' }],
    phone: ' 139 0000 0000 ',
    itemCode: 'lamp',
    echoWall: true,
  }
  expect(commandOf(full, 'en')).toMatchObject({
    where: { communityCode: '210105001010', detail: '二单元门口' },
    fileIds: ['a'],
    contact: { phone: '139 0000 0000' },
    itemCode: 'lamp',
    echoWall: true,
    language: 'en',
  })
})

it('consent to the echo wall is never assumed', () => {
  expect(EMPTY_REPORT.echoWall).toBe(false)
})

it('an untouched page is not worth keeping, one word is', () => {
  expect(isWorthKeeping(EMPTY_REPORT)).toBe(false)
  expect(isWorthKeeping({ ...EMPTY_REPORT, words: '灯' })).toBe(true)
})

it('characters are counted as people see them', () => {
  expect(lengthOf('灯坏了😀𠮷')).toBe(5)
})
