import { returned } from '../core/returned.ts'
import { tallied } from '../core/tallied.ts'
import { byBasis, ofWho } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { doneBy, flagged, item, ofThose } from './measures.ts'
import { register, tally } from './sources.ts'

/** Persons back in the window who were helped with legal procedures, of those in need of it; "not yet asked" is in need. */
export const legalSupportCoverage = defineIndicator({
  id: 'legal-support-coverage',
  title: 'Tỷ lệ người về cư trú được hỗ trợ các thủ tục pháp lý',
  counted: 'người',
  theme: 'support',
  better: 'higher',
  finest: 'month',
  sensitivity: 'person',
  basis: 'register',
  legalBasis: 'Nghị định 49/2020/NĐ-CP, Chương III',
  definition:
    'Số người được hỗ trợ thủ tục pháp lý đến hết kỳ trên số người mới ra trại về cư trú trong kỳ cần hỗ trợ; chưa rà soát tính là cần.',
  parameters: { of: 'in-need', who: 'plan', basis: 'register' },
  offers: ({ of, who, basis }) => basis !== 'tally' || (who === 'plan' && of === 'all'),
  population: ({ basis }) => byBasis(basis, { register: returned, tally: tallied }),
  denominator: ({ of, who, basis }) =>
    byBasis(basis, {
      register: ofWho(who, ofThose(of, flagged('legal_need'))),
      tally: item('returned'),
    }),
  numerator: ({ basis }) =>
    byBasis(basis, { register: doneBy('legal_on'), tally: item('procedures') }),
  sources: ({ basis }) => [byBasis(basis, { register, tally })],
})
