/**
 * Stands where a text was kept that cannot be opened any more: damaged, or sealed with a key that is gone. A code point
 * that Unicode keeps for use inside a program (U+FDD0), so that no person's text holds it. The edge says
 * {@link UNREADABLE_SENTENCE} in its place.
 */
export const UNREADABLE = '\uFDD0'

export const UNREADABLE_SENTENCE = {
  zh: '这段文字打不开，请告诉运维人员。',
  en: 'This text cannot be opened; tell the operator.',
} as const
