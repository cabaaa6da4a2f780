/** The part of the demonstration where the matters of the eve are. */
export const DISTRICT = '210105'
export const SUBDISTRICT = '210105001'
export const COMMUNITY = '210105001010'
export const GRID = `${COMMUNITY}001`
export const WORDS = '按现场情况如实记下。'
