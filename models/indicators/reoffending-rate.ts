import { managed } from '../core/managed.ts'
import { returnedWithEvents } from '../core/returned.ts'
import { tallied } from '../core/tallied.ts'
import { byBasis, chosen, ofWho } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { everyone, flagged, item } from './measures.ts'
import { offences, register, tally } from './sources.ts'

/** Persons under management with a counted new offence in the window, of all persons managed on any day of it, or of those who came back in it. */
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
  parameters: { stage: 'prosecuted', population: 'managed', who: 'plan', basis: 'register' },
  offers: ({ stage, population, who, basis }) =>
    basis !== 'tally' || (stage === 'prosecuted' && population === 'managed' && who === 'plan'),
  population: ({ stage, population, basis }) =>
    byBasis(basis, {
      register: chosen('population', population, {
        managed: managed(stage),
        returned: returnedWithEvents(stage),
      }),
      tally: tallied,
    }),
  denominator: ({ who, basis }) =>
    byBasis(basis, {
      register: ofWho(who, everyone),
      tally: item('managed_start', 'returned', 'moved_in'),
    }),
  numerator: ({ basis }) =>
    byBasis(basis, { register: flagged('offended'), tally: item('prosecuted') }),
  sources: ({ basis }) => byBasis(basis, { register: [register, offences], tally: [tally] }),
})
