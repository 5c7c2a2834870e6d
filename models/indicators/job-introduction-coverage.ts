import { returned } from '../core/returned.ts'
import { tallied } from '../core/tallied.ts'
import { byBasis, ofWho } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { doneBy, everyone, item } from './measures.ts'
import { register, tally } from './sources.ts'

/** Persons back in the window who were introduced to a job, of all who came back in it. */
export const jobIntroductionCoverage = defineIndicator({
  id: 'job-introduction-coverage',
  title: 'Tỷ lệ người về cư trú được quan tâm giới thiệu việc làm',
  counted: 'người',
  theme: 'support',
  better: 'higher',
  finest: 'month',
  sensitivity: 'person',
  basis: 'register',
  legalBasis: 'Nghị định 49/2020/NĐ-CP, Chương III',
  definition:
    'Số người được giới thiệu việc làm đến hết kỳ trên số người mới ra trại về cư trú trong kỳ.',
  parameters: { who: 'plan', basis: 'register' },
  offers: ({ who, basis }) => basis !== 'tally' || who === 'plan',
  population: ({ basis }) => byBasis(basis, { register: returned, tally: tallied }),
  denominator: ({ who, basis }) =>
    byBasis(basis, {
      register: ofWho(who, everyone),
      tally: item('returned'),
    }),
  numerator: ({ basis }) =>
    byBasis(basis, { register: doneBy('job_intro_on'), tally: item('job_introduced') }),
  sources: ({ basis }) => [byBasis(basis, { register, tally })],
})
