import type { DutyEntry } from '@lianxin/contract/gate/duty-lists'

/** An entry that nobody has written yet, under a code that no other has. */
export function blankEntry(entries: readonly DutyEntry[]): DutyEntry {
  const taken = new Set(entries.map(({ code }) => code))
  let serial = entries.length + 1
  while (taken.has(`d.${serial}`)) serial += 1
  return {
    code: `d.${serial}`,
    class: 'assist',
    name: '',
    nameEn: '',
    itemCodes: [],
    basis: '',
    basisEn: '',
    note: '',
    noteEn: '',
  }
}

/** Whether everybody could read it: named in both languages, with what it rests on. */
export const isWhole = ({ name, nameEn, basis, basisEn }: DutyEntry): boolean =>
  [name, nameEn, basis, basisEn].every((text) => text.trim() !== '')
