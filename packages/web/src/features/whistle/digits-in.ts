/** The first six digits that stand alone among what was read; other codes lie about everywhere. */
export const digitsIn = (read: readonly string[]): string | undefined =>
  read.find((value) => /^\d{6}$/.test(value))
