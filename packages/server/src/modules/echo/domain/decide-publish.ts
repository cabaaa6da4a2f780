import {
  type EchoStep,
  findPersonal,
  type PersonalFinding,
  type PublishBlock,
  type PublishEntry,
  type Refusal,
  refuse,
} from '@lianxin/contract'
import type { NewEvent } from '../../../kernel/event-store.ts'
import type { Entry } from './entry.ts'
import { entryEvent } from './entry-event.ts'
import { refusalOf } from './outcome.ts'

/** What a publication is decided from. */
export type PublishState = {
  readonly block: PublishBlock
  /** What is on the wall of this matter, or was. */
  readonly earlier: Entry | undefined
  readonly fresh: Omit<Entry, 'version' | 'state' | 'publishedAt' | 'correctedAt' | 'reason'>
  readonly eventId: string
  /** The requester's name and number: they must not slip in. */
  readonly known: readonly string[]
  /** Copies that exist for this matter. */
  readonly pictureIds: ReadonlySet<string>
}

const FIELDS = ['raised', 'answer'] as const

/** What may still single somebody out and was not kept on purpose. */
export function leftIn(
  input: Pick<PublishEntry, 'raised' | 'answer' | 'keep'>,
  known: readonly string[],
): readonly { readonly field: (typeof FIELDS)[number]; readonly finding: PersonalFinding }[] {
  const kept = new Set(input.keep)
  return FIELDS.flatMap((field) =>
    findPersonal(input[field], known)
      .filter((finding) => !kept.has(finding.text))
      .map((finding) => ({ field, finding })),
  )
}

/** Only a person's step publishes: consent, a good end, and a text in which every finding was removed or kept on purpose. */
export function decidePublish(
  state: PublishState,
  input: PublishEntry,
  now: number,
): readonly NewEvent<EchoStep>[] | Refusal {
  const { block, earlier, fresh } = state
  if (block !== null) return refusalOf(block)
  const onWall = earlier?.state === 'published'
  if ((onWall ? earlier.version : null) !== input.expectedVersion) return refuse('case.changed')
  const left = leftIn(input, state.known)
  if (left.length > 0) {
    const fields = [...new Set(left.map(({ field }) => field))].map((field) => ({
      field,
      zh: '这里还有可能认出个人的内容。',
      en: 'Something here may still single somebody out.',
    }))
    return { refusal: 'echo.personal-left', fields }
  }
  const pictureIds = [...new Set(input.pictureIds)]
  if (pictureIds.some((id) => !state.pictureIds.has(id))) return refuse('echo.picture-unknown')
  const entry: Entry = {
    ...fresh,
    id: earlier?.id ?? fresh.id,
    version: (earlier?.version ?? 0) + 1,
    state: 'published',
    publishedAt: onWall ? earlier.publishedAt : now,
    correctedAt: onWall ? now : null,
    reason: null,
  }
  const kept = FIELDS.reduce((sum, field) => sum + findPersonal(input[field], state.known).length, 0)
  return [
    entryEvent({
      id: state.eventId,
      type: onWall ? 'echo.corrected' : 'echo.published',
      entry,
      contentIds: [
        { field: 'raised', id: entry.raisedId },
        { field: 'answer', id: entry.answerId },
      ],
      pictureIds,
      keptFindings: kept,
    }),
  ]
}
