import Type, { type Static } from 'typebox'
import { Bilingual, Nullable, Personal, PlaceCode } from '../schema.ts'

const BuiltName = Type.Object({ name: Type.String(), nameEn: Type.String() })

export const WhereView = Type.Object({
  communityCode: PlaceCode,
  communityName: Type.String(),
  communityNameEn: Type.String(),
  subdistrictName: Type.String(),
  subdistrictNameEn: Type.String(),
  gridCode: Nullable(PlaceCode),
  gridWorker: Nullable(Type.String()),
  compound: Nullable(BuiltName),
  building: Nullable(BuiltName),
  detail: Nullable(Personal(Type.String())),
  /** Exact point in CGCS2000; absent when the matter was placed from a list. */
  point: Nullable(Personal(Type.Object({ lon: Type.Number(), lat: Type.Number() }))),
  /** Where the named building or compound, else the grid or community, bears its name on the map. */
  label: Nullable(Type.Object({ lon: Type.Number(), lat: Type.Number() })),
})

/** What was asked when it was reported, and what was said: a choice in both languages, or words as they were written. */
export const AnswerView = Type.Object({ question: Bilingual, answer: Personal(Bilingual) })
export type AnswerView = Static<typeof AnswerView>
