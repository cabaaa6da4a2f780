import { tableOwners } from './migrations.ts'
import { isTest, isTypeScript, type Tree } from './source-tree.ts'
import { writtenTexts } from './written-texts.ts'

const encodesTiles = /from 'vt-pbf'/
const reads = /\b(?:from|join)\s+([a-z_]+)/gi
/** Doors are where people live: the public map ends at the building. */
const finerThanTheMap = new Set(['dwelling', 'entrance'])
const MEDIA = 'application/vnd.mapbox-vector-tile'

/**
 * Map tiles are public and cached: whoever encodes one may read the public tables of places only, where no person is. And
 * every route that answers with tiles comes from such a file.
 */
export function tileFaults(tree: Tree): readonly string[] {
  const owners = tableOwners(tree)
  const encoders = [...tree].filter(
    ([path, source]) =>
      path.startsWith('packages/server/src/') &&
      isTypeScript(path) &&
      !isTest(path) &&
      (encodesTiles.test(source) || source.includes(`'${MEDIA}'`)),
  )
  return encoders.flatMap(([path, source]) =>
    writtenTexts(path, source).flatMap(({ text, line }) =>
      [...text.matchAll(reads)]
        .map((match) => match[1] ?? '')
        .filter((table) => owners.has(table))
        .filter((table) => owners.get(table) !== 'place' || finerThanTheMap.has(table))
        .map((table) => `${path}:${line} draws a map tile from ${table}`),
    ),
  )
}
