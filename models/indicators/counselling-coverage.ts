import { returned } from '../core/returned.ts'
import { defineIndicator } from './indicator.ts'
import { doneBy, everyone } from './measures.ts'
import { register } from './sources.ts'

/** Persons back in the window who were counselled by its end, of all who came back in it. */
export const counsellingCoverage = defineIndicator({
  id: 'counselling-coverage',
  title: 'Tỷ lệ người về cư trú được tư vấn, trợ giúp về tâm lý',
  counted: 'người',
  theme: 'support',
  better: 'higher',
  finest: 'month',
  sensitivity: 'person',
  basis: 'register',
  legalBasis: 'Nghị định 49/2020/NĐ-CP, Chương III',
  definition:
    'Số người mới ra trại về cư trú trong kỳ đã được tư vấn, trợ giúp về tâm lý đến hết kỳ trên số người mới ra trại về cư trú trong kỳ.',
  parameters: {},
  population: () => returned,
  denominator: () => everyone,
  numerator: () => doneBy('counselled_on'),
  sources: () => [register],
})
