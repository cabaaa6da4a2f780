import type { FigureMap } from '@lianxin/contract/figures/figure-views'
import type {
  ExpressionSpecification,
  LayerSpecification,
  StyleSpecification,
  VariableAnchorOffsetCollectionSpecification,
} from 'maplibre-gl'
import { nameIn } from '../../ui/map/map-style.ts'
import type { Locale } from '../../ui/preferences.ts'

const TOKENS = {
  ground: '--wall-ground',
  land: '--wall-land',
  line: '--wall-map-line',
  street: '--wall-map-street',
  building: '--wall-map-building',
  ink: '--wall-ink',
  soft: '--wall-soft',
  quiet: '--wall-quiet',
  chosen: '--wall-chosen',
  open: '--wall-shade-open',
  some: '--wall-shade-some',
  many: '--wall-shade-many',
  late: '--wall-overdue',
} as const
type Shades = { readonly [K in keyof typeof TOKENS]: string }

/** Layers that are shaded by what is open there. */
export const SHADED = ['community', 'grid'] as const
/** From so many overdue matters on an area is of the darkest shade. */
const MANY = { community: 5, grid: 2 } as const
/** From this zoom on one sees grids. */
const GRIDS_FROM = 13

/** A name on a map without the word for what it is, which each of them has. */
const withoutRank = (name: ExpressionSpecification, rank: string): ExpressionSpecification => [
  'case',
  ['==', ['slice', name, -rank.length], rank],
  ['slice', name, 0, -rank.length],
  name,
]

/** Where the name of a subdistrict goes in turn, so that the numbers of its communities stay: a name that is not there says nothing. */
const BESIDE_NUMBERS = [
  ...['center', [0, 0], 'bottom', [0, -0.5], 'top', [0, 0.5], 'left', [0.2, 0], 'right', [-0.2, 0]],
  ...[
    'bottom-left',
    [-1.5, -0.6],
    'bottom-right',
    [1.5, -0.6],
    'top-left',
    [-1.5, 0.6],
    'top-right',
    [1.5, 0.6],
  ],
  ...['bottom', [0, -1.6], 'top', [0, 1.6], 'bottom', [0, -2.6], 'top', [0, 2.6]],
] as VariableAnchorOffsetCollectionSpecification

/** Reads the tokens as they are painted: the canvas of a map knows no custom properties. */
export const readShades = (within: HTMLElement): Shades => {
  const style = getComputedStyle(within)
  const probe = document.createElement('span')
  within.append(probe)
  const colourOf = (token: string) => {
    probe.style.color = style.getPropertyValue(token)
    return getComputedStyle(probe).color
  }
  const shades = Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, colourOf(token)]))
  probe.remove()
  return shades as Shades
}

const count = (name: 'open' | 'overdue'): ExpressionSpecification => ['coalesce', ['feature-state', name], 0]

/** What an area says by its shade: nothing open, open and in time, some overdue, many overdue. */
const shade = (layer: keyof typeof MANY, shades: Shades): ExpressionSpecification => [
  'case',
  ['>=', count('overdue'), MANY[layer]],
  shades.many,
  ['>', count('overdue'), 0],
  shades.some,
  ['>', count('open'), 0],
  shades.open,
  shades.land,
]

/** Numbers on communities: how many are open, and how many of them are overdue. */
export const countLabels = (areas: FigureMap['areas']): ExpressionSpecification | string => {
  const pairs = areas
    .filter(({ code, open }) => code.length === 12 && open > 0)
    .flatMap(({ code, open, overdue }) => [code, overdue > 0 ? `${overdue} / ${open}` : String(open)])
  return pairs.length === 0
    ? ''
    : (['match', ['get', 'code'], ...pairs, ''] as unknown as ExpressionSpecification)
}

type Widths = readonly [from: number, fromWidth: number, to: number, toWidth: number]

/** The district's own geometry and nothing from outside. `rem`: how much larger than usual the wall is; `rank`: with which the name of every subdistrict ends. */
export const areaStyle = (
  tiles: string,
  shades: Shades,
  rem: number,
  locale: Locale,
  rank: string,
): StyleSpecification => {
  // A wall twice as large shows the same ground one zoom deeper, and is to show the same of it.
  const deeper = Math.log2(rem)
  const of = (layer: string) => ({ source: 'places', 'source-layer': layer }) as const
  const line = (layer: string, colour: string, [from, narrow, to, wide]: Widths, minzoom = 0) =>
    ({
      id: `${layer}-line`,
      type: 'line',
      ...of(layer),
      minzoom,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-width': ['interpolate', ['linear'], ['zoom'], from, narrow * rem, to, wide * rem],
      },
    }) satisfies LayerSpecification
  const words = (id: string, layer: string, size: number, zooms: readonly [number, number], colour: string) =>
    ({
      id,
      type: 'symbol',
      ...of(layer),
      minzoom: zooms[0] + deeper,
      maxzoom: zooms[1] + deeper,
      layout: {
        'text-field': nameIn(locale),
        'text-size': size * rem,
        'text-max-width': 7,
        'text-padding': 3,
      },
      paint: { 'text-color': colour, 'text-halo-color': shades.ground, 'text-halo-width': 1.4 * rem },
    }) satisfies LayerSpecification
  const subdistricts = words('subdistrict-name', 'subdistrictName', 16, [10, 12.4], shades.ink)
  const counts = words('community-counts', 'communityName', 17, [10.5, 15], shades.ink)
  return {
    version: 8,
    sources: {
      places: {
        type: 'vector',
        tiles: [tiles],
        minzoom: 8,
        maxzoom: 17,
        promoteId: { community: 'code', grid: 'code' },
      },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': shades.ground } },
      { id: 'district-area', type: 'fill', ...of('district'), paint: { 'fill-color': shades.land } },
      {
        id: 'community-shade',
        type: 'fill',
        ...of('community'),
        maxzoom: GRIDS_FROM + deeper,
        paint: { 'fill-color': shade('community', shades) },
      },
      {
        id: 'grid-shade',
        type: 'fill',
        ...of('grid'),
        minzoom: GRIDS_FROM + deeper,
        paint: { 'fill-color': shade('grid', shades) },
      },
      line('street', shades.street, [14, 0.8, 17, 6], 14),
      {
        id: 'building-area',
        type: 'fill',
        ...of('building'),
        minzoom: 15,
        paint: { 'fill-color': shades.building },
      },
      line('grid', shades.line, [13, 0.4, 17, 1.2], GRIDS_FROM + deeper),
      line('community', shades.line, [11, 0.7, 16, 2]),
      line('subdistrict', shades.quiet, [9, 1, 16, 3]),
      {
        ...line('community', shades.chosen, [9, 2.5, 16, 4]),
        id: 'place-line',
        filter: ['==', ['get', 'code'], ''],
      },
      {
        ...line('grid', shades.chosen, [13, 2.5, 17, 4]),
        id: 'place-grid-line',
        filter: ['==', ['get', 'code'], ''],
      },
      {
        ...subdistricts,
        layout: {
          ...subdistricts.layout,
          'text-field': withoutRank(nameIn(locale), rank),
          'text-variable-anchor-offset': BESIDE_NUMBERS,
          'text-max-width': 12,
          'text-padding': 0,
        },
        paint: { ...subdistricts.paint, 'text-halo-width': 2.2 * rem },
      },
      words('community-name', 'communityName', 13, [12.4, 17], shades.ink),
      {
        ...counts,
        layout: { ...counts.layout, 'text-field': '', 'text-offset': [0, 1.1], 'text-allow-overlap': true },
      },
    ],
  }
}
