/** What is wrong with words in two languages: one is missing, they name different things, or things that nobody fills in. */
export function sentenceFaults(
  of: string,
  sentence: { zh: string; en: string },
  known: readonly string[],
): string[] {
  const used = (text: string) => [...text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '').sort()
  return [
    ...(['zh', 'en'] as const)
      .filter((language) => sentence[language].trim() === '')
      .map((one) => `${of}: no ${one}`),
    ...used(sentence.zh + sentence.en)
      .filter((name) => !known.includes(name))
      .map((name) => `${of}: no such placeholder as ${name}`),
    ...(String(used(sentence.zh)) === String(used(sentence.en))
      ? []
      : [`${of}: the languages say different things`]),
  ]
}
