import Type, { type Static, type TSchema } from 'typebox'
import { KINDS } from '../kinds/kinds.ts'
import { route } from '../route.ts'
import { At, Bilingual, CodeWord, Nullable, OneOf, Version } from '../schema.ts'
import { CLOCK_KIND_WORDS, choice, closedObject, titled } from '../setting/setting.ts'
import { MOST_SHEET_BYTES, MOST_SHEET_CHARACTERS } from '../sheet/sheet-report.ts'
import { ITEM_COLUMNS, type ItemColumn } from './item-columns.ts'

const closed = { additionalProperties: false } as const
const Line = (maxLength: number) => Type.String({ minLength: 1, maxLength })

/** Small letters, digits, dots and dashes; the district's own are two digits of the group and three from 500 on. */
export const ItemCode = Type.String({ pattern: '^[a-z0-9.-]{2,40}$' })

const column = <T extends TSchema>(name: ItemColumn, schema: T) =>
  titled(schema, ITEM_COLUMNS[name].zh, ITEM_COLUMNS[name].en)
const kinds: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  KINDS.map(({ kind, name }) => [kind, name]),
)
const BothLanguages = (maxLength: number) =>
  closedObject({
    zh: titled(Line(maxLength), '中文', 'Chinese'),
    en: titled(Line(maxLength), '英文', 'English'),
  })

/** A question as the district writes it; the same as `ItemQuestion`, with the words of a form. */
const QuestionDraft = closedObject({
  code: titled(CodeWord, '提问编号', 'Code of the question'),
  text: titled(BothLanguages(80), '问什么', 'What is asked'),
  required: titled(Type.Boolean(), '必须回答', 'Must be answered'),
  choices: titled(
    Type.Array(
      closedObject({
        code: titled(CodeWord, '选项编号', 'Code of the choice'),
        text: titled(BothLanguages(80), '选项', 'Choice'),
        becomes: titled(Nullable(CodeWord), '选了就转为事项', 'Makes it item'),
      }),
      { maxItems: 12 },
    ),
    '可选的回答',
    'Choices',
  ),
})

/** An item as the district writes it. `limit` counts in `clockKind`s; `leadUnit`: a department, or `community` or `subdistrict` for the place's own. */
export const ItemDraft = closedObject({
  name: column('name', Line(40)),
  nameEn: column('nameEn', Line(80)),
  plain: column('plain', Line(40)),
  plainEn: column('plainEn', Line(80)),
  major: column('major', CodeWord),
  level: titled(
    Type.Integer({ minimum: 1, maximum: 5 }),
    '级别（1 网格 2 社区 3 街道 4 区 5 紧急）',
    'Level (1 grid, 2 community, 3 subdistrict, 4 district, 5 emergency)',
  ),
  leadUnit: column('leadUnit', CodeWord),
  limit: column('limit', Type.Integer({ minimum: 1, maximum: 2000 })),
  clockKind: column('clockKind', choice(CLOCK_KIND_WORDS)),
  kinds: column('kinds', Type.Array(choice(kinds), { minItems: 1, uniqueItems: true })),
  keywords: column('keywords', Type.Array(Line(40), { minItems: 1, maxItems: 40 })),
  source: column('source', Line(200)),
  questions: column('questions', Type.Array(QuestionDraft, { maxItems: 10 })),
})
export type ItemDraft = Static<typeof ItemDraft>

/** A version of an item: from when, and whether the item ends with it. */
export const ItemVersion = Type.Object({
  ...ItemDraft.properties,
  version: Version,
  effectiveFrom: At,
  ended: Type.Boolean(),
  decidedBy: Nullable(Bilingual),
})
export type ItemVersion = Static<typeof ItemVersion>

export const KeptItem = Type.Object({
  code: Type.String(),
  origin: OneOf(['province', 'district'] as const),
  present: Nullable(ItemVersion),
  planned: Nullable(ItemVersion),
  latestVersion: Version,
  /** Open matters about it: they keep the version that they started with. */
  openMatters: Type.Integer({ minimum: 0 }),
})
export type KeptItem = Static<typeof KeptItem>

export const KeptCatalogue = Type.Object({
  items: Type.Array(KeptItem),
  majors: Type.Array(Type.Object({ code: CodeWord, name: Bilingual })),
  leadUnits: Type.Array(Type.Object({ code: CodeWord, name: Bilingual })),
  mayChange: Type.Boolean(),
})
export type KeptCatalogue = Static<typeof KeptCatalogue>

