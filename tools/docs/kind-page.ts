import {
  type AssignmentEffect,
  type Condition,
  type Kind,
  type KindClock,
  type KindMove,
  type OwnerRule,
  type Rule,
  ruleOf,
} from '../../packages/contract/src/index.ts'
import { code, codes, GENERATED, table } from './markdown.ts'

/** In words what modules/case/domain/owner.ts does. A new rule does not compile before it is said here. */
const OWNERS: Readonly<Record<OwnerRule, string>> = {
  community: "the residents' committee of the place",
  dispatcher: 'the subdistrict office below level 4, the district command centre from level 4 on',
  leadUnit: 'the lead unit of the present round',
  finder:
    "the residents' committee of the place, whose people found it; the verifier above where the committee has an assignment itself",
  verifier: 'the unit that dispatches; the command centre where that unit has an assignment itself',
}

/** In words what modules/case/domain/rules.ts does. */
const RULES: Readonly<Record<Rule, string>> = {
  verifierIsNotHandler: 'whoever reported a result in any round may not make this move',
  reporterOnly: 'only the account that reported it',
  withinReopenWindow: 'only within the reopening window',
  deadlineChangeNeedsReason: 'a deadline that differs from the set one lies ahead and has a reason',
}

const CLOCK_UNITS = {
  urgentHour: 'hour, day and night',
  workingHour: 'working hour of the unit',
  workingDay: 'working day',
  calendarDay: 'calendar day',
} as const

const conditionOf = (when: Condition): string =>
  'input' in when
    ? `${when.input} = ${when.is}`
    : when.assignments === 'allDone'
      ? 'no assignment is open and one is done'
      : 'no assignment is open'

const limitOf = ({ limit }: KindClock): string =>
  limit === 'item' ? 'the limit of the catalogue item' : `${limit.amount} × ${CLOCK_UNITS[limit.kind]}`

function assignmentOf(effect: AssignmentEffect | undefined): string {
  if (!effect) return '–'
  if ('create' in effect)
    return effect.create === 'units' ? 'one for each unit chosen' : "the actor's unit, signed at once"
  const [whose, { from, to }] =
    'mine' in effect ? ["the actor's unit", effect.mine] : ['every assignment', effect.all]
  return `${whose}: ${from.join(' or ')} → ${to}`
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

function reportOf({ report, start }: Kind): string {
  const who = report.by === 'post' ? 'A post reports it and no requester is kept' : 'A requester raises it'
  const first =
    report.moves.length > 0 ? ` The first move may come with the report: ${codes(report.moves)}.` : ''
  return `${who} (${code(report.permit)}); a case starts in ${code(start)}.${first}`
}

const reopeningOf = ({ reopenWindowDays }: Kind): string =>
  reopenWindowDays === 0
    ? 'A closed one stays closed.'
    : `A closed one can be reopened for ${reopenWindowDays} calendar days.`

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
      next ? `the move ${code(next)}` : 'an alert to the supervising unit',
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
    move.rules.map((rule) => RULES[rule]).join('; ') || '–',
    code(`case.${move.event}`),
    move.tellsRequester ? 'yes' : 'no',
  ])
  return `${[
    GENERATED,
    `# ${kind.name.zh} · ${kind.name.en} (${code(kind.kind)}, version ${kind.version})`,
    `${reportOf(kind)} ${reopeningOf(kind)} Moves that keep the state are not in the drawing.`,
    diagram(kind),
    '## States',
    'Every open state has an owner, who must act next, and a clock, whose due time is the deadline.',
    table(['State', '中文', 'English', 'Owner', 'Clock', 'Tone'], states),
    '## Clocks',
    table(['Clock', '中文', 'English', 'Limit', 'Runs', 'When it runs out'], clocks),
    '## Moves',
    table(['Move', 'Name', 'From', 'To', 'Needs', 'May'], moves),
    '### Who may, and what it does',
    'Reach in brackets; [permissions.md](../permissions.md) explains it. The last column: whether the requester reads the words of this step and gets a message.',
    table(
      ['Move', 'Permission and roles', 'Clocks', 'Assignments', 'Rules', 'Event', 'Tells the requester'],
      effects,
    ),
  ].join('\n\n')}\n`
}
