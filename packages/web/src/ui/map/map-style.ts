import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { Locale } from '../preferences.ts'

/** Colours of tokens.css, resolved for the light or dark that is on the screen now. */
export interface MapColours {
  readonly ground: string
  readonly land: string
  readonly line: string
  readonly street: string
  readonly compound: string
  readonly building: string
  readonly ink: string
  readonly quiet: string
  readonly action: string
  readonly tint: string
}

/** Deepest zoom that the server cuts tiles for; closer views enlarge these. */
const DEEPEST_TILE = 17

/** The name in the language of the screen; tiles that were kept from before have the Chinese one only. */
export const nameIn = (locale: Locale): ExpressionSpecification =>
  locale === 'en' ? ['coalesce', ['get', 'nameEn'], ['get', 'name']] : ['get', 'name']

const line = (
  layer: string,
  colour: string,
  width: readonly [from: number, fromWidth: number, to: number, toWidth: number],
  minzoom: number,
  dashed = false,
): LayerSpecification => ({
  id: layer,
  type: 'line',
  source: 'places',
  'source-layer': layer,
  minzoom,
  layout: { 'line-join': 'round', 'line-cap': dashed ? 'butt' : 'round' },
  paint: {
    'line-color': colour,
    'line-width': ['interpolate', ['linear'], ['zoom'], ...width],
    ...(dashed ? { 'line-dasharray': [3, 2] } : {}),
  },
})

const label = (
  name: ExpressionSpecification,
  layer: string,
  colours: MapColours,
  size: number,
  zooms: readonly [from: number, to: number],
  colour: string,
  along = false,
): LayerSpecification => ({
  id: `${layer}-text`,
  type: 'symbol',
  source: 'places',
  'source-layer': layer,
  minzoom: zooms[0],
  maxzoom: zooms[1],
  layout: {
    'text-field': name,
    'text-size': size,
    'text-padding': 6,
    'text-max-width': 8,
    ...(along ? { 'symbol-placement': 'line' as const, 'text-letter-spacing': 0.1 } : {}),
  },
  paint: { 'text-color': colour, 'text-halo-color': colours.land, 'text-halo-width': 1.5 },
})

/** The district's own geometry and nothing from outside: no sprite, no glyph server, no foreign tile. */
export const mapStyle = (
  tiles: string,
  colours: MapColours,
  highlight: string | null,
  locale: Locale,
): StyleSpecification => {
  const name = nameIn(locale)
  const fill = (layer: string, colour: string, minzoom = 0): LayerSpecification => ({
    id: `${layer}-area`,
    type: 'fill',
    source: 'places',
    'source-layer': layer,
    minzoom,
    paint: { 'fill-color': colour, 'fill-antialias': true },
  })
  const lit = (layer: string): LayerSpecification => ({
    id: `${layer}-lit`,
    type: 'fill',
    source: 'places',
    'source-layer': layer,
    filter: ['==', ['get', 'code'], highlight ?? ''],
    paint: { 'fill-color': colours.tint },
  })
  return {
    version: 8,
    sources: { places: { type: 'vector', tiles: [tiles], minzoom: 8, maxzoom: DEEPEST_TILE } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colours.ground } },
      fill('district', colours.land),
      lit('community'),
      lit('grid'),
      fill('compound', colours.compound, 14),
      line('street', colours.street, [14, 1.2, 17, 10], 14),
      fill('building', colours.building, 15),
      line('grid', colours.line, [14, 0.5, 17, 1.2], 14, true),
      line('community', colours.line, [11, 0.5, 16, 1.8], 11),
      line('subdistrict', colours.quiet, [9, 0.7, 16, 2.4], 9),
      line('district', colours.action, [9, 1.6, 16, 3.5], 0),
      label(name, 'building', colours, 12, [16.5, 24], colours.quiet),
      label(name, 'street', colours, 12, [14.5, 24], colours.quiet, true),
      label(name, 'compoundName', colours, 13, [15, 24], colours.ink),
      label(name, 'communityName', colours, 13, [12.7, 16.5], colours.ink),
      label(name, 'subdistrictName', colours, 14, [10.5, 13], colours.ink),
    ],
  }
}
