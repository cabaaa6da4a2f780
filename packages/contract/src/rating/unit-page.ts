import Type, { type Static } from 'typebox'
import { Recounting } from '../figures/figure-views.ts'
import { DUTY_CLASSES } from '../gate/duty-lists.ts'
import { TONES } from '../kinds/tone.ts'
import { UNIT_KINDS } from '../org/unit-kinds.ts'
import { At, Bilingual, Id, Nullable, OneOf } from '../schema.ts'

const Count = Type.Integer({ minimum: 0 })
const named = { name: Type.String(), nameEn: Type.String() }

/**
 * Null where too few matters of the item were with the unit for one of them not to stand out. That hides no item: the counts
 * of the unit by item, which are public too, may leave only one that it can have been.
 */
const Item = Nullable(Type.Object({ code: Type.String(), ...named }))

/**
 * A rectification as everybody may read it: what sort of measure, by when, and which side checked it. No matter, place, word
 * or person. Times are quarters, as `2026-Q4`: a day could be looked for elsewhere, and one matter was worked on that day.
 */
const PublicRectification = Type.Object({
  causes: Type.Array(Type.Object({ cause: Type.String(), name: Bilingual })),
  item: Item,
  openedIn: Type.String(),
  stateName: Bilingual,
  tone: OneOf(TONES),
  /** Null: none is named yet, or it was named before measures had a sort. */
  measure: Nullable(Bilingual),
  /** By when the unit said that it is set right. */
  measureDueIn: Nullable(Type.String()),
  overdue: Type.Boolean(),
  /** Residents who complained, the unit that complained, or the community; who will, while it is open. */
  checker: Nullable(Bilingual),
  checkedIn: Nullable(Type.String()),
  notSetRight: Count,
})

/** What everybody may know of a unit: its duties, what keeps going wrong with it, and what was done about that. */
export const UnitPage = Type.Object({
  unitId: Id,
  ...named,
  kind: OneOf(UNIT_KINDS),
  /** Its work has passed to others. */
  ended: Type.Boolean(),
  since: At,
  minimumGroup: Count,
  /** While it is not null no item is named with what goes wrong: how many matters it had is not known. */
  recounting: Recounting,
  /** Items of the catalogue that it leads, by group. */
  items: Type.Array(
    Type.Object({
      ...named,
      items: Type.Array(Type.Object({ plain: Type.String(), plainEn: Type.String() })),
    }),
  ),
  /** Entries of its duty list, for subdistricts and communities. */
  duties: Type.Array(
    Type.Object({ class: OneOf(DUTY_CLASSES), ...named, note: Type.String(), noteEn: Type.String() }),
  ),
  causes: Type.Array(Type.Object({ cause: Type.String(), name: Bilingual, times: Count })),
  /** The same cause with the same item, more than once. */
  repeats: Type.Array(Type.Object({ cause: Type.String(), name: Bilingual, item: Item, times: Count })),
  /** Newest first. */
  rectifications: Type.Array(PublicRectification),
})
export type UnitPage = Static<typeof UnitPage>
