import { communes } from '../core/communes.ts'
import { defineIndicator } from './indicator.ts'
import { atLeast } from './measures.ts'
import { quarterly, register } from './sources.ts'

/** Communes with a working support model, of those where someone under management lives on the window's last day. */
export const modelCoverage = defineIndicator({
  id: 'model-coverage',
  title: 'Tỷ lệ xã, phường có người chấp hành xong án phạt tù về cư trú có mô hình đang hoạt động',
  counted: 'xã, phường',
  theme: 'models',
  better: 'higher',
  finest: 'quarter',
  sensitivity: 'unit',
  basis: 'form',
  legalBasis: 'Kế hoạch của tỉnh',
  definition:
    'Số xã, phường có ít nhất 01 mô hình đang hoạt động vào ngày cuối kỳ trên số xã, phường có người chấp hành xong án phạt tù đang cư trú ngày đó.',
  parameters: {},
  population: () => communes,
  denominator: () => atLeast('residents', 1),
  numerator: () => atLeast('models', 1),
  sources: () => [register, quarterly('support-model')],
})
