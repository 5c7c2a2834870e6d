import { readFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'

/** What a figure should reach, what it reached, and whether that is so. */
export interface Goal {
  readonly goal: string
  readonly value: number
  readonly met: boolean
}

/** A goal that a value must not exceed. */
export function atMost(limit: number, goal: string, value: number): Goal {
  return { goal: `${goal} ≤ ${limit}`, value: rounded(value), met: value <= limit }
}

/** A goal that a value must reach. */
export function atLeast(limit: number, goal: string, value: number): Goal {
  return { goal: `${goal} ≥ ${limit}`, value: rounded(value), met: value >= limit }
}

/** The middle one; of an even number the mean of the two in the middle. Throws a RangeError when there is none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  if (low === undefined || high === undefined) throw new RangeError('no values, no median')
  return (low + high) / 2
}

/** Three significant digits: more would pretend that a noisy machine repeats itself. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3))
}

/** Seconds that some work took by the wall. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

/** The machine, as far as it matters for figures that are ratios. */
export function machine() {
  return {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
    node: process.version,
  }
}

/** Most memory that a process has held, in MiB (VmHWM); 0 where the system does not tell or it is gone. */
export function peakOf(pid: number | 'self'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}

/**
 * How the cost of one unit of work grows with its amount: the slope of log(time) over log(amount) between the two largest, 1 is linear.
 */
export function growth(of: readonly { readonly amount: number; readonly time: number }[]): number {
  const [before, last] = of.toSorted((a, b) => a.amount - b.amount).slice(-2)
  if (before === undefined || last === undefined) throw new RangeError('growth needs two amounts')
  return Math.log(last.time / before.time) / Math.log(last.amount / before.amount)
}
