/** What a table of the generated province can hold in one cell. */
export type Cell = string | number | boolean | null

/** The tables and their columns, in the order in which they are written. */
export const PROVINCE_TABLES = {
  places: ['code', 'name', 'level', 'parent_code'],
  compounds: ['code', 'name', 'name_en', 'grid_code', 'style', 'households'],
  buildings: [
    'code',
    'compound_code',
    'grid_code',
    'number',
    'floors',
    'entrances',
    'doors_per_floor',
    'households',
  ],
  entrances: ['code', 'building_code', 'number'],
  dwellings: [
    'code',
    'entrance_code',
    'building_code',
    'grid_code',
    'floor',
    'room',
    'door',
    'persons',
    'ages',
  ],
  residents: ['dwelling_code', 'name', 'sex', 'birth_date', 'id_number'],
  matters: [
    'id',
    'at',
    'grid_code',
    'channel',
    'item_code',
    'level',
    'self_handled',
    'repeats',
    'late',
    'hours_to_answer',
    'solved',
    'satisfaction',
  ],
} as const

export type ProvinceTable = keyof typeof PROVINCE_TABLES
export type ProvinceRow = readonly [table: ProvinceTable, ...cells: readonly Cell[]]
