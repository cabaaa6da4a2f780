import {
  type AssignmentEffect,
  type ClockLimit,
  type Condition,
  type Kind,
  type KindClock,
  type KindMove,
  ruleOf,
  type VoteShare,
} from '../../packages/contract/src/index.ts'
import { originOf, reopeningOf, reportOf } from './kind-beginning.ts'
import { OWNERS, RULES } from './kind-rules.ts'
import { code, codes, GENERATED, table } from './markdown.ts'

const CLOCK_UNITS = {
  urgentHour: 'hour, day and night',
  workingHour: 'working hour of the unit',
  workingDay: 'working day',
  calendarDay: 'calendar day',
} as const

const ASSIGNMENTS = {
  allDone: 'no assignment is at work and one is done',
  noneOpen: 'no assignment is at work',
  someOpen: 'an assignment is at work',
} as const

const SHORT = {
  attendance: 'those who must take part',
  heads: 'heads in favour alone',
  area: 'area in favour alone',
  both: 'heads and area in favour',
} as const

function conditionOf(when: Condition): string {
  if ('input' in when) return `${when.input} = ${when.is}`
  if ('choice' in when) return `${when.choice} = ${when.is}`
  if ('short' in when) return `the vote ${when.vote} fell short of ${SHORT[when.short]}`
  if ('vote' in when) return `the vote ${when.vote} ${when.is}`
  if ('none' in when) return `no unit of the round is ${when.none.join(' or ')}`
  if ('everyUnit' in when) return `each unit that did its part is noted as ${when.everyUnit.join(' and ')}`
  if ('everyParty' in when) return `each party: ${when.everyParty}`
  if ('complainants' in when)
    return `${when.complainants === 'all' ? 'all' : 'more than half'} of those who complained: ${when.flag}`
  return ASSIGNMENTS[when.assignments]
}

const amountOf = ({ amount, kind }: ClockLimit): string => `${amount} × ${CLOCK_UNITS[kind]}`

function limitOf({ limit }: KindClock): string {
  if (limit === 'item') return 'the limit of the catalogue item'
  if ('until' in limit) return `the date that was named, at most ${limit.until} calendar days ahead`
  if ('choice' in limit)
    return Object.entries(limit.of)
      .map(([option, one]) => `${option}: ${amountOf(one)}`)
      .join('; ')
  return amountOf(limit)
}

function assignmentOf(effect: AssignmentEffect | undefined): string {
  if (!effect) return '–'
  if ('create' in effect)
    return 'peersOnly' in effect ? 'one for each department or subdistrict chosen' : CREATED[effect.create]
  return Object.entries(effect)
    .map(([whose, { from, to }]) => `${WHOSE[whose] ?? whose}: ${from.join(' or ')} → ${to}`)
    .join('; ')
}

const CREATED = {
  units: 'one for each unit chosen',
  coHandlers: 'one for each unit chosen, beside the lead',
  ownUnit: "the actor's unit, signed at once",
} as const

const WHOSE: Readonly<Record<string, string>> = {
  mine: "the actor's unit",
  all: 'every assignment',
  chosen: 'the one that is named',
  byCode: 'the one whose code was shown by the other side',
}

/** What a move does beside its state: flags, counts, other rows, clocks on hold. */
function besides(move: KindMove): string {
  const list = (label: string, names: readonly string[] | undefined) =>
    names && names.length > 0 ? [`${label} ${codes(names)}`] : []
  return (
    [
      ...list('chooses', move.choose),
      ...list('tells', move.tells),
      ...list('only with', move.requires),
      ...list('only without', move.forbids),
      ...list('notes', move.raise),
      ...list('settles', move.lower),
      ...list('holds', move.pause),
      ...list('goes on with', move.resume),
      ...(move.postpone ? [`postpones ${code(move.postpone)}`] : []),
      ...(move.others ? [`other units: ${move.others.from.join(' or ')} → ${move.others.to}`] : []),
      ...(move.vote ? [`counts ${code(move.vote)}`] : []),
      ...(move.count ? [`counts ${code(move.count)}`] : []),
      ...(move.climbs ? ['one rung up'] : []),
      ...(move.link ? [`links ${code(move.link)}`] : []),
    ].join('; ') || '–'
  )
}

/** Who may: the roles of the permission and how far each reaches. The permission table is the source. */
function whoOf({ permit }: KindMove): string {
  const roles = Object.entries(ruleOf(permit).roles).map(([role, reach]) => `${role} (${reach.join(', ')})`)
  return `${code(permit)}: ${roles.join('; ') || 'the system only'}`
}

function targetOf({ outcomes }: KindMove): string {
  if (outcomes.length === 0) return 'stays'
  const targets = outcomes.map(({ when, to }) => (when ? `${code(to)} if ${conditionOf(when)}` : code(to)))
  return outcomes.at(-1)?.when ? [...targets, 'else stays'].join('; ') : targets.join('; else ')
}