const Decision = {
  /** The last version that was seen; 0: the item is new. */
  seenVersion: Type.Integer({ minimum: 0 }),
  /** Null: at the next full minute. */
  effectiveFrom: Nullable(At),
}

export const ItemDone = Type.Object({ code: Type.String(), version: Version, effectiveFrom: At })

/** A spreadsheet as text, as the export writes it; columns in any order. */
export const ItemSheet = Type.Object(
  { csv: Type.String({ minLength: 1, maxLength: MOST_SHEET_CHARACTERS }), effectiveFrom: Nullable(At) },
  closed,
)
export type ItemSheet = Static<typeof ItemSheet>

/**
 * `seen`: how much of the catalogue had been decided when the report was made, and `seenLadders` the version of the rule
 * `itemLadders`; others by now mean that it is out of date.
 */
const Seen = { seen: Type.Integer({ minimum: 0 }), seenLadders: Type.Integer({ minimum: 0 }) }
export const TakeItemSheet = Type.Object({ ...ItemSheet.properties, ...Seen }, closed)

export const SHEET_OUTCOMES = ['added', 'changed', 'same', 'refused'] as const

/** How many rows; `ladders`: items whose own rungs become others. */
const SheetCounts = {
  added: Type.Integer(),
  changed: Type.Integer(),
  same: Type.Integer(),
  ladders: Type.Integer(),
}

/** What becomes of each row of a sheet, and of a refused one: why. `line`: in the file, the head is 1. */
export const SheetReport = Type.Object({
  rows: Type.Array(
    Type.Object({
      line: Type.Integer({ minimum: 1 }),
      code: Type.String(),
      name: Type.String(),
      /** `changed`, too, where the item itself stays as it is and its ladder changes. */
      outcome: OneOf(SHEET_OUTCOMES),
      reasons: Type.Array(Bilingual),
      /** Whether its own rungs become others. */
      ladderChanges: Type.Boolean(),
    }),
  ),
  ...SheetCounts,
  refused: Type.Integer(),
  ...Seen,
})
export type SheetReport = Static<typeof SheetReport>

const params = Type.Object({ code: ItemCode }, closed)

export const itemKeepingRoutes = {
  kept: route({
    id: 'catalogue.kept',
    method: 'GET',
    path: '/api/catalogue',
    summary:
      'The item catalogue for those who keep it: in force, planned, ended, and open matters of each item',
    permit: 'setting.view',
    response: KeptCatalogue,
  }),
  history: route({
    id: 'catalogue.history',
    method: 'GET',
    path: '/api/catalogue/items/:code/history',
    summary: 'Every version of an item, newest first',
    permit: 'setting.view',
    params,
    response: Type.Array(ItemVersion),
  }),
  export: route({
    id: 'catalogue.export',
    method: 'GET',
    path: '/api/catalogue/items.csv',
    summary: 'The item catalogue as a spreadsheet (CSV that Excel opens)',
    permit: 'setting.view',
    media: 'text/csv',
    response: Type.String(),
  }),
  decide: route({
    id: 'catalogue.decide',
    method: 'POST',
    path: '/api/catalogue/items/:code',
    summary: 'Add an item of the district, or a new version of one; the provincial base is never edited',
    permit: 'catalogue.change',
    command: true,
    params,
    body: Type.Object({ ...Decision, item: ItemDraft }, closed),
    response: ItemDone,
  }),
  end: route({
    id: 'catalogue.end',
    method: 'POST',
    path: '/api/catalogue/items/:code/end',
    summary: 'End an item of the district; refused with the list where open matters are about it',
    permit: 'catalogue.change',
    command: true,
    params,
    body: Type.Object(Decision, closed),
    response: ItemDone,
  }),
  check: route({
    id: 'catalogue.checkSheet',
    method: 'POST',
    path: '/api/catalogue/sheet/check',
    summary: 'What would become of each row of a spreadsheet of items; changes nothing',
    permit: 'catalogue.change',
    body: ItemSheet,
    mostBytes: MOST_SHEET_BYTES,
    response: SheetReport,
  }),
  take: route({
    id: 'catalogue.takeSheet',
    method: 'POST',
    path: '/api/catalogue/sheet',
    summary: 'Take in a spreadsheet of items and their ladders, whole or not at all',
    permit: 'catalogue.change',
    command: true,
    body: TakeItemSheet,
    mostBytes: MOST_SHEET_BYTES,
    response: Type.Object(SheetCounts),
  }),
} as const
