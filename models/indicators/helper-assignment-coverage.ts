import { stock } from '../core/stock.ts'
import { tallied } from '../core/tallied.ts'
import { byBasis, ofWho } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { doneBy, everyone, item } from './measures.ts'
import { register, tally } from './sources.ts'

/** Persons to whom a helper was assigned by the window's end, of everyone under management on its last day. */
export const helperAssignmentCoverage = defineIndicator({
  id: 'helper-assignment-coverage',
  title: 'Tỷ lệ người đang quản lý có tổ chức, cá nhân được phân công giúp đỡ',
  counted: 'người',
  theme: 'support',
  better: 'higher',
  finest: 'month',
  sensitivity: 'person',
  basis: 'register',
  legalBasis: 'Thông tư 10/2024/TT-BCA',
  definition:
    'Số người đã được phân công tổ chức, cá nhân trực tiếp giúp đỡ đến hết kỳ trên số người đang quản lý vào ngày cuối kỳ.',
  parameters: { who: 'plan', basis: 'register' },
  offers: ({ who, basis }) => basis !== 'tally' || who === 'plan',
  population: ({ basis }) => byBasis(basis, { register: stock, tally: tallied }),
  denominator: ({ who, basis }) =>
    byBasis(basis, { register: ofWho(who, everyone), tally: item('managed_end') }),
  numerator: ({ basis }) =>
    byBasis(basis, { register: doneBy('helper_on'), tally: item('helpers') }),
  sources: ({ basis }) => [byBasis(basis, { register, tally })],
})
