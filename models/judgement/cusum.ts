import { pointMass } from './binomial.ts'

/** What a CUSUM watches for. */
export interface CusumDesign {
  /** Chance of an event for one subject in one window while all is well, between 0 and 1. */
  readonly p0: number
  /** The odds that shall be found, as a multiple of those of `p0`; 2 by default. */
  readonly oddsRatio?: number
}

/** After one window; a signal restarts the sum at 0 for the next. */
export interface CusumPoint {
  readonly sum: number
  readonly signal: boolean
}

/**
 * The risk-adjusted Bernoulli CUSUM without case mix (Steiner, Cook, Farewell, Treasure 2000), of `x` events among `n` subjects a window.
 *
 * S = max(0, S + x ln(p₁/p₀) + (n−x) ln((1−p₁)/(1−p₀))) with p₁ = R p₀/(1−p₀+R p₀), in units of log-likelihood; it signals at
 * S ≥ `threshold` and restarts. Within a window the order of events is not known: they are added at once, which until a signal is
 * never above what any order of them gives. A window without subjects changes nothing.
 */
export function bernoulliCusum(
  windows: readonly { readonly x: number; readonly n: number }[],
  { threshold, ...design }: CusumDesign & { readonly threshold: number },
): readonly CusumPoint[] {
  const { event, other } = weightsOf(design)
  let before = 0
  return windows.map(({ x, n }) => {
    const sum = Math.max(0, before + x * event + (n - x) * other)
    const signal = sum >= threshold
    before = signal ? 0 : sum
    return { sum, signal }
  })
}

/**
 * The smallest threshold at which a process that is in order runs `windows` windows on average before it signals: 60 months by default.
 *
 * `size` is the usual number of subjects in a window. Null where no window has any, or `p0` is no chance between 0 and 1. It is computed
 * as a Markov chain (Brook and Evans 1972), not simulated; see {@link expectedWindows}.
 *
 * @throws RangeError for more than 10,000 windows: nobody plans for eight hundred years.
 */
export function thresholdFor({
  windows = 60,
  ...process
}: CusumDesign & { readonly size: number; readonly windows?: number }): number | null {
  if (windows > 10_000)
    throw new RangeError(`A run of ${windows} windows is asked for; at most 10,000`)
  if (process.size < 1 || !(process.p0 > 0 && process.p0 < 1)) return null
  const chain = chainOf(process)
  const lasts = (states: number) => runLength(chain, states) >= windows
  let [low, high] = [0, chain.step]
  while (!lasts(high)) [low, high] = [high, 2 * high]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (lasts(middle)) high = middle
    else low = middle
  }
  return ((high - 0.5) / chain.step) * chain.unit
}

/**
 * How many windows pass on average until the signal, when the chance of an event is `p` (`p0` by default) and each has `size` subjects.
 *
 * One event is worth ln R more than none, so that the sum divided by ln R steps by whole events less a constant share of the subjects.
 * That constant is rounded to a part of an event, between a 64th and a 128th (less, where windows are small), of which it is nearly a
 * multiple; then the sums are whole numbers of such parts, and a threshold between two of them is not crossed by the rounding.
 */
export function expectedWindows({
  threshold,
  ...process
}: CusumDesign & {
  readonly size: number
  readonly threshold: number
  readonly p?: number
}): number {
  const chain = chainOf(process)
  return runLength(chain, Math.ceil((threshold / chain.unit) * chain.step - 1e-9))
}

interface Chain {
  /** States to an event. */
  readonly step: number
  /** How many states the sum falls in a window without an event. */
  readonly fall: number
  /** Of one event, in log-likelihood. */
  readonly unit: number
  /** Numbers of events that happen, and how often. */
  readonly events: readonly (readonly [x: number, mass: number])[]
}

/** Events rarer than this in a window do not count. */
const NEVER = 1e-15

function chainOf(process: CusumDesign & { readonly size: number; readonly p?: number }): Chain {
  const { event, other } = weightsOf(process)
  const size = Math.round(process.size)
  const unit = event - other
  const fallen = (-size * other) / unit
  const step = partOf(fallen)
  const events = Array.from(
    { length: size + 1 },
    (_, x) => [x, pointMass(x, size, process.p ?? process.p0)] as const,
  ).filter(([, mass]) => mass > NEVER)
  return { step, fall: Math.round(fallen * step), unit, events }
}

/** Into how many parts an event is cut, so that the fall is nearly a whole number of them. */
function partOf(fallen: number): number {
  const least = Math.min(2048, Math.ceil(64 / Math.min(1, fallen)))
  const off = (step: number) => Math.abs(fallen * step - Math.round(fallen * step))
  const steps = Array.from({ length: least + 1 }, (_, more) => least + more)
  return steps.reduce((best, step) => (off(step) < off(best) - 1e-9 ? step : best))
}

/** The mean time until a sum that starts at 0 reaches `states`; once it decays evenly, the rest is a geometric series. */
function runLength({ step, fall, events }: Chain, states: number): number {
  let now = new Float64Array(states)
  now[0] = 1
  let [alive, rate, windows] = [1, 0, 0]
  for (let window = 0; window < 1_000_000; window++) {
    windows += alive
    const next = new Float64Array(states)
    for (const [x, mass] of events) {
      const move = x * step - fall
      for (let state = 0; state < Math.min(states, states - move); state++) {
        const to = Math.max(0, state + move)
        next[to] = (next[to] as number) + (now[state] as number) * mass
      }
    }
    const left = next.reduce((sum, each) => sum + each, 0)
    const slower = left / alive
    if (Math.abs(slower - rate) <= 1e-12) return windows + left / (1 - slower)
    ;[now, alive, rate] = [next, left, slower]
  }
  return windows
}

function weightsOf({ p0, oddsRatio = 2 }: CusumDesign) {
  const p1 = (oddsRatio * p0) / (1 - p0 + oddsRatio * p0)
  return { event: Math.log(p1 / p0), other: Math.log((1 - p1) / (1 - p0)) }
}
