import type { Period } from '../calendar.ts'
import { random } from '../random.ts'
import type { Reporter } from '../terms.ts'
import { inmatesOf, SMALL } from '../world/inmates.ts'
import type { Row } from './register-row.ts'

/** Biểu 07: the one row of a place of detention in a month. */
export function facilityRow(seed: string, { id, name: facility }: Reporter, month: Period): Row {
  const scale = id.startsWith('facility:nha-tam-giu') ? SMALL : undefined
  const inmates = inmatesOf(random(`${seed}/inmates/${facility}/${month.id}`), scale)
  return {
    facility,
    inmates_end: inmates.present,
    working_age_end: inmates.workingAge,
    working_age_trained: inmates.trained,
    informed_end: inmates.present,
    law_advised_end: inmates.workingAge,
    job_skill_end: inmates.trained,
    all_three_end: inmates.trained,
    released: inmates.released,
    released_completed: inmates.released - inmates.releasedConditional,
    released_amnesty: 0,
    released_conditional: inmates.releasedConditional,
    counselled: inmates.counselled,
    legal_helped: inmates.legalHelped,
    oriented: inmates.oriented,
    job_search: inmates.jobSearch,
    all_four: inmates.allFour,
    notified: inmates.notified,
    fund_supported: inmates.released,
    due_next: inmates.dueNext,
  }
}
