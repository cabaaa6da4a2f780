import { BUSY_ASSIGNMENTS, EVENTS, KINDS } from '@lianxin/contract'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { presentRound } from '../../src/modules/case/domain/case-facts.ts'
import { running } from '../../src/modules/case/domain/clocks.ts'
import { onEveryStep, RUNS, runsOf, SEED } from './every-step.ts'
import { pushes } from './pushes.ts'
import { ask, castOf, type Outcome, offersTo, type Push, walk } from './random-walk.ts'

const ajv = new Ajv({ strict: false, allErrors: true }).addVocabulary(['x-personal', 'x-sensitive'])
const shapes = new Map(Object.entries(EVENTS).map(([type, schema]) => [type, ajv.compile(schema as object)]))

describe.each(KINDS.map((kind) => [`${kind.kind} (version ${kind.version})`, kind] as const))(
  'any walk through a %s',
  (_, kind) => {
    test('leaves an open matter with an owner, and with a running clock that is its deadline', () => {
      onEveryStep(kind, ({ after }) => {
        const open = kind.states[after.state]?.tone !== 'closed'
        expect(after.closedAt === null).toBe(open)
        if (!open) return
        expect(after.ownerUnitId).not.toBeNull()
        expect(after.clocks.filter(running).map((one) => one.dueAt)).toContain(after.dueAt)
      })
    })

    test('stops every clock of a matter that ends, and leaves it with nobody', () => {
      onEveryStep(kind, ({ after }) => {
        if (after.closedAt === null) return
        expect(after.clocks.filter(running)).toEqual([])
        expect([after.ownerUnitId, after.dueAt]).toEqual([null, null])
      })
    })

    test('counts versions by one and gives every row an id of its own', () => {
      onEveryStep(kind, ({ before, after, event }) => {
        expect([after.version, event.streamVersion]).toEqual([before.version + 1, before.version + 1])
        const ids = [
          event.id,
          ...after.assignments.map((one) => one.id),
          ...after.clocks.map((one) => one.id),
        ]
        expect(new Set(ids).size).toBe(ids.length)
      })
    })

    test('never rewrites what is over: earlier rounds, stopped clocks', () => {
      onEveryStep(kind, ({ before, after }) => {
        for (const one of before.assignments) {
          const now = after.assignments.find(({ id }) => id === one.id)
          expect(now).toBeDefined()
          if (one.round < before.reopenedCount) expect(now).toEqual(one)
        }
        for (const one of before.clocks) {
          const now = after.clocks.find(({ id }) => id === one.id)
          expect(now).toBeDefined()
          if (!running(one)) expect(now).toEqual(one)
        }
        expect(after.reopenedCount - before.reopenedCount).toBe(
          kind.states[after.state]?.reopens && before.state !== after.state ? 1 : 0,
        )
      })
    })

    test('runs clocks for those who still have to do something, and for nobody else', () => {
      onEveryStep(kind, ({ after }) => {
        const round = presentRound(after)
        for (const clock of after.clocks.filter((one) => running(one) && one.assignmentId !== null)) {
          const of = round.find((one) => one.id === clock.assignmentId)
          // Whoever gave it back stays answerable, and its clock runs, until another signs (首接负责).
          expect(of?.state).toMatch(/^(sent|signed|arrived|refused|yielded)$/)
        }
        // One, and only until another signs.
        const yielded = round.filter(({ state }) => state === 'yielded')
        expect(yielded.length).toBeLessThan(2)
        if (yielded.length > 0)
          expect(round.map(({ state }) => state).join()).not.toMatch(/signed|arrived|done/)
        const busy = round.filter((one) => BUSY_ASSIGNMENTS.includes(one.state))
        for (const one of after.closedAt === null ? busy : []) {
          const own = after.clocks.filter((clock) => clock.assignmentId === one.id)
          expect(own.some(running) || own.some((clock) => clock.left !== null)).toBe(true)
        }
      })
    })

    test('lets nobody verify what they ever reported done themselves, also when others did it again', () => {
      fc.assert(
        fc.property(pushes, (steps) => {
          const handlers = new Set<string | null>()
          walk(kind, steps, ({ by, push, event }) => {
            const move = kind.moves[push.move]
            if (!event || !move) return
            if (move.rules.includes('verifierIsNotHandler')) expect(handlers).not.toContain(by.accountId)
            const effect = move.assignment
            if (effect && 'mine' in effect && effect.mine.to === 'done') handlers.add(by.accountId)
          })
        }),
        { numRuns: 36 * runsOf(kind), seed: SEED },
      )
    })

    test('never ends before what hangs on it, whichever step would end it', () => {
      onEveryStep(kind, ({ before, by, push, now }) => {
        const held = ask(kind, before, by, push, now, 1)
        if (!('event' in held)) expect(['case.children-open']).toContain(held.refusal)
        // What was joined with another has ended already: a verdict there ends nothing.
        else if (before.closedAt === null) expect(held.event?.payload.closedAt).toBeNull()
      })
    })

    test('shows a matter to its owner, to whoever handles it or is asked to decide, and to no unit besides', () => {
      onEveryStep(kind, ({ after }) => {
        const handling = after.assignments.filter((one) => one.state !== 'returned').map((one) => one.unitId)
        const owner = after.ownerUnitId === null ? [] : [after.ownerUnitId]
        const asked = after.flags.flatMap((one) => one.ownerUnitId ?? [])
        const placing = after.admissionId === null ? [] : [after.initiatorUnitId ?? '']
        expect([...after.unitIds].sort()).toEqual(
          [...new Set([...owner, ...handling, ...asked, ...placing])].sort(),
        )
      })
    })

    test('records events as the contract describes them', () => {
      onEveryStep(kind, ({ event }) => {
        const fits = shapes.get(event.type)
        expect(fits?.(event.payload) ? [] : (fits?.errors ?? [event.type])).toEqual([])
      })
    })

    test('takes every step that it offers, and offers every step that it takes', () => {
      fc.assert(
        fc.property(pushes, (steps) => {
          walk(kind, steps, ({ sensible, offered, event, refusal }) => {
            if (sensible) expect(refusal).toBeUndefined()
            if (event) expect(offered()).toBe(true)
          })
        }),
        { numRuns: runsOf(kind), seed: SEED },
      )
    })

    test('takes from people only what the move asks for', () => {
      onEveryStep(kind, ({ push }) => {
        const { move: name, expectedVersion: _, choices: __, ...given } = push
        const asked = [...(kind.moves[name]?.needs ?? []), ...(kind.moves[name]?.may ?? [])]
        expect(Object.keys(given).filter((field) => !asked.some((one) => one === field))).toEqual([])
      })
    })

    test('a verdict that is kept was given in the round that it closed', () => {
      onEveryStep(kind, ({ after, push }) => {
        if (after.closedAt === null) return
        expect([after.solved, after.satisfaction]).toEqual([push.solved ?? null, push.satisfaction ?? null])
      })
    })

    test('never leaves a matter with people none of whom can do anything about it', () => {
      onEveryStep(kind, ({ after, now }) => {
        if (kind.states[after.state]?.tone !== 'open') return
        const staff = castOf(kind).filter((one) => one.unitId === after.ownerUnitId)
        const steps = staff.flatMap((one) => offersTo(kind, after, one, now))
        expect(steps.filter(({ move }) => (kind.moves[move]?.outcomes.length ?? 0) > 0)).not.toEqual([])
      })
    })

    test('the walks go everywhere: every state and every move is met', () => {
      const states = new Set<string>([kind.start])
      const met = new Map<string, number>()
      const note = ({ after, push, event }: Outcome) => {
        if (!event) return
        states.add(after.state)
        met.set(push.move, (met.get(push.move) ?? 0) + 1)
      }
      const everywhere = () =>
        states.size === Object.keys(kind.states).length && met.size === Object.keys(kind.moves).length
      // Curious walks: of what could be done, what was done least.
      // Where each party may leave at every step, what is done least would always be leaving: there most steps go on, and nobody begins anew.
      const ends = (name: string) =>
        kind.moves[name]?.aside === true ||
        (kind.moves[name]?.lower ?? []).length > 0 ||
        kind.moves[name]?.outcomes.some(({ to, when }) => !when && kind.states[to]?.tone === 'closed') ===
          true
      // And where several must answer in time, most of them do.
      const soon = (step: Push, index: number): Push =>
        step.move % 9 === 0 || index > 13
          ? step
          : { ...step, sensible: true, wait: step.wait % (2 * 3_600_000) }
      // Once everybody hurries, once now and then nobody does anything.
      for (const idle of kind.report.parties ? [false, true] : [false]) {
        const rarest = (moves: readonly string[], { move }: Push) =>
          (idle && move % 4 === 1 ? [] : moves)
            .filter((name) => !kind.report.parties || move % 12 === 0 || !ends(name))
            .toSorted((a, b) => (met.get(a) ?? 0) - (met.get(b) ?? 0))[0]
        fc.assert(
          fc.property(pushes, (steps) => {
            if (!everywhere()) walk(kind, kind.report.parties ? steps.map(soon) : steps, note, rarest)
          }),
          {
            numRuns: (kind.report.parties ? 64 : Object.keys(kind.moves).length > 30 ? 40 : 16) * RUNS,
            seed: SEED,
          },
        )
      }
      expect([...states].sort()).toEqual(Object.keys(kind.states).sort())
      expect([...met.keys()].sort()).toEqual(Object.keys(kind.moves).sort())
    })
  },
)
