import {
  NO_SCORES,
  publishUpward,
  quarterOf,
  quarterSpan,
  type ScoreCounts,
  UPWARD_ASPECTS,
  type UpwardAspect,
  type UpwardCounts,
  type UpwardResult,
  upwardRoutes,
} from '@lianxin/contract'
import { sql } from 'kysely'
import { readContent } from '../../../kernel/content.ts'
import { query } from '../../../kernel/query.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { unitStandings } from '../../org/index.ts'
import { settingAt } from '../../setting/index.ts'

/** Results of a quarter that is over: made of counts that no longer change, by the smallest group in force when it ended. */
export const upwardBoard = query<typeof upwardRoutes.board>({
  route: upwardRoutes.board,
  permit: 'public.read',
  async view(tx, _permit, { query: asked }) {
    const quarters = await quartersOver(tx)
    const quarter = asked.quarter ?? quarters[0] ?? lastQuarter(tx.now)
    const { minimumGroup } = await settingAt(tx, 'evaluation', quarterSpan(quarter)[1])
    const results = await resultsOf(tx, quarter)
    const units = await unitStandings(tx, tx.now)
    const answers = await answersOf(tx, quarter)
    const { actor } = tx
    const post = actor.kind === 'account' ? actor.post : null
    const mayAnswer = post?.role === 'subdistrictDispatcher' || post?.role === 'departmentLead'
    return {
      answer: {
        ...{ quarter, quarters: [...quarters], minimumGroup },
        rows: units
          .filter(
            ({ id, ended, kind }) =>
              results.has(id) || (!ended && (kind === 'department' || kind === 'subdistrict')),
          )
          .map(({ id, name, nameEn }) => ({
            ...{ unitId: id, name, nameEn },
            result: shown(results.get(id) ?? null),
            answer: answers.get(id) ?? null,
          })),
        ownUnitId:
          post && mayAnswer && results.get(post.unitId) && !answers.has(post.unitId) ? post.unitId : null,
      },
      subjects: [],
    }
  },
})

const shown = (result: UpwardResult | null) =>
  result && { ratersAtLeast: result.ratersAtLeast, bands: { ...result.bands } }

const lastQuarter = (now: number) => quarterOf(quarterSpan(quarterOf(now))[0] - 1)

/** Quarters with ballots that are over, newest first. */
async function quartersOver(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ quarter: string }>`
    select distinct quarter from upward_count where tenant = ${tx.tenant} order by quarter desc`.execute(
    tx.db,
  )
  return rows.map((row) => row.quarter).filter((quarter) => quarterSpan(quarter)[1] <= tx.now)
}

/** Published results by unit; nothing of a quarter that still runs. */
export async function resultsOf(tx: Tx, quarter: string): Promise<ReadonlyMap<string, UpwardResult>> {
  const [, until] = quarterSpan(quarter)
  if (until > tx.now) return new Map()
  const { minimumGroup } = await settingAt(tx, 'evaluation', until)
  const { rows } = await sql<{ unitId: string; aspect: UpwardAspect; score: number; raters: number }>`
    select unit_id as "unitId", aspect, score, raters from upward_count
    where tenant = ${tx.tenant} and quarter = ${quarter}`.execute(tx.db)
  const results = new Map<string, UpwardResult>()
  for (const [unitId, own] of Map.groupBy(rows, (row) => row.unitId)) {
    const of = (aspect: UpwardAspect) =>
      NO_SCORES.map(
        (_none, index) => own.find((row) => row.aspect === aspect && row.score === index + 1)?.raters ?? 0,
      ) as unknown as ScoreCounts
    const counts = Object.fromEntries(UPWARD_ASPECTS.map((aspect) => [aspect, of(aspect)])) as UpwardCounts
    const result = publishUpward(counts, minimumGroup)
    if (result) results.set(unitId, result)
  }
  return results
}

async function answersOf(tx: Tx, quarter: string) {
  const { rows } = await sql<{ unitId: string; wordsId: string; at: number }>`
    select unit_id as "unitId", words_id as "wordsId", answered_at as "at" from upward_answer
    where tenant = ${tx.tenant} and quarter = ${quarter}`.execute(tx.db)
  const texts = await readContent(
    tx,
    rows.map((row) => row.wordsId),
  )
  return new Map(
    rows.flatMap(({ unitId, wordsId, at }) => {
      const words = texts.get(wordsId)
      return words === undefined ? [] : [[unitId, { words, at }] as const]
    }),
  )
}
