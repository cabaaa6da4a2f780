import { type CaseStep, getKind, type Reader, sentenceFor, type TimelineStep } from '@lianxin/contract'
import { readContent } from '../../../kernel/content.ts'
import { readStream, type StoredEvent } from '../../../kernel/event-store.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { unitNames } from '../../org/index.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import { RECOMPUTED } from '../domain/recompute-deadlines.ts'
import { fill } from '../domain/sentences.ts'

const RECOMPUTED_SENTENCE = {
  zh: '新的放假安排公布了，期限按它重新算过。',
  en: 'New public holidays were published, and the deadline was computed again.',
}

/**
 * The history of a case in sentences, newest first. For the requester only the steps that are told to requesters keep
 * their words: what units write to each other stays between them.
 */
export async function timelineOf(tx: Tx, facts: CaseFacts, reader: Reader): Promise<readonly TimelineStep[]> {
  const events = await readStream<CaseStep>(tx, facts.id, facts.openedAt)
  const kind = getKind(facts.kind, facts.kindVersion)
  const contents = events.flatMap((event) => event.payload.contentIds.map((content) => content.id))
  const texts = await readContent(tx, contents)
  const names = await unitNames(
    tx,
    events.flatMap(({ payload }) => [payload.unitId, payload.ownerUnitId].filter((id) => id !== null)),
  )
  const sentenceOf = (name: string) => {
    const move = kind.moves[name]
    if (move) return sentenceFor(move, reader)
    return name === RECOMPUTED ? RECOMPUTED_SENTENCE : kind.report.sentence
  }
  const step = (event: StoredEvent<CaseStep>): TimelineStep => {
    const { payload } = event
    const move = kind.moves[payload.move]
    const told = reader === 'staff' || payload.move === 'report' || (move?.tellsRequester ?? false)
    const text = (field: 'words' | 'reason') => {
      const content = payload.contentIds.find((one) => one.field === field)
      return told && content ? (texts.get(content.id) ?? null) : null
    }
    const unit = payload.unitId ? names.get(payload.unitId) : undefined
    const owner = payload.ownerUnitId ? names.get(payload.ownerUnitId) : undefined
    return {
      seq: event.seq,
      at: event.recordedAt,
      move: payload.move,
      event: event.type.slice('case.'.length),
      sentence: fill(sentenceOf(payload.move), { unit, owner }),
      unit: unit ?? null,
      from: payload.from,
      to: payload.to,
      dueAt: payload.dueAt,
      words: text('words'),
      reason: text('reason'),
      fileIds: told ? payload.fileIds : [],
    }
  }
  return events.map(step).reverse()
}
