import type { Bilingual } from './schema.ts'

/** When it makes sense to send the same command again: drives the client's outbox. */
export type Retry = 'never' | 'same-key' | 'later'
export type ErrorEntry = { readonly status: number; readonly retry: Retry } & Bilingual

export const never = (status: number, zh: string, en: string): ErrorEntry => ({
  status,
  retry: 'never',
  zh,
  en,
})
export const later = (status: number, zh: string, en: string): ErrorEntry => ({
  status,
  retry: 'later',
  zh,
  en,
})
