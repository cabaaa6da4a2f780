import { setTimeout as pause } from 'node:timers/promises'
import type { Receipt } from '@lianxin/contract'
import { Person, type Sent } from './person.ts'

export const FACES = ['resident', 'field', 'desk', 'command'] as const
export type Face = (typeof FACES)[number]

/** One read of a face, with what it asked for. */
export interface Reading extends Sent {
  readonly face: Face
}

/** What each screen asks again when something has changed: the accounts are printed ones of the demonstration. */
const SCREENS: readonly (readonly [face: Face, username: string, path: string])[] = [
  ['field', 'grid.mudan.01', '/api/cases?box=mine&open=true'],
  ['field', 'grid.mudan.02', '/api/cases?box=mine&open=true'],
  ['desk', 'community.mudan', '/api/cases?box=unit&open=true&limit=50'],
  ['desk', 'dispatcher.santaizi', '/api/cases?box=all&open=true&limit=50'],
  ['desk', 'dispatcher.district', '/api/cases/counts'],
  ['command', 'duty.district', '/api/figures'],
  ['command', 'duty.district', '/api/figures/map'],
  ['command', 'duty.district', '/api/figures/cases?limit=50'],
]
const EVERY_MS = 500

/** Lets somebody read at each face, twice a second each, until `stop`. */
export async function readFaces(
  url: string,
  passwordOf: (username: string) => string | undefined,
  receipts: readonly Receipt[],
  stop: AbortSignal,
): Promise<{ readonly readings: readonly Reading[]; readonly ended: Promise<unknown> }> {
  const readings: Reading[] = []
  const people = new Map<string, Person>()
  for (const [, username] of SCREENS)
    if (!people.has(username)) people.set(username, await Person.signIn(url, username, passwordOf(username)))
  const clients: (readonly [Face, Person | undefined, string])[] = SCREENS.map(([face, username, path]) => [
    face,
    people.get(username),
    path,
  ])
  for (const receipt of receipts)
    clients.push(['resident', await Person.follow(url, receipt), '/api/follow/case'])
  const start = performance.now()
  const repeat = async (face: Face, person: Person, path: string, offset: number) => {
    let due = start + offset
    while (!stop.aborted) {
      const wait = due - performance.now()
      if (wait > 0) await pause(wait)
      readings.push({ face, ...(await person.read(path, due)) })
      // A screen that waited for its answer asks again in its time: it does not make up for what it did not ask.
      due = Math.max(due + EVERY_MS, performance.now())
    }
  }
  const ended = Promise.all(
    clients.flatMap(([face, person, path], order) =>
      person ? [repeat(face, person, path, (order * EVERY_MS) / clients.length)] : [],
    ),
  )
  return { readings, ended }
}
