import type { Kind } from '../../packages/contract/src/index.ts'
import { code, codes } from './markdown.ts'

/** Who begins a case of the kind, and where it starts. */
export function reportOf({ report, start }: Kind): string {
  const who = report.by === 'post' ? 'A post reports it and no requester is kept' : 'A requester raises it'
  const first =
    report.moves.length > 0 ? ` The first move may come with the report: ${codes(report.moves)}.` : ''
  return `${who} (${code(report.permit)}); a case starts in ${code(start)}.${first}`
}

/** From which other kind a case may arise, and what passes between the two. */
export function originOf({ report: { comesFrom } }: Kind): string[] {
  if (!comesFrom) return []
  const { kind, flag, move, brings } = comesFrom
  return [
    `One may arise from a case of the kind ${code(kind)} on which ${code(flag)} is noted: the unit that this asks writes it down, the house takes the step ${code(move)} on the first case, and whoever raised that one comes along as a party who has said ${code(brings)} already.`,
  ]
}

export const reopeningOf = ({ reopenWindowDays }: Kind): string =>
  reopenWindowDays === 0
    ? 'A closed one stays closed.'
    : `A closed one can be reopened for ${reopenWindowDays} calendar days.`
