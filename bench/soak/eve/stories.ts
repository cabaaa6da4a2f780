import type { MoveInput } from '@lianxin/contract'

/** What is filled in beside the usual. */
export type Given = Omit<Partial<MoveInput>, 'move' | 'expectedVersion'>
/** A step by its name, or the moment at which a clock of the matter runs out: `@notice`. */
export type Step = string | readonly [move: string, given: Given]

/** How a matter comes to a clock: its last step starts it, and nobody does anything more. */
export interface Story {
  readonly clock: string
  readonly steps: readonly Step[]
  /** What is chosen where the house opens it and makes its first move at once. */
  readonly opens?: Readonly<Record<string, string>>
  /** About how many days before the day its last step must be, where that is more than one. */
  readonly days?: number
}

const on = (clock: string, steps: readonly Step[], more: Omit<Story, 'clock' | 'steps'> = {}): Story => ({
  clock,
  steps,
  ...more,
})

const SENT: readonly Step[] = ['triage', 'dispatch']
const SIGNED: readonly Step[] = [...SENT, 'sign']
const DONE: readonly Step[] = [...SIGNED, 'feedback']
const exclusion: Step = ['askExclusion', { choices: { ground: 'noContact' } }]

/** What requests and findings have in common, from the moment at which they are registered. */
const HANDLED: readonly Story[] = [
  on('triage', []),
  on('dispatch', ['triage']),
  on('sign', SENT),
  on('handle', SIGNED),
  on('verify', DONE),
  on('objection', [...SENT, 'object']),
  on('recusal', [...SENT, 'recuseUnit']),
  on('time', [...SIGNED, 'askExtension']),
  on('suspended', [...SIGNED, 'askSuspension', 'grantSuspension']),
  on('supervision', [...SIGNED, 'supervise']),
  on('exclusion', [...SENT, exclusion]),
]

const cause = (name: string): Step => ['blow', { choices: { cause: name } }]
const emergency = cause('emergency')
const RATED: readonly Step[] = [emergency, 'acknowledge', 'arrive', 'finish', 'confirm']

const form = (name: string): Step => ['open', { choices: { form: name } }]
const agreed: Step = ['discuss', { choices: { discussion: 'agreed' } }]
const PUBLISHED: readonly Step[] = [form('residents'), agreed, 'review', 'decide']
const IN_FORCE: readonly Step[] = [...PUBLISHED, '@publication']

const CONSENTED: readonly Step[] = ['consent', 'consent']
const MEDIATED: readonly Step[] = [...CONSENTED, 'propose', 'accept']
const AGREEMENT: readonly Step[] = [...MEDIATED, ['draft', { choices: { form: 'written' } }]]
const SETTLED: readonly Step[] = [...AGREEMENT, 'confirmAgreement', 'confirmAgreement']

const checkedBy = (checker: string) => ({ trigger: 'late', checker })
const plan: Step = ['plan', { choices: { measure: 'repair' } }]
const MENDED: readonly Step[] = [plan, 'report']

/** For every clock of every kind a matter whose clock runs out on the day. */
export const STORIES: Readonly<Record<string, readonly Story[]>> = {
  request: [
    ...HANDLED,
    on('verdict', [...DONE, 'pass'], { days: 8 }),
    on('mediation', ['triage', 'suggestMediation', 'agreeMediation'], { days: 4 }),
  ],
  finding: [on('own', []), ...HANDLED.map((story) => ({ ...story, steps: ['handUp', ...story.steps] }))],
  whistle: [
    on('prepare', []),
    on('acknowledge', [emergency]),
    on('arrive', [emergency]),
    on('arbitrate', [emergency, 'refuse']),
    on('recusal', [emergency, 'recuseUnit']),
    on('supervision', [emergency, 'supervise']),
    on('act', [emergency, 'acknowledge', 'arrive']),
    on('confirm', RATED.slice(0, -1), { days: 3 }),
    on('rate', RATED, { days: 8 }),
  ],
  assignment: [
    on('draft', [], { days: 8 }),
    on('take', ['place'], { days: 3 }),
    on('work', ['place', 'take']),
    on('settle', ['place', 'take', 'answer'], { days: 4 }),
    on('ruling', ['place', 'decline'], { days: 4 }),
  ],
  mediation: [
    on('consent', [], { days: 8 }),
    on('naming', CONSENTED, { days: 8 }),
    on('acceptance', [...CONSENTED, 'propose'], { days: 4 }),
    on('mediating', MEDIATED, { days: 31 }),
    on('confirming', AGREEMENT, { days: 8 }),
    on('followUp', SETTLED, { days: 16 }),
    on('judicial', SETTLED, { days: 31 }),
  ],
  deliberation: [
    on('draft', [], { days: 14 }),
    on('discuss', [form('residents')], { days: 14 }),
    on('review', [form('residents'), agreed], { days: 14 }),
    on('decide', [form('residents'), agreed, 'review'], { days: 21 }),
    on('notice', [form('ownersOrdinary')], { days: 16 }),
    on('vote', [form('ownersOrdinary'), '@notice'], { days: 47 }),
    on('publication', PUBLISHED, { days: 8 }),
    on('carryOut', IN_FORCE, { days: 189 }),
    on('result', [...IN_FORCE, 'conclude'], { days: 17 }),
  ],
  objection: [on('answer', [], { days: 4 })],
  task: [on('draft', [], { days: 8 }), on('work', ['give']), on('check', ['give', 'complete'], { days: 8 })],
  rectification: [
    on('opening', []),
    on('plan', [], { days: 4, opens: checkedBy('requester') }),
    on('remedy', [plan], { opens: checkedBy('requester') }),
    on('time', [plan, 'askSuspension'], { opens: checkedBy('requester') }),
    on('suspended', [plan, 'askSuspension', 'grantSuspension'], { opens: checkedBy('requester') }),
    on('supervision', [plan, 'supervise'], { opens: checkedBy('requester') }),
    on('check', MENDED, { days: 8, opens: checkedBy('requester') }),
    on('unitCheck', MENDED, { days: 8, opens: checkedBy('initiator') }),
    on('verify', MENDED, { days: 4, opens: checkedBy('community') }),
  ],
  topic: [
    on('decide', [], { days: 14 }),
    on('plan', ['accept'], { days: 14 }),
    on('work', ['accept', 'setMeasures']),
    on('supervision', ['accept', 'supervise']),
    on('observe', ['accept', 'setMeasures', 'finish'], { days: 31 }),
    on('conclude', ['accept', 'setMeasures', 'finish', '@observe'], { days: 38 }),
  ],
}
