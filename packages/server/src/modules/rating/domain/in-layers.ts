/**
 * Steps of many matters so that each matter has one in a layer at most: the first of every matter, the second ones, and so
 * on. A statement may touch a row only once.
 */
export function inLayers<T extends { readonly streamId: string }>(
  steps: readonly T[],
): readonly (readonly T[])[] {
  const layers: T[][] = []
  const depths = new Map<string, number>()
  for (const step of steps) {
    const depth = depths.get(step.streamId) ?? 0
    depths.set(step.streamId, depth + 1)
    const layer = layers[depth]
    if (layer) layer.push(step)
    else layers.push([step])
  }
  return layers
}
