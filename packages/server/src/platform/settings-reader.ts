/** Reads settings by name and collects what is wrong with them; a wrong setting reads as undefined. */
export const settingsReader = (env: NodeJS.ProcessEnv) => {
  const problems: string[] = []
  const wrong = (sentence: string): undefined => {
    problems.push(sentence)
    return undefined
  }
  const text = (name: string): string | undefined => env[name]?.trim() || undefined

  return {
    text,
    problem: (sentence: string): void => void problems.push(sentence),
    problems: (): readonly string[] => [...problems],

    wholeNumber: (name: string, least: number, most: number): number | undefined => {
      const value = text(name)
      if (value === undefined) return undefined
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
      return number >= least && number <= most
        ? number
        : wrong(`${name} must be a whole number from ${least} to ${most}, not "${value}".`)
    },

    word: <const Word extends string>(name: string, words: readonly Word[]): Word | undefined => {
      const value = text(name)
      if (value === undefined) return undefined
      return (
        words.find((word) => word === value) ??
        wrong(`${name} must be one of ${words.join(', ')}, not "${value}".`)
      )
    },

    flag: (name: string): boolean | undefined => {
      const value = text(name)
      if (value === undefined) return undefined
      return value === 'true' || value === 'false'
        ? value === 'true'
        : wrong(`${name} must be true or false, not "${value}".`)
    },

    /** Never repeats the value in its sentence: addresses may carry a password. */
    url: (name: string, protocols: readonly string[]): URL | undefined => {
      const value = text(name)
      if (value === undefined) return undefined
      // The address of a server behind a socket file has no host (`postgresql://role@/name?host=/run/…`).
      const url = URL.parse(value.replace('@/', '@localhost/'))
      return url !== null && protocols.includes(url.protocol)
        ? url
        : wrong(
            `${name} must be an address that begins with ${protocols.map((it) => `${it}//`).join(' or ')}.`,
          )
    },

    /** Never repeats the value in its sentence: it is a secret. */
    bytes: (name: string, length: number): Uint8Array | undefined => {
      const value = text(name)
      if (value === undefined) return undefined
      const bytes = /^[A-Za-z0-9+/_-]+={0,2}$/.test(value) ? Buffer.from(value, 'base64') : Buffer.alloc(0)
      return bytes.length === length
        ? new Uint8Array(bytes)
        : wrong(
            `${name} must be ${length} bytes in base64, as \`openssl rand -base64 ${length}\` prints them.`,
          )
    },
  }
}
