import type { Condition, Kind, KindMove } from './kind.ts'
import { sentenceFaults } from './sentence-faults.ts'

/** Whether a move is about one assignment, so that its sentence can name the unit. */
const isAboutOne = ({ assignment }: KindMove): boolean =>
  assignment !== undefined && ('mine' in assignment || 'chosen' in assignment || 'byCode' in assignment)

/** The flag of each party that an outcome waits for. */
const flagOf = (when: Condition | undefined): string | undefined =>
  when && 'everyParty' in when ? when.everyParty : when && 'complainants' in when ? when.flag : undefined

/** Flags, choices and votes that a move names and the kind does not have, that nobody ever answers, or that have no words. */
export function notedFaults(kind: Kind): string[] {
  const moves = Object.entries(kind.moves)
  const flags = kind.flags ?? {}
  const raised = (move: KindMove) => [
    ...(move.raise ?? []),
    ...move.outcomes.flatMap((outcome) => outcome.raise ?? []),
  ]
  const named = (move: KindMove) => [
    ...raised(move),
    ...move.outcomes.flatMap(({ when }) => flagOf(when) ?? []),
    ...[move.lower, move.requires, move.forbids].flatMap((names) => names ?? []),
  ]
  const missing = (name: string, kindOf: string, names: readonly string[], there: object | undefined) =>
    names
      .filter((one) => !Object.hasOwn(there ?? {}, one))
      .map((one) => `${name}: no such ${kindOf} as ${one}`)
  const voted = (move: KindMove) =>
    move.outcomes.flatMap(({ when }) => (when && 'vote' in when ? [when.vote] : []))
  const askedOfUnits = (move: KindMove) =>
    move.outcomes.flatMap(({ when }) => (when && 'everyUnit' in when ? when.everyUnit : []))
  return [
    ...moves.flatMap(([name, move]) => [
      ...missing(name, 'flag', named(move), kind.flags),
      ...missing(name, 'choice', move.choose ?? [], kind.choices),
      ...(move.tells ?? []).flatMap((told) =>
        move.choose?.includes(told) ? [] : [`${name}: tells ${told} without asking for it`],
      ),
      ...missing(name, 'vote', [...(move.vote ? [move.vote] : []), ...voted(move)], kind.votes),
      ...(voted(move).some((one) => one !== move.vote)
        ? [`${name}: is decided by a vote that it does not count`]
        : []),
      ...(move.vote && !move.needs.includes('tally')
        ? [`${name}: counts a vote without asking for the tally`]
        : []),
      ...(move.needs.includes('scores') && !kind.scores ? [`${name}: asks to rate nothing`] : []),
      ...missing(name, 'aspect', move.aspects ?? [], kind.scores),
      ...missing(name, 'flag', askedOfUnits(move), kind.flags),
      ...(/\{about\}/.test(move.sentence.zh) && !isAboutOne(move)
        ? [`${name}: speaks of a unit that it is not about`]
        : []),
      ...(move.needs.includes('assignmentId') !== Boolean(move.assignment && 'chosen' in move.assignment)
        ? [`${name}: names an assignment and does nothing with it, or the other way round`]
        : []),
      ...(move.needs.includes('arrivalCode') !== Boolean(move.assignment && 'byCode' in move.assignment)
        ? [`${name}: asks for a code and does nothing with it, or the other way round`]
        : []),
      ...(move.needs.includes('personId') !== (move.names === 'chosen')
        ? [`${name}: names somebody without asking whom, or the other way round`]
        : []),
      ...(move.link && !move.needs.includes('otherId') ? [`${name}: links with nothing`] : []),
    ]),
    ...Object.entries(flags).flatMap(([flag, { name, asks }]) => [
      ...sentenceFaults(flag, name, []),
      ...(asks && !kind.clocks[asks.clock] ? [`${flag}: no such clock as ${asks.clock}`] : []),
      ...(asks && !moves.some(([, move]) => move.lower?.includes(flag))
        ? [`${flag}: nobody can ever decide it`]
        : []),
      ...(moves.some(([, move]) => raised(move).includes(flag)) ? [] : [`${flag}: is never raised`]),
    ]),
    ...Object.entries(kind.choices ?? {}).flatMap(([name, choice]) => [
      ...sentenceFaults(name, choice.name, []),
      ...Object.entries(choice.options).flatMap(([option, one]) =>
        sentenceFaults(`${name}.${option}`, one, []),
      ),
      ...(moves.some(([, move]) => move.choose?.includes(name)) ? [] : [`${name}: is never chosen`]),
    ]),
    ...Object.entries(kind.assignmentNames ?? {}).flatMap(([state, name]) => sentenceFaults(state, name, [])),
    ...Object.entries(kind.clocks).flatMap(([name, { limit, decidedBy }]) =>
      decidedBy && !(typeof limit === 'object' && 'choice' in limit)
        ? [`${name}: the district decides limits that depend on no choice`]
        : [],
    ),
    ...Object.entries(kind.votes ?? {}).flatMap(([name, vote]) => [
      ...sentenceFaults(name, vote.name, []),
      ...sentenceFaults(name, vote.law, []),
      ...([...vote.attend, ...vote.approve].some(({ share: [over, under] }) => !(over > 0 && over <= under))
        ? [`${name}: a share that nobody can reach, or everybody`]
        : []),
    ]),
  ]
}
