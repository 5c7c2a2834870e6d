import { nationalIdProblem } from '../vocabulary/identifier.ts'
import { type Complaint, type RowContext, said } from './form.ts'

interface Person {
  readonly national_id: string | null
  readonly birth_year: number
  readonly sex?: 'nam' | 'nu'
}

/** The số định danh says the same sex and year of birth as the row; sex is not compared on forms that do not ask it. */
export function agreesWithBirth<R>(personOf: (row: R) => Person) {
  return said(
    'số định danh cá nhân khớp với giới tính (nếu biểu có ghi) và năm sinh',
    (row: R): readonly Complaint<'national_id'>[] => {
      const { national_id, birth_year, sex = null } = personOf(row)
      if (national_id === null) return []
      const reason = nationalIdProblem(national_id, sex, birth_year)
      return reason === null
        ? []
        : [{ field: 'national_id', code: 'id-disagrees', facts: { reason, birthYear: birth_year } }]
    },
  )
}

/** Nobody on these lists is younger than 14 or older than 100: Bộ luật Hình sự, Điều 12, and common sense. */
export function bornBetween<R>(birthYearOf: (row: R) => number) {
  return said(
    'tuổi ở năm chốt kỳ từ 14 đến 100',
    (row: R, context: RowContext): readonly Complaint<'birth_year'>[] => {
      const closing = Number(context.to.slice(0, 4))
      const limits = { least: closing - 100, most: closing - 14 }
      const born = birthYearOf(row)
      return born >= limits.least && born <= limits.most
        ? []
        : [{ field: 'birth_year', code: 'out-of-range', facts: limits }]
    },
  )
}
