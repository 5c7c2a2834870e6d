import type { ProblemCode } from '../problem.ts'
import type { Value } from '../submission.ts'
import { addDays, type CalendarDate } from '../vocabulary/date.ts'
import type { Random } from './random.ts'
import { type Resident, type Row, registerRow } from './register-row.ts'

/** A mistake planted in a workbook, so that the answer has something to say. */
export type Fault = BadCell | NoTick

/** A cell of the register that cannot be read as it stands. */
export interface BadCell {
  readonly kind: 'bad-cell'
  readonly form: 'returnee-register'
  /** Key of the person in the row. */
  readonly person: string
  readonly field: string
  readonly typed: Value
  readonly code: ProblemCode
  /** Whether its row is withheld; an unknown place of origin is only warned of. */
  readonly withholds: boolean
}

/** A sheet without rows whose box "Không phát sinh trong kỳ" nobody ticked: it is not accepted. */
export interface NoTick {
  readonly kind: 'no-tick'
  readonly form: string
}

interface Slip {
  readonly field: string
  readonly code: ProblemCode
  readonly withholds?: false
  /** What the officer types instead; undefined where the slip cannot happen in such a row. */
  readonly typed: (row: Row) => Value | undefined
}

const SLIPS: readonly Slip[] = [
  {
    field: 'counselled_on',
    code: 'not-a-date',
    typed: (row) => (row['counselled_on'] === null ? undefined : 'đã tư vấn, không nhớ ngày'),
  },
  { field: 'employment', code: 'not-a-choice', typed: () => 'Đang đi xuất khẩu lao động' },
  { field: 'birth_year', code: 'required', typed: () => null },
  {
    field: 'national_id',
    code: 'not-an-id',
    typed: ({ national_id: id }) => (typeof id === 'string' ? id.replace('0', 'O') : undefined),
  },
  {
    field: 'moved_from',
    code: 'unknown-commune',
    withholds: false,
    typed: (row) => (row['entry_kind'] === 'chuyen_den' ? 'xã Tam Tiếng' : undefined),
  },
  {
    field: 'left_on',
    code: 'date-order',
    typed: (row) =>
      row['left_on'] === null ? undefined : addDays(row['arrived_on'] as CalendarDate, -30),
  },
  { field: 'arrived_on', code: 'not-a-date', typed: () => '31/2/2026' },
]

/**
 * One or two bad cells for a register, in different rows; none for an empty one.
 *
 * Only people with one commune and no case are chosen: of the others a withheld row would change what other communes count.
 */
export function badCells(
  chance: Random,
  listed: readonly Resident[],
  day: CalendarDate,
): readonly BadCell[] {
  const taken = new Set<string>()
  const cells: BadCell[] = []
  const plain = chance.shuffled(
    listed.filter(({ person }) => person.stays.length === 1 && person.cases.length === 0),
  )
  for (const { field, code, typed, withholds = true } of chance
    .shuffled(SLIPS)
    .slice(0, chance.between(1, 2))) {
    for (const resident of plain) {
      const { key } = resident.person
      const value = taken.has(key) ? undefined : typed(registerRow(resident, day))
      if (value === undefined) continue
      taken.add(key)
      cells.push({
        kind: 'bad-cell',
        form: 'returnee-register',
        person: key,
        field,
        code,
        typed: value,
        withholds,
      })
      break
    }
  }
  return cells
}
