import { civilJudgment } from './civil-judgment.ts'
import { communication } from './communication.ts'
import { communitySentence } from './community-sentence.ts'
import { credit } from './credit.ts'
import { exemplar } from './exemplar.ts'
import type { Form } from './form.ts'
import { funding } from './funding.ts'
import { issuedDocument } from './issued-document.ts'
import { jobsAndTraining } from './jobs-and-training.ts'
import { narrative } from './narrative.ts'
import { preRelease } from './pre-release.ts'
import { releaseNotice } from './release-notice.ts'
import { reoffence } from './reoffence.ts'
import { returneeRegister } from './returnee-register.ts'
import { supportModel } from './support-model.ts'
import { tally } from './tally.ts'
import { taskProgress } from './task-progress.ts'

/**
 * Every biểu mẫu that the province collects, in the order of their numbers. One form is one file and one line here; its table, its
 * row type, its blank sheet and its validation follow.
 */
export const forms = [
  returneeRegister,
  releaseNotice,
  reoffence,
  supportModel,
  exemplar,
  communication,
  preRelease,
  credit,
  communitySentence,
  jobsAndTraining,
  tally,
  taskProgress,
  narrative,
  funding,
  civilJudgment,
  issuedDocument,
] as const

export type FormId = (typeof forms)[number]['id']

/** The same list without the exact row types, for code that treats all forms alike. */
export const anyForms: readonly Form<FormId>[] = forms

/** The form of that id, or undefined where nobody defined one. */
export function formById(id: string): Form<FormId> | undefined {
  return anyForms.find((form) => form.id === id)
}
