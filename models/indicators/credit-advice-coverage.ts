import { returned } from '../core/returned.ts'
import { stock } from '../core/stock.ts'
import { tallied } from '../core/tallied.ts'
import { byBasis, chosen, ofWho } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { doneBy, everyone, item } from './measures.ts'
import { register, tally } from './sources.ts'

/** Persons advised on the credit policy by the window's end, of everyone under management on its last day, or of those who came back in it. */
export const creditAdviceCoverage = defineIndicator({
  id: 'credit-advice-coverage',
  title: 'Tỷ lệ người được tư vấn chính sách tín dụng',
  counted: 'người',
  theme: 'credit',
  better: 'higher',
  finest: 'month',
  sensitivity: 'person',
  basis: 'register',
  legalBasis: 'Quyết định 22/2023/QĐ-TTg',
  definition:
    'Số người đã được tư vấn chính sách tín dụng đến hết kỳ trên số người đang quản lý vào ngày cuối kỳ.',
  parameters: { of: 'stock', who: 'plan', basis: 'register' },
  offers: ({ of, who, basis }) => basis !== 'tally' || (of === 'stock' && who === 'plan'),
  population: ({ of, basis }) =>
    byBasis(basis, { register: chosen('of', of, { stock, returned }), tally: tallied }),
  denominator: ({ who, basis }) =>
    byBasis(basis, { register: ofWho(who, everyone), tally: item('managed_end') }),
  numerator: ({ basis }) =>
    byBasis(basis, { register: doneBy('credit_advised_on'), tally: item('credit_advised') }),
  sources: ({ basis }) => [byBasis(basis, { register, tally })],
})
