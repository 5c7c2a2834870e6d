import { addDays, type Day, type Period } from '../calendar.ts'
import type { UnitId } from '../terms.ts'
import { closingQuarter, type Known, monthsIn } from './known.ts'
import { actsIn, latestNotices } from './list.ts'
import { doneBefore, inNeed, type Resident } from './resident.ts'
import type { Accepted, Submission } from './submission.ts'

/** Something counted in a window: the unit that owns it, what it adds, and what it may be broken down by. */
export interface Subject {
  readonly unitId: UnitId
  readonly numerator: number
  readonly denominator: number
  /** `sex` → `nam`, `release_basis` → `dac_xa`. */
  readonly categories: Readonly<Record<string, string>>
}

/** Whom a figure counts in a window. */
export type Counting = (known: Known, window: Period) => readonly Subject[]

/** Everyone managed on a day of the window; who was prosecuted in it stands where the act was. */
export const managed: Counting = (known, window) => {
  const acts = actsIn(known, window)
  return known
    .residentsAt(window)
    .filter(({ lastDay }) => lastDay !== null && lastDay >= window.from)
    .map((resident) => {
      const act = acts.get(resident.person)
      return person(resident.row, act?.unitId ?? resident.owner, act !== undefined)
    })
}

/** Who came home in the window, those of them who count, and how many of these were served by its end. */
export function returned(service: string, need?: string): Counting {
  return (known, window) =>
    known.residentsAt(window).flatMap((resident) => {
      const { back } = resident
      if (back === null || back.on < window.from || back.on >= window.to) return []
      if (need !== undefined && !inNeed(resident, need)) {
        return [person(resident.row, back.unitId, false, 0)]
      }
      return [person(resident.row, back.unitId, doneBefore(resident, service, window.to))]
    })
}

/** Everyone living in a commune on the window's last day. */
export const employed: Counting = (known, window) =>
  livingAtEnd(known, window).map(({ row, owner }) =>
    person(row, owner, row['employment'] === 'on_dinh'),
  )

/** Whom the facilities announced for the window, each by the latest that was said, received or not. */
export const noticed: Counting = (known, window) => {
  const residents = new Map(known.residentsAt(window).map((one) => [one.person, one]))
  return [...latestNotices(known, window)].flatMap(([who, { values }]) => {
    if (values['outcome'] === 'ngoai_tinh') return []
    const resident = residents.get(who)
    const released = values['release_date'] as Day
    const gone = resident !== undefined && resident.lastDay !== null && resident.lastDay < released
    const received =
      resident !== undefined && !gone && doneBefore(resident, 'received_on', window.to)
    const categories = { release_basis: String(values['release_basis']) }
    return [
      {
        unitId: values['commune'] as UnitId,
        numerator: received ? 1 : 0,
        denominator: 1,
        categories,
      },
    ]
  })
}

/** Communes where somebody lives on the last day, and those of them with a model that works then. */
export const modelled: Counting = (known, window) => {
  const inhabited = new Set(livingAtEnd(known, window).map(({ owner }) => owner))
  const served = new Set(
    quarterly(known, 'support-model', window).flatMap(({ unitId, rows }) =>
      rows
        .filter(({ values }) => {
          const stopped =
            values['status'] !== 'hoat_dong' && (values['status_on'] as Day) < window.to
          return (values['founded_on'] as Day) < window.to && !stopped
        })
        .flatMap(({ values }) => [unitId, ...coveredBeside(values)]),
    ),
  )
  return known.communes.map(({ id }) =>
    unit(id, served.has(id) && inhabited.has(id), inhabited.has(id) ? 1 : 0),
  )
}

/** All communes, and those with somebody or something recognised in the plan's year. */
export const exemplary: Counting = (known, window) => {
  const from = `${known.year - 1}-12-15`
  const honoured = new Set(
    quarterly(known, 'exemplar', window)
      .filter(({ rows }) =>
        rows.some(({ values }) => {
          const [on, until] = [values['recognised_on'] as Day, values['withdrawn_on'] as Day | null]
          return on >= from && on < window.to && (until === null || until >= window.to)
        }),
      )
      .map(({ unitId }) => unitId),
  )
  return known.communes.map(({ id }) => unit(id, honoured.has(id), 1))
}

/** Officials and adults reached since the start of the year. */
export const communicated: Counting = (known, window) =>
  quarterly(known, 'communication', window).flatMap(({ unitId, rows }) =>
    rows.map(({ values }) => ({
      unitId,
      numerator: sum(values['officials_reached'], values['adults_reached']),
      denominator: sum(values['officials_total'], values['adults_total']),
      categories: {},
    })),
  )

/** Inmates released in the months of the window. */
export const prepared: Counting = (known, window) =>
  monthsIn(known, window).flatMap(({ id }) =>
    known.allOf('pre-release', id).flatMap(({ unitId, rows }) =>
      rows.map(({ values }) => ({
        unitId,
        numerator: sum(values['all_four']),
        denominator: sum(values['released']),
        categories: {},
      })),
    ),
  )

function livingAtEnd(known: Known, window: Period): readonly Resident[] {
  const end = addDays(window.to, -1)
  return known.residentsAt(window).filter(({ lastDay }) => lastDay === end)
}

function quarterly(known: Known, form: string, window: Period): readonly Submission[] {
  const quarter = closingQuarter(known, window)
  return quarter === undefined ? [] : known.allOf(form, quarter.id)
}

function coveredBeside({ scope, covers }: Accepted['values']): readonly UnitId[] {
  return scope === 'lien_xa' && typeof covers === 'string' ? (covers.split('; ') as UnitId[]) : []
}

function person(
  row: Accepted['values'],
  unitId: UnitId,
  counted: boolean,
  denominator = 1,
): Subject {
  const categories = { sex: String(row['sex']), release_basis: String(row['release_basis']) }
  return { unitId, numerator: counted ? 1 : 0, denominator, categories }
}

function unit(unitId: UnitId, counted: boolean, denominator: number): Subject {
  return { unitId, numerator: counted ? 1 : 0, denominator, categories: {} }
}

function sum(...values: readonly unknown[]): number {
  return values.reduce<number>((total, value) => total + Number(value ?? 0), 0)
}
