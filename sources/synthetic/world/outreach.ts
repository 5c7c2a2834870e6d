import type { Random } from '../random.ts'

/** Whom a reporter has told of reintegration by the end of a quarter, since the start of the year. */
export interface Outreach {
  readonly officialsTotal: number
  readonly officialsReached: number
  /** Residents of 18 and over; null for agencies, which count their own officials only. */
  readonly adultsTotal: number | null
  readonly adultsReached: number | null
  readonly method: 'danh_sach' | 'ho' | 'uoc' | null
  readonly sessions: number
  readonly attendances: number
  readonly broadcasts: number
}

/** The officials and adults that a reporter answers for. */
export interface Audience {
  readonly officials: number
  readonly adults: number | null
}

/** Reach after quarter `quarter` (1–4): it only grows, and is nowhere above its total; `part` names the window of which sessions are told. */
export function outreachOf(
  random: Random,
  audience: Audience,
  quarter: number,
  part = `quarter/${quarter}`,
): Outreach {
  const officials = shareAfter(random.stream('officials'), quarter, [30, 55, 30, 20])
  const adults = shareAfter(random.stream('adults'), quarter, [22, 34, 26, 14])
  const now = random.stream(part)
  const sessions = now.between(1, 6)
  const reached = (total: number, share: number) => Math.floor((total * share) / 100)
  return Object.freeze({
    officialsTotal: audience.officials,
    officialsReached: reached(audience.officials, officials),
    adultsTotal: audience.adults,
    adultsReached: audience.adults === null ? null : reached(audience.adults, adults),
    method:
      audience.adults === null
        ? null
        : random.stream('method').pick(['danh_sach', 'ho', 'uoc'] as const),
    sessions,
    attendances: sessions * now.between(25, 90),
    broadcasts: audience.adults === null ? 0 : now.between(4, 40),
  })
}

/** Percent reached: each quarter adds its usual step, give or take a third, up to all. */
function shareAfter(random: Random, quarter: number, steps: readonly number[]): number {
  let share = 0
  for (const step of steps.slice(0, quarter)) {
    share += step - Math.floor(step / 3) + random.below(2 * Math.floor(step / 3) + 1)
  }
  return Math.min(share, 100)
}
