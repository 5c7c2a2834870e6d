import { returned } from '../core/returned.ts'
import { tallied } from '../core/tallied.ts'
import { byBasis, ofWho } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { doneBy, either, everyone, item } from './measures.ts'
import { register, tally } from './sources.ts'

/** Persons back in the window who began to learn a trade or found new work by its end, each once, of all who came back in it. */
export const trainedOrNewJobShare = defineIndicator({
  id: 'trained-or-new-job-share',
  title: 'Tỷ lệ người về cư trú được bồi dưỡng, đào tạo nghề hoặc tìm được việc làm mới',
  counted: 'người',
  theme: 'employment',
  better: 'higher',
  finest: 'month',
  sensitivity: 'person',
  basis: 'register',
  legalBasis: 'Nghị định 49/2020/NĐ-CP, Chương III',
  definition:
    'Số người mới ra trại về cư trú trong kỳ đã bắt đầu học nghề hoặc có việc làm mới đến hết kỳ (mỗi người tính một lần) trên số người mới ra trại về cư trú trong kỳ.',
  parameters: { who: 'plan', basis: 'register' },
  offers: ({ who, basis }) => basis !== 'tally' || who === 'plan',
  population: ({ basis }) => byBasis(basis, { register: returned, tally: tallied }),
  denominator: ({ who, basis }) =>
    byBasis(basis, { register: ofWho(who, everyone), tally: item('returned') }),
  numerator: ({ basis }) =>
    byBasis(basis, {
      register: either(doneBy('training_on'), doneBy('new_job_on')),
      tally: item('trained_or_placed'),
    }),
  sources: ({ basis }) => [byBasis(basis, { register, tally })],
})
