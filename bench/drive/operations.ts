import { uuidV7 } from '../../packages/server/src/kernel/uuid.ts'
import type { HttpAnswer, HttpRequest } from './http-connection.ts'
import { addressOf, type Person } from './people.ts'
import type { Scene } from './scene.ts'

/** What one connection asks, request by request. */
export type Requests = {
  next(): HttpRequest
  answered?(answer: HttpAnswer): void
}

export type Operation = {
  readonly name: OperationName
  /** Commands need fresh ids when their statements are repeated; reads do not. */
  readonly writes: 'all' | 'inserts' | 'none'
  /** Undefined: nothing is left for this connection to ask. */
  requests(connection: number, connections: number): Requests | undefined
}

export const OPERATION_NAMES = ['create', 'transition', 'inbox', 'list', 'case', 'tile'] as const
export type OperationName = (typeof OPERATION_NAMES)[number]

let asked = 0
/** Every request comes from an address of its own, as a crowd behind a proxy does: the rate limiter counts and refuses nobody. */
const headersOf = (person: Person): Record<string, string> => ({
  cookie: person.cookie,
  'x-tenant': person.tenantCode,
  'x-post': person.postId,
  'x-forwarded-for': addressOf(asked++),
})
const read = (person: Person, path: string): HttpRequest => ({
  method: 'GET',
  path,
  headers: headersOf(person),
})
const command = (person: Person, path: string, body: object): HttpRequest => ({
  method: 'POST',
  path,
  headers: { ...headersOf(person), 'idempotency-key': uuidV7(Date.now()) },
  body: JSON.stringify(body),
})

const pick = <T>(list: readonly T[]): T => {
  const found = list[Math.floor(Math.random() * list.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}
/** Every connection has people of its own: nobody waits for somebody else's double. */
const share = <T>(list: readonly T[], connection: number, connections: number): readonly T[] => {
  const own = list.filter((_, index) => index % connections === connection)
  return own.length > 0 ? own : [pick(list)]
}

const WORDS = '我家楼道的灯坏了一个多星期，晚上老人上下楼看不见台阶，麻烦尽快派人来修一下，谢谢。'
const PROGRESS = '已经联系维修人员，预计今天下午到现场处理。'

export function operationsIn(scene: Scene): readonly Operation[] {
  // What the warming-up or the capture has changed is gone on with: a step on an old version would be refused.
  const moving = scene.waiting.map(
    ({ id, by, version, taken }): Moving => ({ id, by, version, steps: taken ? CHAIN.length : 0 }),
  )
  const reading = (
    name: OperationName,
    people: readonly Person[],
    path: (person: Person) => string,
  ): Operation => ({
    name,
    writes: 'none',
    requests(connection, connections) {
      const own = share(people, connection, connections)
      return {
        next: () => {
          const person = pick(own)
          return read(person, path(person))
        },
      }
    },
  })
  return [
    {
      name: 'create',
      writes: 'all',
      requests(connection, connections) {
        const own = share(scene.desk, connection, connections)
        return {
          next() {
            const person = pick(own)
            const { lon, lat } = pick(scene.pointsOf(person))
            return command(person, '/api/cases', {
              words: WORDS,
              where: { point: { lon, lat, crs: 'CGCS2000' }, detail: '3单元门口' },
              contact: {
                name: '王芳',
                phone: `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`,
              },
            })
          },
        }
      },
    },
    {
      name: 'transition',
      writes: 'inserts',
      requests: (connection, connections) =>
        transitions(
          moving.filter((_, index) => index % connections === connection),
          scene.smallItem,
        ),
    },
    reading('inbox', scene.gridWorkers, () => '/api/cases?box=mine&limit=50'),
    reading('list', scene.desk, () => '/api/cases?box=all&limit=50'),
    reading('case', scene.desk, (person) => `/api/cases/${pick(scene.casesOf(person))}`),
    reading('tile', scene.desk, (person) => pick(scene.tilesOf(person))),
  ]
}

/** A matter as it stands after the steps that this run made: lines of other scenes go on from there. */
type Moving = {
  readonly id: string
  readonly by: Person
  version: number
  steps: number
}

/** Each matter is triaged, taken up and told about; a line that has come through all of its matters tells on. */
function transitions(own: readonly Moving[], itemCode: string): Requests | undefined {
  if (own.length === 0) return undefined
  let matter: Moving | undefined
  let rounds = 0
  return {
    next() {
      matter = own.find((one) => one.steps < CHAIN.length) ?? own[rounds++ % own.length]
      if (!matter) throw new Error('there is no matter to move: load more')
      const move = CHAIN[matter.steps] ?? tell
      return command(matter.by, `/api/cases/${matter.id}/moves`, {
        ...move(itemCode),
        expectedVersion: matter.version,
      })
    },
    answered({ body }) {
      if (!matter) return
      matter.version = (JSON.parse(body.toString()) as { version: number }).version
      matter.steps += 1
    },
  }
}

const tell = () => ({ move: 'tell', words: PROGRESS })
const CHAIN: readonly ((itemCode: string) => object)[] = [
  (itemCode) => ({ move: 'triage', itemCode }),
  (itemCode) => ({ move: 'takeUp', itemCode }),
  tell,
]
