import { beforeEach, expect, test, vi } from 'vitest'

const SITE = 'https://district.example'
const PAGE = '<script type="module" src="/assets/index-b.js"></script>'
const FILES = ['/assets/codes-b.js', '/assets/index-b.js']

/** What the browser has of the site: caches by name, paths with what is kept. */
let kept: Map<string, Map<string, Response>>
/** What the server answers by path; nothing: it cannot be reached. */
let served: Map<string, Response>
let listeners: Record<string, (event: object) => void>

const fetched = async (asked: Request | string) => {
  const path = typeof asked === 'string' ? asked : new URL(asked.url).pathname
  const answer = served.get(path)
  if (!answer) throw new TypeError('no network')
  return answer.clone()
}
const openCache = (name: string) => {
  const cache = kept.get(name) ?? new Map<string, Response>()
  kept.set(name, cache)
  const put = async (path: string, answer: Response) => void cache.set(path, answer)
  return {
    put,
    addAll: async (paths: readonly string[]) => {
      const answers = await Promise.all(paths.map(fetched))
      await Promise.all(paths.map((path, at) => put(path, answers[at] ?? Response.error())))
    },
  }
}

beforeEach(async () => {
  kept = new Map([['lianxin-a', new Map([['/', new Response('the app before')]])]])
  served = new Map([['/', new Response(PAGE)], ...FILES.map((path) => [path, new Response(path)] as const)])
  listeners = {}
  vi.stubGlobal('__KEPT__', { name: 'lianxin-b', start: 'assets/index-b.js', files: FILES })
  vi.stubGlobal('fetch', fetched)
  vi.stubGlobal('caches', {
    open: async (name: string) => openCache(name),
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name),
    match: async (path: string, { cacheName }: { cacheName: string }) =>
      kept.get(cacheName)?.get(path)?.clone(),
  })
  vi.stubGlobal('self', {
    location: new URL(SITE),
    clients: { claim: async () => undefined },
    skipWaiting: async () => undefined,
    addEventListener: (type: string, listener: (event: object) => void) => {
      listeners[type] = listener
    },
  })
  vi.resetModules()
  await import('./service-worker.ts')
})

const wait = async (type: 'install' | 'activate') => {
  let work: Promise<unknown> = Promise.resolve()
  listeners[type]?.({ waitUntil: (told: Promise<unknown>) => (work = told) })
  await work
}
/** However often the worker tries. */
const patiently = async () => {
  vi.useFakeTimers()
  const work = wait('install')
  const settled = work.catch(() => undefined)
  await vi.runAllTimersAsync()
  await settled
  vi.useRealTimers()
  return work
}
const installed = async () => {
  await wait('install')
  await wait('activate')
}
/** What the worker answers; undefined: it leaves the request to the browser. */
const ask = async (path: string, mode = 'navigate', method = 'GET'): Promise<Response | undefined> => {
  let answer: Promise<Response> | undefined
  const request = { url: SITE + path, mode, method }
  listeners['fetch']?.({ request, respondWith: (told: Promise<Response>) => (answer = told) })
  return answer
}

test('another build is kept whole, and then the one before it is gone', async () => {
  await wait('install')
  expect([...kept.keys()]).toEqual(['lianxin-a', 'lianxin-b'])
  await wait('activate')
  expect([...kept.keys()]).toEqual(['lianxin-b'])
  expect([...(kept.get('lianxin-b')?.keys() ?? [])]).toEqual([...FILES, '/'])
})

test('a build whose first page is of another one, or of which a file is missing, is not kept', async () => {
  served.set('/', new Response('<script type="module" src="/assets/index-c.js"></script>'))
  await expect(patiently()).rejects.toThrow('another build')
  served.set('/', new Response(PAGE))
  served.delete('/assets/codes-b.js')
  await expect(patiently()).rejects.toThrow()
  expect(kept.get('lianxin-b')?.get('/')).toBeUndefined()
  expect(await kept.get('lianxin-a')?.get('/')?.clone().text()).toBe('the app before')
})

test('a file that did not arrive at first is asked for again, and the build is kept whole', async () => {
  served.delete('/assets/codes-b.js')
  vi.useFakeTimers()
  const work = wait('install')
  await vi.advanceTimersByTimeAsync(0)
  expect(kept.get('lianxin-b')?.size).toBe(0)
  served.set('/assets/codes-b.js', new Response('late'))
  await vi.runAllTimersAsync()
  await work
  vi.useRealTimers()
  expect([...(kept.get('lianxin-b')?.keys() ?? [])]).toEqual([...FILES, '/'])
})

test('the server’s own page comes wherever it answers; where it does not, work leads to the codes and nothing else does', async () => {
  await installed()
  served.set('/field', new Response('the newest app'))
  expect(await (await ask('/field'))?.text()).toBe('the newest app')
  served.set('/field', new Response('bad gateway', { status: 502 }))
  expect((await ask('/field'))?.headers.get('location')).toBe(`${SITE}/codes?next=%2Ffield`)
  served.clear()
  expect((await ask('/desk/case/1?move=arrive'))?.headers.get('location')).toBe(
    `${SITE}/codes?next=%2Fdesk%2Fcase%2F1%3Fmove%3Darrive`,
  )
  expect(await (await ask('/codes'))?.text()).toBe(PAGE)
  for (const path of ['/', '/report', '/command', '/fields']) expect(await ask(path)).toBeUndefined()
})

test('an answer of the API is not the worker’s to see, and a file of the app only where it is kept', async () => {
  await installed()
  served.clear()
  for (const path of ['/api/whistles/codes', '/api/me', '/assets/other.js', '/tiles/1/2/3'])
    expect(await ask(path, 'cors')).toBeUndefined()
  expect(await ask('/field', 'navigate', 'POST')).toBeUndefined()
  expect(await (await ask('/assets/codes-b.js', 'cors'))?.text()).toBe('/assets/codes-b.js')
})
