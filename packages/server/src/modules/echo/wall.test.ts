import type { EchoEntry, EchoStanding } from '@lianxin/contract'
import { beforeAll, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import { type EchoDistrict, echoDistrict, openBox } from '../../../test/support/echo-hands.ts'
import { anonymous } from '../../kernel/actor.ts'
import { echo } from './index.ts'

describeOnEachDatabase('reading the wall', (database) => {
  const room = echo(openBox(), async () => ({ refusal: 'file.damaged' }))
  let at: EchoDistrict
  beforeAll(async () => {
    at = await echoDistrict(database(), [room])
  })

  test('the wall is searched by words, item and place, and read page by page without a gap', async () => {
    const ids: string[] = []
    for (const thing of ['电梯井', '电梯门', '电梯灯']) {
      at.clock.advance(1_000)
      const caseId = await at.closedCase({ echoWall: true })
      ids.push(String((await at.publish(caseId, { raised: `${thing}有异响，请看看。` })).body['entryId']))
    }
    const idsOf = async (question: string) => (await at.wall(question)).rows.map(({ id }) => id)
    expect(await idsOf('?q=电梯')).toEqual(ids.toReversed())
    expect(await idsOf('?q=电梯门 异响')).toEqual([ids[1]])
    expect(await idsOf('?q=电梯&communityCode=210105001012')).toEqual([])
    expect(await idsOf('?q=电梯&communityCode=210105001010&itemCode=water.none')).toHaveLength(3)
    expect(await idsOf('?q=，')).toEqual([])
    const seen: EchoEntry[] = []
    let cursor = ''
    do {
      const page = await at.wall(`?limit=2${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.rows)
      cursor = page.next ?? ''
    } while (cursor)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    expect(seen.map(({ publishedAt }) => publishedAt)).toEqual(
      seen.map(({ publishedAt }) => publishedAt).toSorted((a, b) => b - a),
    )
    const facets = await at.get(anonymous, '/api/echo/facets')
    expect(facets.body['total']).toBe(seen.length)
  })

  test('the desk sees whether it may be published, without any words', async () => {
    const caseId = await at.closedCase()
    const standing = async () =>
      (await at.get(at.secretary, `/api/cases/${caseId}/echo`)).body as unknown as EchoStanding
    expect(await standing()).toMatchObject({ agreed: false, block: 'consent', entry: null, meToo: 0 })
    const listed = async (show: string) =>
      (
        (await at.get(at.secretary, `/api/desk/echo?show=${show}`)).body as unknown as {
          rows: { caseId: string }[]
        }
      ).rows.some((row) => row.caseId === caseId)
    expect(await listed('ready')).toBe(false)
    await at.consent(caseId, true)
    expect([await listed('ready'), (await standing()).block]).toEqual([true, null])
    await at.publish(caseId)
    expect([await listed('ready'), await listed('published')]).toEqual([false, true])
  })
})
