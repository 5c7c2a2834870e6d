/**
 * A seeded source of chance that splits by name.
 *
 * Each name below a seed has its own sequence, so a draw added for one commune or one purpose changes no other. 32-bit integer
 * arithmetic only: the same on every Node and every processor.
 */
export interface Random {
  /** An independent sequence for a purpose: `random.stream('commune/07210')`. */
  stream(name: string): Random
  /** A whole number from 0 to `n` − 1. */
  below(n: number): number
  /** A whole number from `least` to `most`, both possible. */
  between(least: number, most: number): number
  /** True in `part` of `whole` cases. */
  chance(part: number, whole?: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the values, each as often as its weight says. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T
  shuffled<T>(list: readonly T[]): T[]
}

const RANGE = 0x1_0000_0000

/** The sequence of a seed; any text is a seed. */
export function random(seed: string): Random {
  const next = sfc32(hash(seed))
  const below = (n: number): number => {
    if (!Number.isInteger(n) || n < 1 || n > RANGE) {
      throw new RangeError(`random.below: ${n} is no whole number from 1 to 2^32`)
    }
    const fair = RANGE - (RANGE % n)
    let drawn = next()
    while (drawn >= fair) drawn = next()
    return drawn % n
  }
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  return Object.freeze({
    stream: (name: string) => random(`${seed}/${name}`),
    below,
    between: (least: number, most: number) => least + below(most - least + 1),
    chance: (part: number, whole = 100) => below(whole) < part,
    pick,
    weighted: <T>(choices: readonly (readonly [T, number])[]) => {
      let rest = below(choices.reduce((sum, [, weight]) => sum + weight, 0))
      for (const [value, weight] of choices) {
        if (rest < weight) return value
        rest -= weight
      }
      throw new RangeError('random.weighted: no choice has a weight')
    },
    shuffled: <T>(list: readonly T[]) => {
      const copy = [...list]
      for (let i = copy.length - 1; i > 0; i -= 1) {
        const j = below(i + 1)
        const kept = copy[i] as T
        copy[i] = copy[j] as T
        copy[j] = kept
      }
      return copy
    },
  })
}

type Words = readonly [number, number, number, number]

/** FNV-1a over the UTF-16 units, once for each of four offsets. */
function hash(text: string): Words {
  const word = (offset: number): number => {
    let h = (0x811c9dc5 ^ offset) >>> 0
    for (let i = 0; i < text.length; i += 1) {
      h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0
    }
    return Math.imul(h ^ (h >>> 15), 0x85ebca6b) >>> 0
  }
  return [word(0), word(0x9e3779b9), word(0x7f4a7c15), word(0x165667b1)]
}

/** Small Fast Counter, 32 bits (Chris Doty-Humphrey, PractRand); twelve rounds let the seed soak in. */
function sfc32([first, second, third, start]: Words): () => number {
  let a = first
  let b = second
  let c = third
  let counter = start
  const next = (): number => {
    const sum = (a + b + counter) >>> 0
    counter = (counter + 1) >>> 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) >>> 0
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0
    return sum
  }
  for (let round = 0; round < 12; round += 1) next()
  return next
}
