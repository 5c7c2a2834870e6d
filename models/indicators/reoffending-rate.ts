import { managed } from '../core/managed.ts'
import { defineIndicator } from './indicator.ts'
import { everyone, flagged } from './measures.ts'
import { offences, register } from './sources.ts'

/** Persons under management with a counted new offence in the window, of all persons managed on any day of it. */
export const reoffendingRate = defineIndicator({
  id: 'reoffending-rate',
  title: 'Tỷ lệ người chấp hành xong án phạt tù bị khởi tố về hành vi phạm tội mới',
  counted: 'người',
  theme: 'reoffending',
  better: 'lower',
  finest: 'month',
  sensitivity: 'person',
  basis: 'register',
  legalBasis: 'Kế hoạch của tỉnh; không phải “tái phạm” theo Điều 53 Bộ luật Hình sự',
  definition:
    'Số người đang quản lý bị khởi tố về hành vi phạm tội mới trong kỳ (mỗi người tính một lần, trừ vụ đã đình chỉ) trên số người được quản lý trong kỳ.',
  parameters: { stage: 'prosecuted', population: 'managed' },
  population: ({ stage }) => managed(stage),
  denominator: () => everyone,
  numerator: () => flagged('offended'),
  sources: () => [register, offences],
})
