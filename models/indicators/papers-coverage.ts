import { returned } from '../core/returned.ts'
import { defineIndicator } from './indicator.ts'
import { doneBy, flagged, ofThose } from './measures.ts'
import { register } from './sources.ts'

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
  parameters: { of: 'in-need' },
  population: () => returned,
  denominator: ({ of }) => ofThose(of, flagged('papers_need')),
  numerator: () => doneBy('papers_on'),
  sources: () => [register],
})
