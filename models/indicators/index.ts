/**
 * Every indicator, one file each: population, denominator predicate, numerator predicate. A new one is a file here, a line in this
 * list, and a test that gives rows and expects rows.
 */
import { communicationReach } from './communication-reach.ts'
import { counsellingCoverage } from './counselling-coverage.ts'
import { creditAdviceCoverage } from './credit-advice-coverage.ts'
import { creditListingCoverage } from './credit-listing-coverage.ts'
import { digitisationCoverage } from './digitisation-coverage.ts'
import { employmentRate } from './employment-rate.ts'
import { exemplarCoverage } from './exemplar-coverage.ts'
import { helperAssignmentCoverage } from './helper-assignment-coverage.ts'
import type { Indicator } from './indicator.ts'
import { jobInformationCoverage } from './job-information-coverage.ts'
import { jobIntroductionCoverage } from './job-introduction-coverage.ts'
import { largeCaseloadExemplarCoverage } from './large-caseload-exemplar-coverage.ts'
import { largeCaseloadModelCoverage } from './large-caseload-model-coverage.ts'
import { lawfulConductShare } from './lawful-conduct-share.ts'
import { legalSupportCoverage } from './legal-support-coverage.ts'
import { loansOutstanding } from './loans-outstanding.ts'
import { loansOverdueShare } from './loans-overdue-share.ts'
import { modelCoverage } from './model-coverage.ts'
import { papersCoverage } from './papers-coverage.ts'
import { planIssuance } from './plan-issuance.ts'
import { preReleaseInformationCoverage } from './pre-release-information-coverage.ts'
import { preReleasePreparationCoverage } from './pre-release-preparation-coverage.ts'
import { preReleaseTrainingCoverage } from './pre-release-training-coverage.ts'
import { receptionCoverage } from './reception-coverage.ts'
import { reoffendingRate } from './reoffending-rate.ts'
import { reoffendingWithin12Months } from './reoffending-within-12-months.ts'
import { reportingCompleteness } from './reporting-completeness.ts'
import { reportingTimeliness } from './reporting-timeliness.ts'
import { socialFunding } from './social-funding.ts'
import { supervisionCoverage } from './supervision-coverage.ts'
import { taskCompletion } from './task-completion.ts'
import { trainedOrNewJobShare } from './trained-or-new-job-share.ts'
import { trainingCoverage } from './training-coverage.ts'

export const indicators = [
  communicationReach,
  counsellingCoverage,
  creditAdviceCoverage,
  creditListingCoverage,
  digitisationCoverage,
  employmentRate,
  exemplarCoverage,
  helperAssignmentCoverage,
  jobInformationCoverage,
  jobIntroductionCoverage,
  largeCaseloadExemplarCoverage,
  largeCaseloadModelCoverage,
  lawfulConductShare,
  legalSupportCoverage,
  loansOutstanding,
  loansOverdueShare,
  modelCoverage,
  papersCoverage,
  planIssuance,
  preReleaseInformationCoverage,
  preReleasePreparationCoverage,
  preReleaseTrainingCoverage,
  receptionCoverage,
  reoffendingRate,
  reoffendingWithin12Months,
  reportingCompleteness,
  reportingTimeliness,
  socialFunding,
  supervisionCoverage,
  taskCompletion,
  trainedOrNewJobShare,
  trainingCoverage,
] as readonly Indicator[]

export {
  communicationReach,
  counsellingCoverage,
  creditAdviceCoverage,
  creditListingCoverage,
  digitisationCoverage,
  employmentRate,
  exemplarCoverage,
  helperAssignmentCoverage,
  jobInformationCoverage,
  jobIntroductionCoverage,
  largeCaseloadExemplarCoverage,
  largeCaseloadModelCoverage,
  lawfulConductShare,
  legalSupportCoverage,
  loansOutstanding,
  loansOverdueShare,
  modelCoverage,
  papersCoverage,
  planIssuance,
  preReleaseInformationCoverage,
  preReleasePreparationCoverage,
  preReleaseTrainingCoverage,
  receptionCoverage,
  reoffendingRate,
  reoffendingWithin12Months,
  reportingCompleteness,
  reportingTimeliness,
  socialFunding,
  supervisionCoverage,
  taskCompletion,
  trainedOrNewJobShare,
  trainingCoverage,
}
