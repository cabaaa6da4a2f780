import type { MediaAnswer } from './edge.ts'

/** A spreadsheet as a file to be kept. What a route with a medium answers is a text to its caller, and this to the edge. */
export const sheetAnswer = (fileName: string, csv: string): string => {
  const answer: MediaAnswer = {
    body: csv,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
    },
  }
  return answer as unknown as string
}
