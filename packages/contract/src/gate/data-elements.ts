import type { DataElement } from './data-element.ts'
import { HELD_ELEMENTS } from './held-elements.ts'
import { UNHELD_ELEMENTS } from './unheld-elements.ts'

/**
 * The field dictionary: what a community can be asked, under one code each. `held` elements are never asked for again; a new
 * register makes its elements held by handing over how they are read (kernel/holding.ts).
 */
export const DATA_ELEMENTS: readonly DataElement[] = [...HELD_ELEMENTS, ...UNHELD_ELEMENTS]

export const elementByCode = (code: string): DataElement | undefined =>
  DATA_ELEMENTS.find((one) => one.code === code)
