/** Does some work on each item, two at a time; gives what came of it in the order of the items. */
export async function inLanes<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  lanes = 2,
): Promise<readonly R[]> {
  const results: R[] = []
  const left = items.entries()
  const lane = async () => {
    for (const [at, item] of left) results[at] = await work(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return results
}

/** `count` numbers of 1 … `most`, one in each equal part, where in it by chance of the seed. */
export function spread(count: number, most: number, seed: number): readonly number[] {
  const chance = random(seed)
  return Array.from({ length: count }, (_, part) =>
    Math.min(most, 1 + Math.floor(((part + chance()) * most) / count)),
  )
}

/** Mulberry32: numbers of [0, 1), the same for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
