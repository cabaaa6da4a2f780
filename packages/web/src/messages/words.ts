import IntlMessageFormat from 'intl-messageformat'
import { use } from 'react'
import { getPreferences, type Locale, setPreferences, usePreferences } from '../ui/preferences.ts'

/** A plain sentence, or the parsed form that messages-plugin.ts makes of a sentence with variables. */
type Message = string | Exclude<ConstructorParameters<typeof IntlMessageFormat>[0], string>
type Catalogue = Readonly<Record<string, Message>>
export type WordValues = Readonly<Record<string, string | number | Date>>
/** Turns a key of a catalogue into a sentence in the language of the screen. */
export type Words = (key: string, values?: WordValues) => string

/** One chunk per language and namespace: a visit downloads one language, and only the faces that it opens. */
const sources = import.meta.glob<{ readonly default: Catalogue }>('./*/*.json')
const loading = new Map<string, Promise<Words>>()

const wordsOf = (catalogue: Catalogue, locale: Locale, name: string): Words => {
  const formats = new Map<string, IntlMessageFormat>()
  return (key, values) => {
    const message = catalogue[key]
    if (typeof message === 'string') return message
    // A missing key shows itself instead of breaking the screen; messages.test.ts keeps it from happening.
    if (message === undefined) return `${name}:${key}`
    let format = formats.get(key)
    if (!format) {
      format = new IntlMessageFormat(message, locale)
      formats.set(key, format)
    }
    return String(format.format(values))
  }
}

/** Loads the words of one namespace in one language; later calls answer from memory. */
export const loadWords = (locale: Locale, namespace: string): Promise<Words> => {
  const name = `${locale}/${namespace}`
  const known = loading.get(name)
  if (known) return known
  const source = sources[`./${name}.json`]
  const load = source
    ? source().then((module) => wordsOf(module.default, locale, name))
    : Promise.reject(new Error(`there is no catalogue ${name}`))
  loading.set(name, load)
  // These two fields let `use` read a settled promise at once, so that a screen with its words never blinks.
  load.then((value) => Object.assign(load, { status: 'fulfilled', value })).catch(() => undefined)
  // A catalogue lost on a bad connection may be asked for again.
  load.catch(() => loading.delete(name))
  return load
}

/** The words of `src/messages/<language>/<namespace>.json`; the screen waits when they are not there yet. */
export const useWords = (namespace: string): Words => {
  const { locale } = usePreferences()
  // Called in every render: a component that suspended on its words must ask again when it resumes.
  return use(loadWords(locale, namespace))
}

/** Changes the language after its words are here, so that the screen never empties in between. */
export const switchLanguage = async (locale: Locale): Promise<void> => {
  const from = `${getPreferences().locale}/`
  const shown = [...loading.keys()]
    .filter((name) => name.startsWith(from))
    .map((name) => name.slice(from.length))
  await Promise.all(shown.map((namespace) => loadWords(locale, namespace)))
  setPreferences({ locale })
}
