/** What a move of the table alone does not know: what only the matter’s own page is told. For tests of single moves. */
export const NOTHING_TO_CHOOSE = { choices: [], scores: [], assignmentIds: [], byArea: false, aside: false }
