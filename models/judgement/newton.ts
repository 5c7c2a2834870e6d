/** A rising probability at a place and its derivative there. */
export interface Tail {
  readonly value: number
  readonly slope: number
}

/** Beyond it an exponential leaves the doubles. */
const FAR = 708

/**
 * Where a log-concave tail reaches a target: Newton's steps on its logarithm, which converge from the left for such tails, kept within a
 * bracket by bisection. Places are logarithms or log-odds, within ±708; an end of the bracket stands for what lies beyond it.
 */
export function placeOf(target: number, tail: (at: number) => Tail, start: number): number {
  let [low, high, at] = [-FAR, FAR, start]
  for (let round = 0; round < 200; round++) {
    const { value, slope } = tail(at)
    if (value < target) low = at
    else high = at
    let next = at - (Math.log(value / target) * value) / slope
    if (!(next >= low && next <= high)) next = (low + high) / 2
    if (Math.abs(next - at) <= 1e-13) return next
    at = next
  }
  return at
}
