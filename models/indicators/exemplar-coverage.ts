import { communes } from '../core/communes.ts'
import { ofResidents } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { atLeast, everyone } from './measures.ts'
import { committees, register } from './sources.ts'

/** Communes with an exemplar recognised in the plan's year, of all communes or of those where someone under management lives. */
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
  parameters: { communes: 'all' },
  population: () => communes,
  denominator: (of) => (ofResidents(of.communes) ? atLeast('residents', 1) : everyone),
  numerator: () => atLeast('exemplars', 1),
  sources: (of) => [...(ofResidents(of.communes) ? [register] : []), committees('exemplar')],
})
