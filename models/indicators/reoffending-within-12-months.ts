import { returnedAndFollowed } from '../core/returned.ts'
import { ofWho } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { everyone, flagged } from './measures.ts'
import { offences, register } from './sources.ts'

/** Persons back in the window with a counted new offence within twelve months of the return, of all who came back in it. Provisional for eighteen months: twelve in which each is followed, six for what the courts decide. */
export const reoffendingWithin12Months = defineIndicator({
  id: 'reoffending-within-12-months',
  title: 'Tỷ lệ người về cư trú bị khởi tố về hành vi phạm tội mới trong 12 tháng',
  counted: 'người',
  theme: 'reoffending',
  better: 'lower',
  finest: 'month',
  sensitivity: 'person',
  basis: 'register',
  legalBasis: 'Kế hoạch của tỉnh; không phải “tái phạm” theo Điều 53 Bộ luật Hình sự',
  definition:
    'Số người mới ra trại về cư trú trong kỳ bị khởi tố về hành vi phạm tội mới trong 12 tháng kể từ ngày về (mỗi người tính một lần, trừ vụ đã đình chỉ) trên số người mới ra trại về cư trú trong kỳ; là số liệu sơ bộ đến hết 18 tháng sau kỳ.',
  parameters: { stage: 'prosecuted', who: 'plan' },
  settlesAfter: 18,
  population: ({ stage }) => returnedAndFollowed(stage),
  denominator: ({ who }) => ofWho(who, everyone),
  numerator: () => flagged('offended'),
  sources: () => [register, offences],
})
