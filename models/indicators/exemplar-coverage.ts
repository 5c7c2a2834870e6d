import { communes } from '../core/communes.ts'
import { defineIndicator } from './indicator.ts'
import { atLeast, everyone } from './measures.ts'
import { quarterly } from './sources.ts'

/** Communes with an exemplar recognised in the plan's year, of all communes. */
export const exemplarCoverage = defineIndicator({
  id: 'exemplar-coverage',
  title: 'Tỷ lệ xã, phường xây dựng được gương điển hình tiên tiến',
  counted: 'xã, phường',
  theme: 'models',
  better: 'higher',
  finest: 'quarter',
  sensitivity: 'unit',
  basis: 'form',
  legalBasis: 'Kế hoạch của tỉnh',
  definition:
    'Số xã, phường có ít nhất 01 điển hình được công nhận từ đầu năm kế hoạch đến hết kỳ, chưa thôi công nhận, trên tổng số xã, phường.',
  parameters: {},
  population: () => communes,
  denominator: () => everyone,
  numerator: () => atLeast('exemplars', 1),
  sources: () => [quarterly('exemplar')],
})
