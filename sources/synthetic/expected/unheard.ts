import { addDays, type Period } from '../calendar.ts'
import type { Figure } from './figure.ts'
import type { Known } from './known.ts'
import { register } from './slot.ts'

/** Communes in which one lives on that ended within the window and whose last register is missing: nobody tells who came back to it. */
export function unheardIn(known: Known, window: Period, { own }: Figure): ReadonlySet<string> {
  if (!own.includes(register)) return new Set()
  const year = known.yearAround(window)
  const silent = known.units.filter(
    ({ level, validTo }) =>
      level === 'commune' &&
      validTo !== null &&
      validTo > year.from &&
      validTo < window.to &&
      validTo > window.from,
  )
  const lost = silent.filter(({ id, validTo }) => {
    const last = known.windows
      .filter(
        ({ kind, from, to }) => kind === 'month' && from >= year.from && to <= (validTo ?? ''),
      )
      .at(-1)
    return last !== undefined && !known.hasRegister(id, last.id)
  })
  return new Set(
    lost.flatMap(({ id }) =>
      known.places
        .sharesOn(id, addDays(window.to, -1))
        .filter(({ kind }) => kind !== 'unknown')
        .map(({ unitId }) => unitId),
    ),
  )
}
