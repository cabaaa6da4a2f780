/** Of the smaller ones nobody needs more than how small they are; it stays on one line. */
const SMALLEST = 0.0001

/** How likely so many are by chance. */
export const chanceText = (p: number): string => (p < SMALLEST ? `<\u00a0${SMALLEST}` : p.toFixed(4))
