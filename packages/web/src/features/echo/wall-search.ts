/** What the wall is narrowed by; it stands in the address, so that a search can be passed on. */
export interface WallSearch {
  readonly q?: string
  readonly community?: string
  readonly item?: string
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, 60) : undefined

/** The search of an address as somebody may have typed it. */
export const readWallSearch = (search: Record<string, unknown>): WallSearch => {
  const q = text(search['q'])
  const community = text(search['community'])
  const item = text(search['item'])
  return {
    ...(q ? { q } : {}),
    ...(community && /^\d{12}$/.test(community) ? { community } : {}),
    ...(item && item.length <= 40 ? { item } : {}),
  }
}
