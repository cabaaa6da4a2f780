/**
 * What a new version of a kind has otherwise: these steps, clocks or states with something in them changed, to be laid over those of
 * the version before. @throws where that one has none of the name
 */
export const changed = <Part extends object>(
  before: Readonly<Record<string, Part>>,
  changes: Readonly<Record<string, Partial<Part>>>,
): Readonly<Record<string, Part>> =>
  Object.fromEntries(
    Object.entries(changes).map(([name, change]) => {
      const part = before[name]
      if (!part) throw new Error(`there is no ${name} to be changed`)
      return [name, { ...part, ...change }]
    }),
  )
