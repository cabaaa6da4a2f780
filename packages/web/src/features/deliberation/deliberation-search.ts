/** Whose questions the list shows; it stands in the address, so that it can be passed on. */
export interface DeliberationSearch {
  readonly community?: string
}

/** The search of an address as somebody may have typed it. */
export const readDeliberationSearch = ({ community }: Record<string, unknown>): DeliberationSearch =>
  /^\d{12}$/.test(String(community)) ? { community: String(community) } : {}
