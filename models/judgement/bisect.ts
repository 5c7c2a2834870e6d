/** The smallest whole number from `from` on at which a condition holds that stays true once it is; `end` when none before it does. */
export function firstWhere(from: number, end: number, holds: (at: number) => boolean): number {
  let [low, high] = [from, end]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return high
}
