import { type World, worldOf } from '#pipelines/demo/order.ts'
import { type Period, periodsOf } from '#sources/synthetic/calendar.ts'
import type { Person } from '#sources/synthetic/index.ts'

/** A year of some communes in which everybody sends everything that is taken, in time and right; 'sắn' has all that must be told apart. */
export const year: World = worldOf({
  seed: 'sắn',
  plan: 'bac-ninh-2026',
  communes: 30,
  months: 12,
  size: 'small',
  habits: 'perfect',
  taken: true,
})

const { communes, persons } = year.province
const windows = periodsOf(2026)
const months = windows.filter(({ kind }) => kind === 'month')
const quarters = windows.filter(({ kind }) => kind === 'quarter')

/** A difference as one line: kind, place, window, field, left, right. */
export const line = (...parts: readonly unknown[]) => parts.join(' ').replaceAll('@2025-07-01', '')

/** Persons prosecuted in a commune from one day to another and not cleared before a third. */
function prosecuted(unitId: string, from: string, to: string, clearedBefore: string): number {
  return persons.filter(
    ({ stays, cases }) =>
      stays.length > 0 &&
      cases.some(
        (one) =>
          one.unitId === unitId &&
          one.prosecutedOn !== null &&
          one.prosecutedOn >= from &&
          one.prosecutedOn < to &&
          (one.droppedOn === null || one.droppedOn >= clearedBefore),
      ),
  ).length
}

/** Cases dropped after the window's close: the list of the police forgets them for earlier windows too, a signed tally does not. */
export function droppedLater(): readonly string[] {
  return communes.flatMap(({ unit: { id } }) =>
    quarters.flatMap(({ id: window, from, to }, n) => {
      const [register, tally] = ['2026-12-15', to].map((day) => prosecuted(id, from, to, day))
      const [before = from] = [quarters[n - 1]?.to]
      const start = year.province.year.from
      const last = prosecuted(id, start, before, before)
      const soFar = prosecuted(id, start, to, to)
      return [
        ...(register === tally
          ? []
          : [line('register-tally', id, window, 'prosecuted', register, tally)]),
        ...(soFar < last ? [line('running-total', id, window, 'prosecuted', last, soFar)] : []),
      ]
    }),
  )
}

export interface Move {
  readonly person: Person
  readonly from: string
  readonly to: string
  readonly month: Period
  /** False where the commune that was left never wrote it down. */
  readonly recorded: boolean
}

export const moves: readonly Move[] = persons.flatMap((person) =>
  person.stays.slice(1).map((stay, n) => ({
    person,
    from: person.stays[n]?.unitId ?? '',
    to: stay.unitId,
    month: months.find(({ from, to }) => stay.from >= from && stay.from < to) as Period,
    recorded: person.stays[n]?.leavingRecorded ?? false,
  })),
)

export const into = ({ to, month }: Move) =>
  moves.filter((other) => other.to === to && other.month === month)
export const outOf = ({ from, month }: Move) =>
  moves.filter((other) => other.recorded && other.from === from && other.month === month)

export function notWrittenDown(): readonly string[] {
  const rows = moves
    .filter(({ recorded }) => !recorded)
    .map((move) => {
      const all = into(move)
      const told = all.filter(({ recorded }) => recorded)
      return line('moves-in', move.to, move.month.id, 'moved_from', all.length, told.length)
    })
  return [...new Set(rows)]
}
