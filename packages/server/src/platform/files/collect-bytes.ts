/** All bytes of a source, or undefined as soon as there are more than `maxBytes`: the rest is not read. */
export async function collectBytes(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  if (source instanceof Uint8Array) return source.length > maxBytes ? undefined : source
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of source) {
    length += chunk.length
    if (length > maxBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
