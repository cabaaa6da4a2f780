import { readFileSync } from 'node:fs'

type Frame = { functionName: string; url: string; lineNumber: number }
type Profile = {
  readonly nodes: readonly { id: number; callFrame: Frame; children?: readonly number[] }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

/** What a call belongs to: a package, a folder of ours, or the machine room. */
export function placeOf({ url, functionName }: Frame): string {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? []
  if (name) return name
  const [, folder] =
    /packages\/(contract|server\/src\/(?:kernel|platform\/[a-z]+|platform|modules\/[a-z]+)|server\/src)/.exec(
      url,
    ) ?? []
  if (folder) return folder.replace('server/src', 'server')
  if (url.startsWith('node:')) return url.replace(/^node:(internal\/)?/, 'node ').split('/')[0] ?? url
  return functionName.startsWith('(') ? functionName : 'v8'
}

export type Spent = { readonly name: string; readonly milliseconds: number }

/** Processor time by place and by function, own time only, idle time left out. */
export function spentIn(path: string): {
  total: number
  byPlace: readonly Spent[]
  byFunction: readonly Spent[]
} {
  const profile = JSON.parse(readFileSync(path, 'utf8')) as Profile
  const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]))
  const places = new Map<string, number>()
  const functions = new Map<string, number>()
  let total = 0
  for (const [index, id] of profile.samples.entries()) {
    const frame = nodes.get(id)
    const ms = (profile.timeDeltas[index] ?? 0) / 1000
    if (!frame || frame.functionName === '(idle)' || frame.functionName === '(program)') continue
    total += ms
    const place = placeOf(frame)
    places.set(place, (places.get(place) ?? 0) + ms)
    const name = `${frame.functionName || '(anonymous)'} · ${place}`
    functions.set(name, (functions.get(name) ?? 0) + ms)
  }
  const sorted = (map: ReadonlyMap<string, number>) =>
    [...map]
      .map(([name, milliseconds]) => ({ name, milliseconds }))
      .sort((a, b) => b.milliseconds - a.milliseconds)
  return { total, byPlace: sorted(places), byFunction: sorted(functions) }
}
