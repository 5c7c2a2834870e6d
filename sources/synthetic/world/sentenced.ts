import type { Random } from '../random.ts'

/** A month of those who serve one kind of sentence in a commune. */
export interface Sentenced {
  readonly opening: number
  readonly increase: number
  readonly movedIn: number
  readonly decrease: number
  readonly completed: number
  readonly movedOut: number
  readonly closing: number
}

/** Kinds of sentence in a commune, with the most whom it has of each when the year begins. */
export const USUAL: Readonly<Record<string, number>> = {
  an_treo: 9,
  cai_tao_khong_giam_giu: 3,
  cam_dam_nhiem: 1,
  hoan: 1,
  tam_dinh_chi: 1,
}

/** The month numbered `month` (1–12): each opens with what the one before closed with. */
export function sentencedIn(random: Random, category: string, month: number): Sentenced {
  const most = USUAL[category] ?? 0
  let opening = random.stream('start').below(most + 1)
  for (let n = 1; ; n += 1) {
    const now = monthOf(random.stream(`${n}`), opening, most)
    if (n >= month) return now
    opening = now.closing
  }
}

function monthOf(random: Random, opening: number, most: number): Sentenced {
  const increase = random.weighted([
    [0, 60],
    [1, 28],
    [Math.min(2, most), 12],
  ])
  const decrease = Math.min(opening, random.below(3))
  const movedOut = decrease > 0 && random.chance(12) ? 1 : 0
  return {
    opening,
    increase,
    movedIn: increase > 0 && random.chance(15) ? 1 : 0,
    decrease,
    completed: decrease - movedOut,
    movedOut,
    closing: opening + increase - decrease,
  }
}
