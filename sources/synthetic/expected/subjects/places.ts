import { addDays, type Day, type Period, periodsOf } from '../../calendar.ts'
import type { Unit, UnitId } from '../../terms.ts'
import type { Known } from '../known.ts'
import { closing } from '../source.ts'
import type { Accepted } from '../submission.ts'
import { livingAtEnd } from './persons.ts'
import { type Counting, unit } from './subject.ts'

/** Which places have something on a window's last day. */
export type Having = (known: Known, window: Period) => ReadonlySet<UnitId>

/** The places of a level, those of them where at least so many live, and which of these have it. */
export function places(level: 'commune' | 'district', least: number, having: Having): Counting {
  return (known, window) => {
    const living = new Map<UnitId, number>()
    for (const { owner } of livingAtEnd(known, window))
      living.set(owner, (living.get(owner) ?? 0) + 1)
    const have = having(known, window)
    return known.units
      .filter((place) => place.level === level && isOn(place, window))
      .map(({ id }) => unit(id, (living.get(id) ?? 0) >= least, have.has(id)))
  }
}

/** Where a model works on the window's last day, of a rating or of any; one of several communes works in each that it names. */
export function modelled(rating?: string): Having {
  return (known, window) =>
    new Set(
      rowsAt(known, 'support-model', window).flatMap(({ unitId, values }) => {
        const stopped = values['status'] !== 'hoat_dong' && (values['status_on'] as Day) < window.to
        const works = (values['founded_on'] as Day) < window.to && !stopped
        const rated = rating === undefined || values['rating'] === rating
        return works && rated ? [unitId, ...coveredBeside(values)] : []
      }),
    )
}

/** Where somebody or something is honoured on the window's last day, since the year began. */
export function exemplary(known: Known, window: Period): ReadonlySet<UnitId> {
  const from = yearFrom(known, window)
  return honoured(known, window, ({ recognised_on }) => (recognised_on as Day) >= from)
}

/** Where a person is honoured on the window's last day, since whenever. */
export function personified(known: Known, window: Period): ReadonlySet<UnitId> {
  return honoured(known, window, ({ kind }) => kind === 'hoan_luong' || kind === 'nguoi_giup_do')
}

function honoured(known: Known, window: Period, counts: (values: Accepted['values']) => boolean) {
  const rows = rowsAt(known, 'exemplar', window).filter(({ values }) => {
    const until = values['withdrawn_on'] as Day | null
    const still = until === null || until >= window.to
    return (values['recognised_on'] as Day) < window.to && still && counts(values)
  })
  return new Set(rows.map(({ unitId }) => unitId))
}

function rowsAt(known: Known, form: string, window: Period) {
  const sent = closing(known, form, window)
  const all = sent === undefined ? [] : known.allOf(form, sent.id)
  return all.flatMap(({ unitId, rows }) => rows.map(({ values }) => ({ unitId, values })))
}

function coveredBeside({ scope, covers }: Accepted['values']): readonly UnitId[] {
  return scope === 'lien_xa' && typeof covers === 'string' ? (covers.split('; ') as UnitId[]) : []
}

/** First day of the year in which the window lies; of a review its own first. */
function yearFrom(known: Known, window: Period): Day {
  const year = known.yearOf(window)
  const whole =
    year === null ? window : periodsOf(year, known.family).find(({ kind }) => kind === 'year')
  return (whole ?? window).from
}

function isOn({ validFrom, validTo }: Unit, { to }: Period): boolean {
  const last = addDays(to, -1)
  return validFrom <= last && (validTo === null || last < validTo)
}
