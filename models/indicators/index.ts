/**
 * Every indicator, one file each: population, denominator predicate, numerator predicate. A new one is a file here, a line in this
 * list, and a test that gives rows and expects rows.
 */
import { communicationReach } from './communication-reach.ts'
import { counsellingCoverage } from './counselling-coverage.ts'
import { employmentRate } from './employment-rate.ts'
import { exemplarCoverage } from './exemplar-coverage.ts'
import type { Indicator } from './indicator.ts'
import { jobIntroductionCoverage } from './job-introduction-coverage.ts'
import { legalSupportCoverage } from './legal-support-coverage.ts'
import { modelCoverage } from './model-coverage.ts'
import { papersCoverage } from './papers-coverage.ts'
import { preReleasePreparationCoverage } from './pre-release-preparation-coverage.ts'
import { receptionCoverage } from './reception-coverage.ts'
import { reoffendingRate } from './reoffending-rate.ts'
import { reportingCompleteness } from './reporting-completeness.ts'
import { reportingTimeliness } from './reporting-timeliness.ts'

export const indicators = [
  communicationReach,
  counsellingCoverage,
  employmentRate,
  exemplarCoverage,
  jobIntroductionCoverage,
  legalSupportCoverage,
  modelCoverage,
  papersCoverage,
  preReleasePreparationCoverage,
  receptionCoverage,
  reoffendingRate,
  reportingCompleteness,
  reportingTimeliness,
] as readonly Indicator[]

export {
  communicationReach,
  counsellingCoverage,
  employmentRate,
  exemplarCoverage,
  jobIntroductionCoverage,
  legalSupportCoverage,
  modelCoverage,
  papersCoverage,
  preReleasePreparationCoverage,
  receptionCoverage,
  reoffendingRate,
  reportingCompleteness,
  reportingTimeliness,
}
