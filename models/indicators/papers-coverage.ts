import { returned } from '../core/returned.ts'
import { tallied } from '../core/tallied.ts'
import { byBasis, ofWho } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { doneBy, flagged, item, ofThose } from './measures.ts'
import { register, tally } from './sources.ts'

/** Persons back in the window who received their papers, of those who lacked some; "not yet looked at" lacks some. */
export const papersCoverage = defineIndicator({
  id: 'papers-coverage',
  title: 'Tỷ lệ người về cư trú được cấp giấy tờ liên quan đến cá nhân',
  counted: 'người',
  theme: 'support',
  better: 'higher',
  finest: 'month',
  sensitivity: 'person',
  basis: 'register',
  legalBasis: 'Nghị định 49/2020/NĐ-CP, Chương III',
  definition:
    'Số người được cấp đủ giấy tờ đến hết kỳ trên số người mới ra trại về cư trú trong kỳ còn thiếu giấy tờ; chưa rà soát tính là thiếu.',
  parameters: { of: 'in-need', who: 'plan', basis: 'register' },
  offers: ({ of, who, basis }) => basis !== 'tally' || (who === 'plan' && of === 'all'),
  population: ({ basis }) => byBasis(basis, { register: returned, tally: tallied }),
  denominator: ({ of, who, basis }) =>
    byBasis(basis, {
      register: ofWho(who, ofThose(of, flagged('papers_need'))),
      tally: item('returned'),
    }),
  numerator: ({ basis }) =>
    byBasis(basis, { register: doneBy('papers_on'), tally: item('papers') }),
  sources: ({ basis }) => [byBasis(basis, { register, tally })],
})
