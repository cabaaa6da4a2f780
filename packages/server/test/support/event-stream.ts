import type { LiveChange } from '@lianxin/contract'

export type HeardEvent = { readonly id: number; readonly data: LiveChange }

/** Reads a text/event-stream in the background: `raw` has its blocks, `heard` the events among them. */
export function readEventStream(answer: Response) {
  const heard: HeardEvent[] = []
  const raw: string[] = []
  const read = async () => {
    let rest = ''
    for await (const part of (answer.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + part).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        raw.push(block)
        const data = /^data: (.*)$/m.exec(block)?.[1]
        const id = /^id: (\d+)$/m.exec(block)?.[1]
        if (data) heard.push({ id: Number(id), data: JSON.parse(data) as LiveChange })
      }
    }
  }
  return { heard, raw, ended: read().catch(() => {}) }
}
