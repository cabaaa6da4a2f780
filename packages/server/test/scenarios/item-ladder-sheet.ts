import { csvRow, ITEM_COLUMNS, MOST_ITEM_RUNGS, readCsv, type SheetReport } from '@lianxin/contract'
import { expect, test } from 'vitest'
import type { Town } from './open-town.ts'

/** Told in the town whose items are kept: it has lamps and stairs of the province, and benches of its own. */
export function itemLadderSheet(town: () => Town): void {
  const check = async (csv: string) =>
    (await town().as('ruleKeeper')).post<SheetReport>('/api/catalogue/sheet/check', {
      csv,
      effectiveFrom: null,
    })

  test('a sheet gives items rungs of their own, provincial ones too, and takes them away; a row that cannot climb says why', async () => {
    const out = async () => (await (await town().as('ruleKeeper')).get('/api/catalogue/items.csv')).text
    const cellsOf = (text: string) => readCsv(text).map(({ cells }) => cells)
    const at = cellsOf(await out())[0]?.findIndex((cell) => cell.includes(ITEM_COLUMNS.ladder.zh)) ?? -1
    const written = (lines: readonly (readonly string[])[]) => lines.map((cells) => csvRow(cells)).join('')
    const withLadder = async (ladders: Readonly<Record<string, string>>) =>
      written(cellsOf(await out()).map((cells) => cells.with(at, ladders[cells[0] ?? ''] ?? cells[at] ?? '')))
    const wrong = await withLadder({ lamp: '很快 社区', stairs: '30% 社区', bench: '100% 街道；200% 社区' })
    const refused = (await check(wrong)).body
    expect(refused).toMatchObject({ refused: 3, ladders: null })
    expect(
      refused.rows.flatMap(({ code, reasons }) => reasons.map(({ zh }) => [code, zh.split('：')[0]])),
    ).toEqual(expect.arrayContaining(['lamp', 'stairs', 'bench'].map((code) => [code, '升级步骤'])))
    const csv = await withLadder({ lamp: '100% 街道；150% commandCentre', bench: '200% the subdistrict' })
    const { body } = await check(csv)
    expect(body).toMatchObject({ added: 0, changed: 0, refused: 0, ladders: { items: 2, seenVersion: 0 } })
    expect(
      body.rows
        .filter(({ ladderChanges }) => ladderChanges)
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(['bench', 'lamp'])
    const decision = { seenVersion: 0, value: body.ladders?.value, effectiveFrom: null }
    const decided = await (await town().as('ruleKeeper')).post('/api/settings/itemLadders', decision)
    expect(decided.status).toBe(200)
    town().clock.advance(65_000)
    const again = await out()
    expect(again).toContain('100% 街道；150% 区指挥中心')
    expect((await check(again)).body).toMatchObject({ changed: 0, refused: 0, ladders: null })
    // A sheet without the column leaves ladders alone; an empty cell takes one away.
    const without = written(cellsOf(again).map((cells) => cells.toSpliced(at, 1)))
    expect((await check(without)).body).toMatchObject({ refused: 0, ladders: null })
    const emptied = (await check(await withLadder({ lamp: '' }))).body
    expect(emptied.ladders).toEqual({
      ...{ items: 1, seenVersion: 1 },
      value: [{ item: 'bench', afterPercent: 200, to: 'subdistrict' }],
    })
    // Three rungs each: from a row on all ladders together have no room.
    const [head = [], bench = []] = cellsOf(again).filter(([code], index) => index === 0 || code === 'bench')
    const fits = Math.floor((MOST_ITEM_RUNGS - 3) / 3)
    const many = Array.from({ length: fits + 1 }, (_, serial) =>
      bench.with(0, `bench-${serial}`).with(at, '100% 社区；200% 街道；300% 区指挥中心'),
    )
    const crowded = (await check(written([head, ...many]))).body
    expect([crowded.refused, crowded.added, crowded.rows.at(-1)?.outcome]).toEqual([1, fits, 'refused'])
  })
}
