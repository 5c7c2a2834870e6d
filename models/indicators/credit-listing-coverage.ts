import { stock } from '../core/stock.ts'
import { tallied } from '../core/tallied.ts'
import { byBasis, ofWho } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { both, doneBy, flagged, item } from './measures.ts'
import { register, tally } from './sources.ts'

/** Persons guided and put on the list for the bank by the window's end, of those under management who want a loan and are not known to be barred. */
export const creditListingCoverage = defineIndicator({
  id: 'credit-listing-coverage',
  title: 'Tỷ lệ người đủ điều kiện, có nhu cầu vay vốn được hướng dẫn thủ tục, lập danh sách',
  counted: 'người',
  theme: 'credit',
  better: 'higher',
  finest: 'month',
  sensitivity: 'person',
  basis: 'register',
  legalBasis: 'Quyết định 22/2023/QĐ-TTg',
  definition:
    'Số người đã được hướng dẫn thủ tục và lập danh sách gửi Ngân hàng Chính sách xã hội đến hết kỳ trên số người đang quản lý vào ngày cuối kỳ có nhu cầu vay vốn, trừ người không đủ điều kiện; chưa rà soát tính là có.',
  parameters: { who: 'plan', basis: 'register' },
  offers: ({ who, basis }) => basis !== 'tally' || who === 'plan',
  population: ({ basis }) => byBasis(basis, { register: stock, tally: tallied }),
  denominator: ({ who, basis }) =>
    byBasis(basis, {
      register: ofWho(who, both(flagged('loan_need'), flagged('loan_eligible'))),
      tally: item('loan_eligible_need'),
    }),
  numerator: ({ basis }) =>
    byBasis(basis, {
      register: both(doneBy('loan_guided_on'), doneBy('loan_listed_on')),
      tally: item('loan_listed'),
    }),
  sources: ({ basis }) => [byBasis(basis, { register, tally })],
})
