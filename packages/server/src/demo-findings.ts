import { MINUTE_MS, type MoveInput, type Raised } from '@lianxin/contract'
import type { DemoDistrict, Finding, FindingFate } from '@lianxin/demo'
import { actorOf, type Step } from './demo-actor.ts'
import type { Actor } from './kernel/actor.ts'
import { runCommand } from './kernel/run-command.ts'
import { moveCase, raiseCase } from './modules/case/index.ts'

/** Steps on the way of what was handed up. */
const WAY: readonly FindingFate[] = ['registered', 'dispatched', 'handling', 'answered', 'closed']
/** How many moves lead there: triage and dispatch come together. */
const MOVES: Readonly<Record<FindingFate, number>> = {
  ...{ selfHandled: 0, found: 0, registered: 0 },
  ...{ dispatched: 2, handling: 3, answered: 4, closed: 5 },
}

type Played = {
  readonly tenant: number
  readonly demo: DemoDistrict
  readonly idOf: (name: string) => string
  readonly now: number
}

/** What grid workers found in the last days, through the same commands that they use. */
export const findingSteps = (played: Played): readonly Step[] =>
  played.demo.findings.flatMap((finding, index) => stepsOf(played, finding, `finding/${index}`))

function stepsOf({ tenant, demo, idOf, now }: Played, finding: Finding, name: string): Step[] {
  const start = now - finding.minutesAgo * MINUTE_MS
  const worker = actorOf(demo, 'gridWorker', finding.gridCode)
  const firstMove =
    finding.fate === 'selfHandled'
      ? { move: 'selfHandle', words: finding.done }
      : WAY.includes(finding.fate)
        ? { move: 'handUp' }
        : undefined
  let caseId = ''
  const report: Step = {
    at: start,
    id: idOf(`${name}/report`),
    async run(world) {
      const body = {
        kind: 'finding',
        words: finding.words,
        where: finding.buildingId ? { buildingId: finding.buildingId } : { gridCode: finding.gridCode },
        itemCode: finding.itemCode,
        answers: answersTo(demo, finding.itemCode),
        ...(firstMove ? { firstMove } : {}),
      }
      const input = { params: undefined, query: undefined, body }
      const raised = await runCommand(world, raiseCase, { tenant, actor: worker, id: report.id, input })
      caseId = (raised as Raised).caseId
    },
  }
  const moves = movesTo(demo, finding, worker)
  const gap = Math.min(moves.length > 0 ? (finding.minutesAgo - 5) / moves.length : 0, 300)
  return [
    report,
    ...moves.map(({ by, input }, order): Step => {
      const id = idOf(`${name}/${order}`)
      return {
        at: start + Math.round((order + 1) * gap * MINUTE_MS * 0.9),
        id,
        async run(world) {
          // Reported and handed up are the first two versions.
          const body: MoveInput = { ...input, expectedVersion: order + 2 }
          const move = { params: { id: caseId }, query: undefined, body }
          await runCommand(world, moveCase, { tenant, actor: by, id, input: move })
        },
      }
    }),
  ]
}

/** The first choice of each question that must be answered. */
const answersTo = (demo: DemoDistrict, itemCode: string) =>
  (demo.catalogue.find(({ code }) => code === itemCode)?.questions ?? []).flatMap(
    ({ code, required, choices }) =>
      required && choices[0] ? [{ question: code, choice: choices[0].code }] : [],
  )

type Move = { readonly by: Actor; readonly input: Omit<MoveInput, 'expectedVersion'> }

function movesTo(demo: DemoDistrict, { itemCode, fate, done, gridCode }: Finding, worker: Actor): Move[] {
  const item = demo.catalogue.find(({ code }) => code === itemCode)
  const lead = demo.units.find(
    ({ code, kind, placeCode }) =>
      code === item?.leadUnitCode || (kind === item?.leadUnitCode && gridCode.startsWith(placeCode)),
  )
  const district = item?.level === 4 || item?.level === 'emergency'
  const community = actorOf(demo, 'communityWorker', gridCode.slice(0, 12))
  const dispatcher = district
    ? actorOf(demo, 'dispatcher', gridCode.slice(0, 6))
    : actorOf(demo, 'subdistrictDispatcher', gridCode.slice(0, 9))
  if (MOVES[fate] === 0 || !lead) return []
  const handler = actorOf(
    demo,
    lead.kind === 'community' ? 'communityWorker' : 'handler',
    lead.placeCode,
    lead.id,
  )
  const all: Move[] = [
    { by: community, input: { move: 'triage', itemCode } },
    { by: dispatcher, input: { move: 'dispatch', units: [{ unitId: lead.id, role: 'lead' }] } },
    { by: handler, input: { move: 'sign' } },
    { by: handler, input: { move: 'feedback', words: done } },
    { by: worker, input: { move: 'pass' } },
  ]
  return all.slice(0, MOVES[fate])
}
