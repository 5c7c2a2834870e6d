import type { WindowKind } from '../vocabulary/window.ts'

/** How often a report is sent: by the calendar, or once for each window that a review names. */
export type Pace = 'month' | 'quarter' | 'half-year' | 'year' | 'review'

/** When a form is sent: at a pace of its own, at the cycle that each plan sets, or when a document was issued. */
export type Frequency = Exclude<Pace, 'year' | 'review'> | 'plan-cycle' | 'when-issued'

/** Whether a form so often sent is of such a window. A window from one day to another is any form's: a review asks what it asks. */
export function fits(every: Frequency | Pace, kind: WindowKind): boolean {
  return kind === 'explicit' || fitting[every](kind)
}

/** A plan whose year has no quarters has other parts in their place. */
const fitting: Readonly<Record<Frequency | Pace, (kind: WindowKind) => boolean>> = {
  month: (kind) => kind === 'month',
  quarter: (kind) => kind !== 'month',
  'half-year': (kind) => kind === 'half' || kind === 'year',
  year: (kind) => kind === 'year',
  review: () => false,
  'plan-cycle': () => true,
  'when-issued': () => true,
}
