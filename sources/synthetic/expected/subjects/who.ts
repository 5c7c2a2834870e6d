import type { Day, Period } from '../../calendar.ts'
import { type Choices, choice } from '../asked.ts'
import type { Resident } from '../resident.ts'

/** Whether somebody with a release basis, and a certificate of a day, belongs to those of whom a figure tells. */
export type Belongs = (basis: unknown, certificate: Day | null, window: Period) => boolean

/** The plan speaks of all; Thông tư 10/2024/TT-BCA of a conditional releasee only from the certificate on. */
export function belonging(parameters: Choices): Belongs {
  if (choice(parameters, 'who', 'plan', 'tt10') === 'plan') return () => true
  return (basis, certificate, window) =>
    basis !== 'tha_tu_co_dieu_kien' || (certificate !== null && certificate < window.to)
}

/** The first certificate that any row tells of. */
export function certificateOf({ rows }: Resident): Day | null {
  const days = rows.flatMap((row) => (row['certificate_date'] as Day | null) ?? [])
  return days.sort()[0] ?? null
}
