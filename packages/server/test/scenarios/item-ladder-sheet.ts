import { csvRow, ITEM_COLUMNS, MOST_ITEM_RUNGS, readCsv, type SheetReport } from '@lianxin/contract'
import { expect, test } from 'vitest'
import type { Town } from './open-town.ts'

/** What whoever takes in a sheet says of the report that they saw. */
export const asSeen = ({ seen, seenLadders }: SheetReport) => ({ seen, seenLadders })

/** Told in the town whose items are kept: it has lamps and stairs of the province, and benches of its own. */
export function itemLadderSheet(town: () => Town): void {
  const check = async (csv: string) =>
    (await town().as('ruleKeeper')).post<SheetReport>('/api/catalogue/sheet/check', {
      csv,
      effectiveFrom: null,
    })

  const take = async (csv: string, report: SheetReport) =>
    (await town().as('ruleKeeper')).post<Partial<SheetReport> & { code?: string }>('/api/catalogue/sheet', {
      ...{ csv, effectiveFrom: null, ...asSeen(report) },
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
    expect(refused).toMatchObject({ refused: 3, ladders: 0 })
    expect(
      refused.rows.flatMap(({ code, reasons }) => reasons.map(({ zh }) => [code, zh.split('：')[0]])),
    ).toEqual(expect.arrayContaining(['lamp', 'stairs', 'bench'].map((code) => [code, '升级步骤'])))
    // Two ladders and the words of an item at once: of the two whose ladder alone changes, the report says that they change.
    const worded = (text: string) => text.replace('区里定的', '区里又定的')
    const csv = worded(
      await withLadder({ lamp: '100% 街道；150% commandCentre', bench: '200% the subdistrict' }),
    )
    const { body } = await check(csv)
    expect(body).toMatchObject({ added: 0, changed: 2, refused: 0, ladders: 2, seenLadders: 0 })
    expect(
      body.rows
        .filter(({ ladderChanges }) => ladderChanges)
        .map(({ code, outcome }) => [code, outcome])
        .toSorted(),
    ).toEqual([
      ['bench', 'changed'],
      ['lamp', 'changed'],
    ])
    // Somebody else decides on a ladder in between: the item stays as it is, too, until the report is looked at again.
    const other = { seenVersion: 0, value: [{ item: 'stairs', ...STEP }], effectiveFrom: null }
    const keeper = await town().as('ruleKeeper')
    expect((await keeper.post('/api/settings/itemLadders', other)).status).toBe(200)
    expect((await take(csv, body)).body).toMatchObject({ code: 'catalogue.sheet-outdated' })
    expect(await out()).not.toContain('区里又定的')
    const seenAgain = (await check(csv)).body
    expect(seenAgain).toMatchObject({ changed: 3, ladders: 3, seenLadders: 1 })
    expect((await take(csv, seenAgain)).body).toMatchObject({ changed: 3, ladders: 3 })
    town().clock.advance(65_000)
    const again = await out()
    expect(again).toContain('100% 街道；150% 区指挥中心')
    expect(again).toContain('区里又定的')
    expect((await check(again)).body).toMatchObject({ changed: 0, refused: 0, ladders: 0 })
    // A sheet without the column leaves ladders alone; an empty cell takes one away.
    const without = written(cellsOf(again).map((cells) => cells.toSpliced(at, 1)))
    expect((await check(without)).body).toMatchObject({ refused: 0, ladders: 0 })
    expect((await check(await withLadder({ lamp: '' }))).body).toMatchObject({ changed: 1, ladders: 1 })
    // All ladders together have room for so many rungs; those that the last row takes away leave room for the rows before it.
    const [head = [], bench = [], lamp = []] = ['', 'bench', 'lamp'].map((code) =>
      cellsOf(again).find((cells, index) => (code === '' ? index === 0 : cells[0] === code)),
    )
    const fits = Math.floor((MOST_ITEM_RUNGS - 3) / 3)
    const many = Array.from({ length: fits + 1 }, (_, serial) =>
      bench.with(0, `bench-${serial}`).with(at, '100% 社区；200% 街道；300% 区指挥中心'),
    )
    const two = bench.with(at, '100% 社区；200% 街道')
    const one = bench.with(0, 'bench-small').with(at, '100% 社区')
    const crowded = (await check(written([head, two, ...many, one, lamp.with(at, '')]))).body
    expect([crowded.refused, crowded.added, crowded.ladders]).toEqual([1, fits + 1, fits + 3])
    expect(crowded.rows.filter(({ outcome }) => outcome === 'refused').map(({ code }) => code)).toEqual([
      `bench-${fits}`,
    ])
  })
}
const STEP = { afterPercent: 100, to: 'subdistrict' } as const
