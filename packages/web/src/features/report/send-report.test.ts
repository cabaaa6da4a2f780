import type { Receipt, ReportCase } from '@lianxin/contract'
import { expect, it } from 'vitest'
import { commandOf, EMPTY_REPORT } from './report-draft.ts'
import { sendReport, withUnanswered } from './send-report.ts'

const draft = { ...EMPTY_REPORT, words: '楼道灯坏了', where: { communityCode: '210105001010' } }
const body = commandOf(draft, 'zh-CN')
const receiptOf = (words: string): Receipt => ({
  caseId: '01900000-0000-7000-8000-000000000001',
  number: words,
  followCode: 'ABCD2345',
  ownerName: '牡丹社区',
  ownerNameEn: 'Mudan Community',
  dueAt: 0,
  provisional: false,
  place: '牡丹社区',
  placeEn: 'Mudan Community',
  gridWorker: null,
  sentence: { zh: '', en: '' },
})

/** A server that took `arrived` under this command id and refuses the id for anything else. */
const serverThatHas = (arrived: ReportCase) => async (sent: ReportCase) => {
  if (JSON.stringify(sent) !== JSON.stringify(arrived)) throw { code: 'input.key-reused' }
  return receiptOf(sent.words)
}

it('the same words again give the same receipt', async () => {
  expect(await sendReport(draft, 'zh-CN', serverThatHas(body))).toMatchObject({ earlier: false })
})

it('words changed after a lost answer: the receipt of what arrived, and it says so', async () => {
  const changed = { ...draft, words: '楼道灯坏了,很黑', unanswered: withUnanswered(draft, body) }
  expect(await sendReport(changed, 'zh-CN', serverThatHas(body))).toEqual({
    receipt: receiptOf('楼道灯坏了'),
    earlier: true,
  })
})

it('after several lost answers the one that arrived is found', async () => {
  const second = commandOf({ ...draft, words: '第二稿' }, 'zh-CN')
  const twice = { ...draft, words: '第三稿', unanswered: [body, second] }
  expect((await sendReport(twice, 'zh-CN', serverThatHas(second))).receipt.number).toBe('第二稿')
})

it('any other refusal is handed on', async () => {
  const refusing = () => Promise.reject({ code: 'place.outside' })
  await expect(sendReport(draft, 'zh-CN', refusing)).rejects.toEqual({ code: 'place.outside' })
})

it('the same body is remembered once', () => {
  const once = { ...draft, unanswered: withUnanswered(draft, body) }
  expect(withUnanswered(once, commandOf(draft, 'zh-CN'))).toHaveLength(1)
})
