import { stock } from '../core/stock.ts'
import { defineIndicator } from './indicator.ts'
import { everyone } from './measures.ts'
import { register } from './sources.ts'

/** Persons with stable work on the window's last day, of everyone under management on that day. */
export const employmentRate = defineIndicator({
  id: 'employment-rate',
  title: 'Tỷ lệ người đang quản lý có việc làm ổn định',
  counted: 'người',
  theme: 'employment',
  better: 'higher',
  finest: 'month',
  sensitivity: 'person',
  basis: 'register',
  legalBasis: 'Nghị định 49/2020/NĐ-CP, Chương III',
  definition:
    'Số người có việc làm ổn định vào ngày cuối kỳ trên tổng số người đang quản lý ngày đó, kể cả người không tham gia lao động.',
  parameters: {},
  population: () => stock,
  denominator: () => everyone,
  numerator: () => ({
    words: 'có việc làm ổn định vào ngày cuối kỳ',
    count: (rows) => rows('p.employment', '=', 'on_dinh'),
  }),
  sources: () => [register],
})
