/** Rows in portions, so that no statement and no transaction grows with the district. */
export function* chunks<T>(rows: readonly T[], size = 2_000): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size)
}
