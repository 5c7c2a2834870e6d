/** Refusals of impossible arguments: each throws a RangeError that names the argument, what it is and what it may be. */

/** @throws RangeError when a value is no whole number. */
export function refuseBroken(name: string, value: number): void {
  if (!Number.isInteger(value)) refuse(name, value, 'a whole number')
}

/** @throws RangeError when a value is no whole number from 0 on. */
export function refuseCount(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 0) refuse(name, value, 'a whole number of 0 or more')
}

/** @throws RangeError when x of n are no whole numbers with 0 ≤ x ≤ n. */
export function refusePart(x: number, n: number): void {
  refuseCount('n', n)
  if (!Number.isInteger(x) || x < 0 || x > n) refuse('x', x, `a whole number from 0 to n = ${n}`)
}

/** @throws RangeError when a value lies outside 0…1. */
export function refuseShare(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) refuse(name, value, 'a number from 0 to 1')
}

/** @throws RangeError when a value is not strictly between 0 and 1. */
export function refuseLevel(name: string, value: number): void {
  if (!(value > 0 && value < 1)) refuse(name, value, 'a number between 0 and 1, neither of them')
}

/** @throws RangeError when a value is no finite number from 0 on. */
export function refuseNegative(name: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) refuse(name, value, 'a finite number of 0 or more')
}

/** @throws RangeError when a value is no finite number above 0. */
export function refuseEmpty(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) refuse(name, value, 'a finite number above 0')
}

function refuse(name: string, value: number, wanted: string): never {
  throw new RangeError(`${name} = ${value} is impossible; wanted is ${wanted}`)
}
