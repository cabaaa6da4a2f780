import Type, { type Static } from 'typebox'
import { At, Bilingual, Id, Nullable } from '../schema.ts'

const Count = Type.Integer({ minimum: 0 })

/** What the negative list says of a unit over a year. Units only, never a person. */
export const UnitRecord = Type.Object({
  unitId: Id,
  name: Type.String(),
  nameEn: Type.String(),
  since: At,
  causes: Type.Array(Type.Object({ cause: Type.String(), name: Bilingual, times: Count })),
  /** The same cause with the same item, more than once. */
  repeats: Type.Array(
    Type.Object({
      ...{ cause: Type.String(), name: Bilingual, times: Count },
      ...{ itemName: Type.String(), itemNameEn: Type.String() },
    }),
  ),
  /** Those within the reader's sight. */
  rectifications: Type.Array(
    Type.Object({
      id: Id,
      number: Type.String(),
      state: Type.String(),
      stateName: Bilingual,
      openedAt: At,
      dueAt: Nullable(At),
      overdue: Type.Boolean(),
      causes: Type.Array(Bilingual),
      notSetRight: Count,
      ...{ itemName: Nullable(Type.String()), itemNameEn: Nullable(Type.String()) },
      ...{ placeName: Type.String(), placeNameEn: Type.String() },
    }),
  ),
})
export type UnitRecord = Static<typeof UnitRecord>