function diagram(kind: Kind): string {
  const states = Object.entries(kind.states).map(
    ([name, state]) => `  ${name}: ${state.name.zh} · ${state.name.en}`,
  )
  const moves = Object.entries(kind.moves).flatMap(([name, { from, outcomes }]) =>
    from.flatMap((state) =>
      outcomes
        .filter(({ to }) => to !== state)
        .map(({ when, to }) => `  ${state} --> ${to}: ${name}${when ? ` (${conditionOf(when)})` : ''}`),
    ),
  )
  const ends = Object.entries(kind.states).flatMap(([name, { tone }]) =>
    tone === 'closed' ? [`  ${name} --> [*]`] : [],
  )
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states,
    `  [*] --> ${kind.start}: report`,
    ...moves,
    ...ends,
    '```',
  ].join('\n')
}

/** What is noted, chosen, rated and voted on, where the kind has any of it. */
function noted(kind: Kind): string[] {
  const flags = Object.entries(kind.flags ?? {}).map(([name, { name: words, asks, per }]) => [
    code(name),
    `${words.zh} · ${words.en}`,
    asks ? OWNERS[asks.owner] : '–',
    asks ? code(asks.clock) : '–',
    per === 'unit' ? 'each unit' : 'the matter',
  ])
  const choices = Object.entries(kind.choices ?? {}).map(([name, { name: words, options }]) => [
    code(name),
    `${words.zh} · ${words.en}`,
    Object.entries(options)
      .map(([option, one]) => `${code(option)} ${one.zh} · ${one.en}`)
      .join('; '),
  ])
  const share = ({ of, share: [over, under], as }: VoteShare) =>
    `${as === 'atLeast' ? 'at least' : 'more than'} ${over}/${under} of ${of}`
  const votes = Object.entries(kind.votes ?? {}).map(([name, vote]) => [
    code(name),
    `${vote.name.zh} · ${vote.name.en}`,
    vote.attend.map(share).join(', ') || '–',
    `${vote.approve.map(share).join(', ')}${vote.approveOf === 'entitled' ? ' of all who are entitled' : ''}`,
    `${vote.law.zh} · ${vote.law.en}`,
  ])
  const part = (title: string, head: string[], rows: string[][]) =>
    rows.length > 0 ? [title, table(head, rows)] : []
  return [
    ...part('## What is noted', ['Flag', 'Name', 'Who decides', 'Clock', 'Of'], flags),
    ...part('## Choices', ['Choice', 'Name', 'Options'], choices),
    ...part('## Votes', ['Vote', 'Name', 'Must attend', 'Must approve', 'Law'], votes),
  ]
}

/** One page for a kind at one version: what a newcomer, a lawyer and a tester ask of it. */
export function kindPage(kind: Kind): string {
  const states = Object.entries(kind.states).map(([name, { name: words, owner, clock, tone, reopens }]) => [
    code(name),
    words.zh,
    words.en,
    owner ? OWNERS[owner] : '–',
    clock ? code(clock) : '–',
    reopens ? `${tone}, begins a new round` : tone,
  ])
  const clocks = Object.entries(kind.clocks).map(([name, clock]) => {
    const next = kind.onExpiry[name]
    return [
      code(name),
      clock.name.zh,
      clock.name.en,
      limitOf(clock),
      clock.perAssignment ? 'for each handling unit' : 'for the case',
      next
        ? `the move ${code(next)}`
        : clock.laddered || clock.limit === 'item'
          ? 'an alert to whoever the ladder leads to'
          : 'an alert to the supervising unit',
    ]
  })
  const moves = Object.entries(kind.moves).map(([name, move]) => [
    code(name),
    `${move.name.zh} · ${move.name.en}`,
    codes(move.from),
    targetOf(move),
    codes(move.needs),
    codes(move.may),
  ])
  const effects = Object.entries(kind.moves).map(([name, move]) => [
    code(name),
    whoOf(move),
    `${move.effect.zh} · ${move.effect.en}`,
    assignmentOf(move.assignment),
    besides(move),
    move.rules.map((rule) => RULES[rule]).join('; ') || '–',
    code(`case.${move.event}`),
    move.tellsRequester ? (move.private ? 'yes, and nobody who joined' : 'yes') : 'no',
  ])
  return `${[
    GENERATED,
    `# ${kind.name.zh} · ${kind.name.en} (${code(kind.kind)}, version ${kind.version})`,
    `${reportOf(kind)} ${reopeningOf(kind)} Moves that keep the state are not in the drawing.`,
    ...originOf(kind),
    diagram(kind),
    '## States',
    'Every open state has an owner, who must act next, and a clock, whose due time is the deadline.',
    table(['State', '中文', 'English', 'Owner', 'Clock', 'Tone'], states),
    '## Clocks',
    table(['Clock', '中文', 'English', 'Limit', 'Runs', 'When it runs out'], clocks),
    '## Moves',
    table(['Move', 'Name', 'From', 'To', 'Needs', 'May'], moves),
    ...noted(kind),
    '### Who may, and what it does',
    'Reach in brackets; [permissions.md](../permissions.md) explains it. The last column: whether the requester reads the words of this step and gets a message.',
    table(
      [
        'Move',
        'Permission and roles',
        'Clocks',
        'Assignments',
        'Besides',
        'Rules',
        'Event',
        'Tells the requester',
      ],
      effects,
    ),
  ].join('\n\n')}\n`
}
