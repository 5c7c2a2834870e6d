import { returned } from '../core/returned.ts'
import { defineIndicator } from './indicator.ts'
import { doneBy, everyone } from './measures.ts'
import { register } from './sources.ts'

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
  parameters: {},
  population: () => returned,
  denominator: () => everyone,
  numerator: () => doneBy('job_intro_on'),
  sources: () => [register],
})
