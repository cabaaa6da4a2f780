import type { CaseView, FieldProblem, FollowView, ItemAnswer, ItemView } from '@lianxin/contract'
import { expect, test } from 'vitest'
import { eraseContent } from '../../src/kernel/content.ts'
import { addItems } from '../../src/modules/catalogue/index.ts'
import { describeInTown } from './open-town.ts'
import { GRIDS, ITEMS } from './town.ts'

type Problem = { code?: string; title?: string; fields?: FieldProblem[] }

describeInTown('what an item asks', (town) => {
  const report = (itemCode: string, answers?: readonly ItemAnswer[], language?: string) =>
    town().anybody.report(
      { itemCode, ...(answers ? { answers: [...answers] } : {}) },
      language ? { language } : {},
    )

  test('must be answered when it is reported; the sentence says what is missing, in the reader’s language', async () => {
    const silent = await report('lift')
    const problem = silent.body as Problem
    expect([silent.status, problem.code]).toEqual([422, 'case.answer-missing'])
    expect(problem.title).toBe('办的人要先知道：有人被困吗？')
    expect(problem.fields?.map(({ field }) => field)).toEqual(['answers.trapped'])
    expect(((await report('lift', [], 'en')).body as Problem).title).toContain('Is anybody trapped?')
    for (const answers of [
      [{ question: 'trapped', choice: 'perhaps' }],
      [{ question: 'colour', choice: 'red' }],
      [
        { question: 'trapped', choice: 'no' },
        { question: 'trapped', choice: 'no' },
      ],
    ])
      expect(((await report('lift', answers)).body as Problem).code).toBe('input.invalid')
    expect((await report('cold', [{ question: 'trapped', choice: 'no' }])).status).toBe(400)
    const unasked = await town().anybody.report({ answers: [{ question: 'trapped', choice: 'no' }] })
    expect(unasked.status).toBe(400)
  })

  test('is shown to whoever handles it and to the requester, and is erased with the words', async () => {
    const { as, follow, inside } = town()
    const { body: receipt } = await report('lift', [
      { question: 'floor', words: '七楼' },
      { question: 'trapped', choice: 'no' },
    ])
    const staff = async () => (await (await as('worker1')).get<CaseView>(`/api/cases/${receipt.caseId}`)).body
    const kase = await staff()
    expect(kase.item?.code).toBe('lift')
    expect(kase.answers).toEqual([
      { question: { zh: '有人被困吗？', en: 'Is anybody trapped?' }, answer: { zh: '没有', en: 'No' } },
      { question: { zh: '几楼？', en: 'Which floor?' }, answer: { zh: '七楼', en: '七楼' } },
    ])
    const own = (await (await follow(receipt)).get<FollowView>('/api/follow/case')).body
    expect(own.answers).toEqual(kase.answers)
    await inside((tx) => eraseContent(tx, receipt.caseId))
    expect((await staff()).answers).toEqual([])
  })

  test('can make it a more urgent item, with that item’s level', async () => {
    const { body: receipt } = await report('lift', [{ question: 'trapped', choice: 'yes' }])
    const { body } = await (await town().as('worker1')).get<CaseView>(`/api/cases/${receipt.caseId}`)
    expect([body.item?.code, body.level]).toEqual(['trapped', 5])
    // What was asked stays what was asked.
    expect(body.answers.map(({ answer }) => answer.en)).toEqual(['Yes'])
  })

  test('is asked of staff too, and an item that is not for a kind is refused', async () => {
    const raised = await (await town().as('grid1')).post<Problem>('/api/cases/raised', {
      ...{ kind: 'finding', words: '电梯停了', where: { gridCode: GRIDS[0] }, itemCode: 'lift' },
    })
    expect([raised.status, raised.body.code]).toEqual([422, 'case.item-unknown'])
  })

  test('stands in the catalogue that everybody can read; the provincial base is extended, never edited', async () => {
    const { body } = await town().anybody.get<ItemView[]>('/api/items')
    const lift = body.find(({ code }) => code === 'lift')
    expect([lift?.origin, lift?.kinds, lift?.questions.length]).toEqual(['province', ['request'], 2])
    expect(body.find(({ code }) => code === 'trapped')?.origin).toBe('district')
    const [first] = ITEMS
    if (!first) throw new Error('the town has no items')
    const edit = town().inside((tx) =>
      addItems(tx, [{ ...first, version: 2, limit: 99, origin: 'district' }]),
    )
    await expect(edit).rejects.toThrow('never edited')
  })
})
