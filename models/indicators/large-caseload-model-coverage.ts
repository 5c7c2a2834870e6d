import { communes } from '../core/communes.ts'
import { chosen } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { atLeast, manyResidents } from './measures.ts'
import { committees, register } from './sources.ts'

/** Communes with a working model rated outstanding, of those where so many or more people under management live on the window's last day. */
export const largeCaseloadModelCoverage = defineIndicator({
  id: 'large-caseload-model-coverage',
  title: 'Tỷ lệ xã, phường có nhiều người chấp hành xong án phạt tù cư trú có mô hình tiêu biểu',
  counted: 'xã, phường',
  theme: 'models',
  better: 'higher',
  finest: 'quarter',
  sensitivity: 'unit',
  basis: 'form',
  legalBasis: 'Kế hoạch của tỉnh',
  definition:
    'Số xã, phường có ít nhất 01 mô hình được xếp loại tiêu biểu và đang hoạt động vào ngày cuối kỳ trên số xã, phường có số người đang quản lý ngày đó từ mức kế hoạch nêu (10 người) trở lên.',
  parameters: { threshold: '10', rating: 'tieu_bieu' },
  population: () => communes,
  denominator: ({ threshold }) => manyResidents(threshold),
  numerator: ({ rating }) =>
    atLeast(chosen('rating', rating, { tieu_bieu: 'outstanding', all: 'models' } as const), 1),
  sources: () => [register, committees('support-model')],
})
