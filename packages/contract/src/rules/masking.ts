import { parsePhone } from './mobile.ts'

/**
 * Masks for lists, maps and receipts. A mask has a fixed length, so that it does not tell how long the hidden part
 * is (GB/T 35273 de-identified display).
 */
const COMPOUND_SURNAME =
  /^(?:欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|长孙|宇文|端木|独孤|南宫|西门|轩辕|申屠)(?=.)/u

/** 王五 → 王**, 欧阳娜娜 → 欧阳**, John Smith → J**; empty stays empty. */
export function maskName(name: string): string {
  const trimmed = name.trim()
  const shown = COMPOUND_SURNAME.exec(trimmed)?.[0] ?? [...trimmed][0] ?? ''
  return shown && `${shown}**`
}

/** 13800138000 → 138****8000, 024-86861234 → 024-****1234; whatever is no mainland number → ****. */
export function maskPhone(input: string): string {
  const phone = parsePhone(input)
  if (!phone) return input.trim() && '****'
  const shown = phone.kind === 'mobile' ? phone.number.slice(0, 3) : `${phone.number.split('-')[0]}-`
  return `${shown}****${phone.number.slice(-4)}`
}

/** Where the part that singles out a dwelling begins: a number, a lettered block, or a Chinese numeral before a unit word. */
const HOUSE_NUMBER =
  /[\p{Nd}]|[A-Za-z](?=[座区栋幢楼])|[〇零一二三四五六七八九十百甲乙丙丁]+(?=[号栋幢座单门层楼室户弄])/u
/** Place and street words after which text may stay. */
const PLACE_WORD = /^.*(?:省|市|区|县|旗|街道|镇|乡|村|社区|小区|路|街|巷|道|园|苑|庄|里|城|湾)/su

/**
 * Keeps an address down to its street or compound and hides the dwelling: 三台子街道牡丹小区3号楼2单元501 →
 * 三台子街道牡丹小区***. Text without any place word is hidden whole.
 */
export function maskAddress(address: string): string {
  const trimmed = address.normalize('NFKC').trim()
  const cut = HOUSE_NUMBER.exec(trimmed)?.index ?? trimmed.length
  const shown = PLACE_WORD.exec(trimmed.slice(0, cut))?.[0] ?? ''
  return trimmed && `${shown}***`
}
