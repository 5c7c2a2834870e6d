import { returned } from '../core/returned.ts'
import { defineIndicator } from './indicator.ts'
import { doneBy, flagged, ofThose } from './measures.ts'
import { register } from './sources.ts'

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
  parameters: { of: 'in-need' },
  population: () => returned,
  denominator: ({ of }) => ofThose(of, flagged('legal_need')),
  numerator: () => doneBy('legal_on'),
  sources: () => [register],
})
