import { expect, test } from 'vitest'
import { meTooWords } from './echo-words.ts'
import { otpWords, type StepTold, stepWords } from './words.ts'

const told: StepTold = {
  number: 'HG-260302-0042-K',
  registered: false,
  sentence: { zh: '区供水部门正在办理。', en: 'Water department is working on it.' },
  dueAt: Date.parse('2026-03-04T09:05:00Z'),
  provisional: false,
  replyBy: false,
}

test.each<[string, Partial<StepTold>, string, string]>([
  [
    'a step',
    {},
    '【连心】HG-260302-0042-K 有新进展：区供水部门正在办理。这一步最迟3月4日17:05前完成。凭回执上的查询码可看详情。',
    '【Lianxin】News on HG-260302-0042-K: Water department is working on it. This step is due by 4 March, 17:05. Details: use the follow code on your receipt.',
  ],
  [
    'a new matter',
    { registered: true },
    '【连心】您反映的事已登记，编号 HG-260302-0042-K。区供水部门正在办理。这一步最迟3月4日17:05前完成。凭回执上的查询码可看详情。',
    '【Lianxin】Your matter is registered as HG-260302-0042-K. Water department is working on it. This step is due by 4 March, 17:05. Details: use the follow code on your receipt.',
  ],
  [
    'a question to the reader, whose deadline is the reader’s own',
    { replyBy: true, sentence: { zh: '解决了吗？', en: 'Is it solved?' } },
    '【连心】HG-260302-0042-K 有新进展：解决了吗？请在3月4日17:05前答复。凭回执上的查询码可看详情。',
    '【Lianxin】News on HG-260302-0042-K: Is it solved? Please answer by 4 March, 17:05. Details: use the follow code on your receipt.',
  ],
  [
    'an end, which has no deadline',
    { dueAt: null, sentence: { zh: '这件事办结了。', en: 'This matter is closed.' } },
    '【连心】HG-260302-0042-K 有新进展：这件事办结了。凭回执上的查询码可看详情。',
    '【Lianxin】News on HG-260302-0042-K: This matter is closed. Details: use the follow code on your receipt.',
  ],
  [
    'a deadline beyond the published holidays, on the day after in the reader’s zone',
    { provisional: true, dueAt: Date.parse('2026-12-31T16:30:00Z') },
    '【连心】HG-260302-0042-K 有新进展：区供水部门正在办理。这一步最迟1月1日00:30前完成（暂定，待放假安排公布）。凭回执上的查询码可看详情。',
    '【Lianxin】News on HG-260302-0042-K: Water department is working on it. This step is due by 1 January, 00:30 (provisional until the public holidays are announced). Details: use the follow code on your receipt.',
  ],
  [
    'a deadline that ends with a day, which nobody should take for the day after',
    { dueAt: Date.parse('2026-03-04T16:00:00Z') },
    '【连心】HG-260302-0042-K 有新进展：区供水部门正在办理。这一步最迟3月4日23:59前完成。凭回执上的查询码可看详情。',
    '【Lianxin】News on HG-260302-0042-K: Water department is working on it. This step is due by 4 March, 23:59. Details: use the follow code on your receipt.',
  ],
])('%s is told in Chinese and in English', (_, more, zh, en) => {
  expect(stepWords('zh-CN', { ...told, ...more })).toBe(zh)
  expect(stepWords('en', { ...told, ...more })).toBe(en)
})

test('a one-time code says what it opens, how long it is good for and to keep it', () => {
  expect(otpWords('zh-CN', '012345', 'HG-260302-0042-K')).toBe(
    '【连心】验证码 012345，10 分钟内有效，用于查看 HG-260302-0042-K 的进度。请不要告诉别人。',
  )
  expect(otpWords('en', '012345', 'HG-260302-0042-K')).toBe(
    '【Lianxin】Code 012345, valid for 10 minutes, to see how HG-260302-0042-K is going. Tell it to nobody.',
  )
})

test('whoever has the same trouble is told where in their own language', () => {
  const about = {
    item: { zh: '停水', en: 'No water' },
    community: { zh: '牡丹社区', en: 'Mudan Community' },
  }
  expect(meTooWords('zh-CN', about, told.sentence)).toContain('您也遇到的牡丹社区“停水”有新进展')
  expect(meTooWords('en', about, told.sentence)).toContain('“No water” in Mudan Community')
})
