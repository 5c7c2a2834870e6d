import { returned } from '../core/returned.ts'
import { tallied } from '../core/tallied.ts'
import { byBasis, chosen, ofWho } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { doneBy, everyone, item } from './measures.ts'
import { register, tally } from './sources.ts'

/** Persons back in the window who were counselled by its end, of all who came back in it; in law the tally alone tells of it. */
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
  said: ({ kind }) => (kind === 'legal' ? ofLegal : {}),
  parameters: { kind: 'psychological', who: 'plan', basis: 'register' },
  offers: ({ kind, who, basis }) => (basis === 'tally' ? who === 'plan' : kind === 'psychological'),
  population: ({ basis }) => byBasis(basis, { register: returned, tally: tallied }),
  denominator: ({ who, basis }) =>
    byBasis(basis, { register: ofWho(who, everyone), tally: item('returned') }),
  numerator: ({ kind, basis }) =>
    byBasis(basis, {
      register: doneBy('counselled_on'),
      tally: chosen('kind', kind, {
        psychological: item('counselled'),
        legal: item('law_helped'),
      }),
    }),
  sources: ({ basis }) => [byBasis(basis, { register, tally })],
})

const ofLegal = {
  title: 'Tỷ lệ người về cư trú được tư vấn, trợ giúp về pháp lý',
  definition:
    'Số người mới ra trại về cư trú trong kỳ đã được tư vấn, trợ giúp về pháp lý đến hết kỳ trên số người mới ra trại về cư trú trong kỳ.',
}
