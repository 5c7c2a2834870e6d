import { sql } from 'kysely'
import { indicators } from '../indicators/index.ts'
import { defineRule } from './rule.ts'

/** Whose numerator and denominator are amounts and people: one is no part of the other. */
const noShares = indicators.filter(({ shown }) => shown === 'amount').map(({ id }) => sql.lit(id))

/**
 * More counted than there are, or less than none. No tolerance: a part is never larger than the whole, whoever counts.
 *
 * Each sheet is checked for it when it is read; what is left comes from two forms, or of two windows, that do not belong together.
 */
export const impossibleFigure = defineRule({
  id: 'impossible-figure',
  title: 'Số liệu không thể có',
  meaning:
    'Tử số lớn hơn mẫu số hoặc có số âm: phần được tính nhiều hơn toàn bộ số thuộc diện tính.',
  owner: 'analyst',
  severity: 'error',
  rows: () => sql`
    select v.unit_id, v.window_id, v.definition_id as subject, v.numerator as left_n, v.denominator as right_n, '{}' as facts
    from value v
    join definition d on d.definition_id = v.definition_id
    where v.map = 'then' and v.breakdown = ''
      and (v.numerator > v.denominator or v.numerator < 0 or v.denominator < 0)
      and d.indicator not in (${sql.join(noShares)})`,
})
