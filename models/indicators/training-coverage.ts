import { returned } from '../core/returned.ts'
import { ofWho } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { doneBy, flagged } from './measures.ts'
import { register } from './sources.ts'

/** Persons back in the window who began to learn a trade by its end, of those who want to or were not asked. */
export const trainingCoverage = defineIndicator({
  id: 'training-coverage',
  title: 'Tỷ lệ người về cư trú có nhu cầu được đào tạo, bồi dưỡng nghề',
  counted: 'người',
  theme: 'employment',
  better: 'higher',
  finest: 'month',
  sensitivity: 'person',
  basis: 'register',
  legalBasis: 'Nghị định 49/2020/NĐ-CP, Chương III',
  definition:
    'Số người đã bắt đầu học nghề đến hết kỳ trên số người mới ra trại về cư trú trong kỳ có nhu cầu học nghề; chưa rà soát tính là có.',
  parameters: { who: 'plan' },
  population: () => returned,
  denominator: ({ who }) => ofWho(who, flagged('training_need')),
  numerator: () => doneBy('training_on'),
  sources: () => [register],
})
