import { type CaseStep, type EchoDraft, echoDeskRoutes, UNREADABLE } from '@lianxin/contract'
import { sql } from 'kysely'
import { readContent } from '../../../kernel/content.ts'
import { readStream, type StoredEvent } from '../../../kernel/event-store.ts'
import { query } from '../../../kernel/query.ts'
import { Refused } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { type CaseFacts, detailOf, findCase, requesterOf } from '../../case/index.ts'
import { findItem } from '../../catalogue/index.ts'
import { filesOfCase } from '../../file/index.ts'
import { unitNames } from '../../org/index.ts'
import { placeNames } from '../../place/index.ts'
import { answeredAt, answeringUnit, blockOf, refusalOf, resultsIn, verdictOf } from '../domain/outcome.ts'
import { knownOf } from './known-of.ts'
import { consentOf, entryOfCase } from './load-entry.ts'

/** The publisher reads the original: for a stated purpose, in the ledger, and only where it may be published at all. */
export const showDraft = query<typeof echoDeskRoutes.draft>({
  route: echoDeskRoutes.draft,
  permit: 'echo.publish',
  async view(tx, permit, { params: { id } }) {
    const { facts, number } = await findCase(tx, permit, id)
    const block = blockOf(facts, (await consentOf(tx, id)).agreed)
    if (block !== null) throw new Refused(refusalOf(block))
    const detail = await detailOf(tx, id)
    const requester = await requesterOf(tx, id, false)
    const steps = await readStream<CaseStep>(tx, id, facts.openedAt)
    const entry = await entryOfCase(tx, id)
    const published = entry?.state === 'published' ? entry : undefined
    const texts = await readContent(tx, published ? [published.raisedId, published.answerId] : [])
    const answers = await answersOf(tx, facts, steps)
    const raised = texts.get(published?.raisedId ?? '') ?? draftOf([detail.words])
    const answer = texts.get(published?.answerId ?? '') ?? draftOf(answers.map(({ words }) => words))
    const unitId = answeringUnit(facts, steps)
    const item = facts.itemCode
      ? await findItem(tx, facts.itemCode, facts.itemVersion ?? undefined)
      : undefined
    const place = (await placeNames(tx, [facts.communityCode])).get(facts.communityCode)
    const view: EchoDraft = {
      caseId: id,
      number,
      entry: entry ? { id: entry.id, version: entry.version, state: entry.state } : null,
      item: item ? { code: item.code, name: item.name, nameEn: item.nameEn } : null,
      unit: unitId ? ((await unitNames(tx, [unitId])).get(unitId) ?? null) : null,
      communityName: place?.name ?? '',
      communityNameEn: place?.nameEn ?? '',
      compoundName: detail.compound?.name ?? null,
      compoundNameEn: detail.compound?.nameEn ?? null,
      raisedAt: facts.openedAt,
      answeredAt: answeredAt(facts, steps),
      verdict: verdictOf(facts),
      original: { words: detail.words, answers: [...answers], fileIds: [...(await filesOfCase(tx, id))] },
      raised,
      answer,
      known: knownOf(requester).filter((word) =>
        [detail.words, raised, answer, ...answers.map(({ words }) => words)].some((text) =>
          text.includes(word),
        ),
      ),
      placeShown: published?.compoundId ? 'compound' : 'community',
      pictures: published ? await picturesOf(tx, published.id) : [],
    }
    return { answer: view, subjects: requester ? [requester.id] : [] }
  },
})

/** What a publisher begins with: what could not be opened is not published. */
const draftOf = (texts: readonly string[]): string => texts.filter((text) => text !== UNREADABLE).join('\n')

/** What the units reported as their result, in the last round. */
async function answersOf(
  tx: Tx,
  facts: CaseFacts,
  steps: readonly StoredEvent<CaseStep>[],
): Promise<EchoDraft['original']['answers']> {
  const results = resultsIn(steps).filter(
    ({ payload }) =>
      payload.reopenedCount === facts.reopenedCount &&
      payload.contentIds.some(({ field }) => field === 'words'),
  )
  const idOf = (step: StoredEvent<CaseStep>) =>
    step.payload.contentIds.find(({ field }) => field === 'words')?.id ?? ''
  const texts = await readContent(tx, results.map(idOf))
  return results.map((step) => ({
    at: step.recordedAt,
    words: texts.get(idOf(step)) ?? '',
    fileIds: step.payload.fileIds,
  }))
}

async function picturesOf(tx: Tx, entryId: string): Promise<EchoDraft['pictures']> {
  const { rows } = await sql<EchoDraft['pictures'][number]>`
    select id, side, width, height from echo_picture where tenant = ${tx.tenant} and entry_id = ${entryId} and retired_at is null order by ord`.execute(
    tx.db,
  )
  return rows
}
