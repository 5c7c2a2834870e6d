import { returned } from '../core/returned.ts'
import { stock } from '../core/stock.ts'
import { tallied } from '../core/tallied.ts'
import { byBasis, chosen, ofWho } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { everyone, item, says } from './measures.ts'
import { register, tally } from './sources.ts'

/** Persons with stable work on the window's last day, of everyone under management on that day, or of those who came back in the window. */
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
  parameters: { of: 'stock', who: 'plan', basis: 'register' },
  offers: ({ of, who, basis }) => basis !== 'tally' || (of === 'stock' && who === 'plan'),
  population: ({ of, basis }) =>
    byBasis(basis, { register: chosen('of', of, { stock, returned }), tally: tallied }),
  denominator: ({ who, basis }) =>
    byBasis(basis, { register: ofWho(who, everyone), tally: item('managed_end') }),
  numerator: ({ basis }) =>
    byBasis(basis, { register: says('employment', 'on_dinh'), tally: item('employed_stable') }),
  sources: ({ basis }) => [byBasis(basis, { register, tally })],
})
