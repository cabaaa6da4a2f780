import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

/** A new folder for one test; it goes away with the run. */
export const newFolder = (): string => mkdtempSync(join(inject('runFolder'), 'folder-'))
