import { afterEach, beforeEach, expect, test } from 'vitest'
import { createMetrics, type Metrics } from './metrics.ts'

let metrics: Metrics
beforeEach(() => {
  metrics = createMetrics()
})
afterEach(() => metrics.close())

const lines = async () => (await metrics.render()).split('\n')

test('a counter counts up by its labels', async () => {
  const requests = metrics.counter('http_requests', 'Answers by status')
  requests.add(1, { route: 'case.list', status: 200 })
  requests.add(2, { route: 'case.list', status: 200 })
  requests.add(1, { route: 'case.list', status: 409 })
  expect(await lines()).toEqual(
    expect.arrayContaining([
      '# TYPE lianxin_http_requests_total counter',
      '# HELP lianxin_http_requests_total Answers by status',
      'lianxin_http_requests_total{route="case.list",status="200"} 3',
      'lianxin_http_requests_total{route="case.list",status="409"} 1',
    ]),
  )
  requests.add(1, { route: 'case.list', status: 409 })
  expect(await lines()).toContain('lianxin_http_requests_total{route="case.list",status="409"} 2')
})

test('a histogram sorts values into its buckets', async () => {
  const seconds = metrics.histogram('command_seconds', 'Time of a command', [0.1, 1])
  for (const value of [0.05, 0.5, 0.6, 3]) seconds.record(value, { command: 'case.assign' })
  expect(await lines()).toEqual(
    expect.arrayContaining([
      'lianxin_command_seconds_bucket{command="case.assign",le="0.1"} 1',
      'lianxin_command_seconds_bucket{command="case.assign",le="1"} 3',
      'lianxin_command_seconds_bucket{command="case.assign",le="+Inf"} 4',
      'lianxin_command_seconds_count{command="case.assign"} 4',
    ]),
  )
})

test('a gauge tells the value of the moment it is looked at', async () => {
  let waiting = 3
  metrics.gauge('outbox_waiting', 'Messages not yet delivered', () => waiting)
  expect(await lines()).toContain('lianxin_outbox_waiting 3')
  waiting = 0
  expect(await lines()).toContain('lianxin_outbox_waiting 0')
})

test('the process tells its own memory and the delay of its event loop, and every name is ours', async () => {
  const told = await lines()
  const rss = told.find((line) => line.startsWith('lianxin_resident_memory_bytes '))
  expect(Number(rss?.split(' ')[1])).toBeGreaterThan(10_000_000)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const start = performance.now()
  while (performance.now() - start < 200);
  await new Promise((resolve) => setTimeout(resolve, 20))
  const delay = (await lines()).find((line) => line.startsWith('lianxin_event_loop_delay_p99_seconds '))
  expect(Number(delay?.split(' ')[1])).toBeGreaterThan(0.1)
  expect(told.filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('lianxin_'))).toEqual(
    [],
  )
})

test('labels that grow without end are counted together instead of filling the memory', async () => {
  const counter = metrics.counter('visits', 'Visits')
  for (let n = 0; n < 5000; n++) counter.add(1, { visitor: n })
  const told = (await lines()).filter((line) => line.startsWith('lianxin_visits_total'))
  expect(told.length).toBeLessThanOrEqual(1000)
  expect(told.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)).toBe(5000)
})

test('a label cannot break out of its quotes, and a name must be a name', async () => {
  metrics.counter('odd', 'Odd').add(1, { word: 'a"} 9\nlianxin_forged 1' })
  expect((await lines()).some((line) => line.startsWith('lianxin_forged'))).toBe(false)
  for (const name of ['', 'Case', 'a-b', 'a__b', 'a b'])
    expect(() => metrics.counter(name, '')).toThrow('not a name')
})
