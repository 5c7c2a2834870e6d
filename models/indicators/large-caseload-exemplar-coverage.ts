import { communes } from '../core/communes.ts'
import { defineIndicator } from './indicator.ts'
import { atLeast, manyResidents } from './measures.ts'
import { committees, register } from './sources.ts'

/** Communes with an exemplary person, recognised at any time, of those where so many or more people under management live on the window's last day. */
export const largeCaseloadExemplarCoverage = defineIndicator({
  id: 'large-caseload-exemplar-coverage',
  title:
    'Tỷ lệ xã, phường có nhiều người chấp hành xong án phạt tù cư trú có cá nhân điển hình tiên tiến',
  counted: 'xã, phường',
  theme: 'models',
  better: 'higher',
  finest: 'quarter',
  sensitivity: 'unit',
  basis: 'form',
  legalBasis: 'Kế hoạch của tỉnh',
  definition:
    'Số xã, phường có ít nhất 01 cá nhân điển hình (gương hoàn lương hoặc người quản lý, giáo dục, giúp đỡ) được công nhận đến hết kỳ, chưa thôi công nhận, trên số xã, phường có số người đang quản lý vào ngày cuối kỳ từ mức kế hoạch nêu (10 người) trở lên.',
  parameters: { threshold: '10' },
  population: () => communes,
  denominator: ({ threshold }) => manyResidents(threshold),
  numerator: () => atLeast('individuals', 1),
  sources: () => [register, committees('exemplar')],
})
