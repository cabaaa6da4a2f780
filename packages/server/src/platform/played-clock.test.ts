import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { newFolder } from '../../test/support/new-folder.ts'
import { openPlayedClock, SPEED_LASTS_MS } from './played-clock.ts'

const START = Date.parse('2026-11-16T08:00:00+08:00')
let machine = START
const wall = { now: () => machine }
let file = ''
let count = 0
const folder = newFolder()
const open = () => openPlayedClock({ file, wall })

beforeEach(() => {
  machine = START
  file = join(folder, `clock-${count++}.json`)
})

describe('a clock that can be played', () => {
  it('shows the time of the machine until somebody sets its speed', () => {
    const clock = open()
    machine += 5_000
    expect([clock.now(), clock.speed(), clock.aheadMs()]).toEqual([START + 5_000, 1, 0])
    expect(existsSync(file)).toBe(false)
  })

  it('runs a hundred times as fast, and as usual again when it is told so', () => {
    const clock = open()
    clock.setSpeed(100)
    machine += 10_000
    expect([clock.now(), clock.speed()]).toEqual([START + 1_000_000, 100])
    clock.setSpeed(1)
    machine += 10_000
    expect(clock.now()).toBe(START + 1_010_000)
    expect(clock.aheadMs()).toBe(990_000)
  })

  it('runs as usual by itself when nobody asks for the speed again', () => {
    const clock = open()
    clock.setSpeed(1_000)
    machine += SPEED_LASTS_MS + 7_000
    expect(clock.speed()).toBe(1)
    expect(clock.now()).toBe(START + SPEED_LASTS_MS * 1_000 + 7_000)
  })

  it('goes on after a restart as if it had not been away', () => {
    open().setSpeed(100)
    machine += 30_000
    const again = open()
    expect([again.now(), again.speed()]).toEqual([START + 3_000_000, 100])
  })

  it('does not go back when the machine does', () => {
    const clock = open()
    clock.setSpeed(10)
    machine += 1_000
    const told = clock.now()
    machine -= 3_600_000
    expect(clock.now()).toBe(told)
    expect(open().now()).toBeGreaterThanOrEqual(START)
  })

  it('starts at the time of the machine when its file is damaged, and then where it is told that it has been', () => {
    for (const damaged of ['', '{"told":1}', '{"told":1,"since":2,"speed":-5,"until":3}', 'null']) {
      writeFileSync(file, damaged)
      const clock = open()
      expect(clock.now()).toBe(START)
      clock.notBefore(START + 86_400_000)
      clock.notBefore(START)
      machine += 1_000
      expect(clock.now()).toBe(START + 86_401_000)
      expect(open().now()).toBe(START + 86_401_000)
      machine = START
    }
  })

  it('refuses a speed that stands still, goes back or is none', () => {
    for (const speed of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => open().setSpeed(speed)).toThrow('only goes forward')
  })

  it('never goes back, whatever is set, however long anybody waits, and over any restart', () => {
    const step = fc.oneof(
      fc.record({ wait: fc.integer({ min: 0, max: 200_000 }) }),
      fc.record({ speed: fc.integer({ min: 1, max: 1_000 }) }),
      fc.constant({ restart: true }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        machine = START
        file = join(folder, `clock-${count++}.json`)
        let clock = open()
        let told = clock.now()
        for (const one of steps) {
          if ('wait' in one) machine += one.wait
          else if ('speed' in one) clock.setSpeed(one.speed)
          else clock = open()
          expect(clock.now()).toBeGreaterThanOrEqual(told)
          expect(clock.now()).toBeGreaterThanOrEqual(machine)
          told = clock.now()
        }
      }),
      { seed: 1_000, numRuns: 200 },
    )
  })

  it('is written so that only this account reads it, and as a whole', () => {
    open().setSpeed(3)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ speed: 3, since: START })
    expect(existsSync(`${file}.new`)).toBe(false)
  })
})
