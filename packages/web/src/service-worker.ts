/**
 * Opens the page of the arrival codes where there is no network (docs/adr/0018). It keeps the files of one build of the app
 * and its first page; it never sees to an answer of the API, so nothing of anybody's is kept here.
 */
interface Work extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Asked extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Scope {
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: Work) => void): void
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void
}

/** Put in while building: the name of this build, the script that starts it, and its files that the page needs. */
declare const __KEPT__: { readonly name: string; readonly start: string; readonly files: readonly string[] }

const scope = self as unknown as Scope
const { name, start, files } = __KEPT__
const FIRST_PAGE = '/'
const CODES = '/codes'
/** Where people work who show or enter a code. Elsewhere the browser says itself that there is no network. */
const WORK = /^\/(field|desk|codes)(\/|$)/
/** A telephone in a cellar shows bars and gets nothing through. */
const PATIENCE_MS = 10_000

const waited = (milliseconds: number): Promise<null> =>
  new Promise((resolve) => setTimeout(() => resolve(null), milliseconds))

/** All or nothing: a build that is not whole is not kept, and the one before it stays. */
const keep = async (): Promise<void> => {
  const cache = await caches.open(name)
  const page = await fetch(FIRST_PAGE, { cache: 'no-store' })
  if (!page.ok || !(await page.clone().text()).includes(start))
    throw new Error('the first page is of another build')
  await cache.addAll(files)
  await cache.put(FIRST_PAGE, page)
  await scope.skipWaiting()
}

const MOST_TRIES = 3
const PAUSE_MS = 3000

/** A network that comes and goes, or a server that is being renewed: asked again before the build is given up until the next look. */
const keepInTheEnd = async (): Promise<void> => {
  for (let tries = 1; ; tries += 1)
    try {
      return await keep()
    } catch (fault) {
      if (tries === MOST_TRIES) throw fault
      await waited(tries * PAUSE_MS)
    }
}

const takeOver = async (): Promise<void> => {
  for (const other of await caches.keys()) if (other !== name) await caches.delete(other)
  await scope.clients.claim()
}

const kept = (path: string) => caches.match(path, { cacheName: name, ignoreVary: true })

/** The server's own page wherever it answers, so that nobody stays with an old app. */
const open = async (request: Request, { pathname, search, origin }: URL): Promise<Response> => {
  const answer = await Promise.race([fetch(request).catch(() => null), waited(PATIENCE_MS)])
  if (answer && answer.status < 500) return answer
  const page = await kept(FIRST_PAGE)
  if (!page) return answer ?? Response.error()
  if (pathname === CODES) return page
  return Response.redirect(`${origin}${CODES}?next=${encodeURIComponent(pathname + search)}`)
}

scope.addEventListener('install', (event) => event.waitUntil(keepInTheEnd()))
scope.addEventListener('activate', (event) => event.waitUntil(takeOver()))
scope.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== scope.location.origin) return
  if (request.mode === 'navigate') {
    if (WORK.test(url.pathname)) event.respondWith(open(request, url))
  } else if (files.includes(url.pathname))
    event.respondWith(kept(url.pathname).then((file) => file ?? fetch(request)))
})

export {}
