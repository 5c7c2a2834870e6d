import { addDays, type Day, dateOf } from '../calendar.ts'
import { random } from '../random.ts'
import type { PlanFacts } from '../terms.ts'
import type { Row } from './register-row.ts'
import type { Sending } from './sending.ts'

const INITIALS = { police: 'CAX', committee: 'UBND', agency: 'SN', facility: 'TTG' } as const

/** Biểu 16: a reporter's own plan under the province's, in the window in which it was issued, and a letter now and then. */
export function documentRows(seed: string, year: number, plan: PlanFacts, sending: Sending): Row[] {
  const { reporter, window, knownTo } = sending
  const chance = random(`${seed}/documents/${reporter.id}`)
  const own = chance.chance(90) ? [addDays(asked(plan, year), chance.between(1, 9) - 8)] : []
  const letters = chance.chance(30)
    ? [dateOf(year, chance.between(1, 11), chance.between(1, 28))]
    : []
  const documents = [
    ...own.map((on) => ({ on, kind: 'ke_hoach', ending: 'KH', abstract: PLAN })),
    ...letters.map((on) => ({ on, kind: 'cong_van', ending: 'CV', abstract: LETTER })),
  ]
  return documents
    .map((document, n) => ({ ...document, number: 20 + chance.stream(`${n}`).below(300) }))
    .filter(({ on }) => on >= window.from && on < window.to && on <= addDays(knownTo, -3))
    .map(({ on, kind, ending, abstract, number }) => ({
      kind,
      number: `${number}/${ending}-${INITIALS[reporter.kind]}`,
      issued_on: on,
      abstract,
      signer_title: reporter.kind === 'committee' ? 'Chủ tịch' : 'Giám đốc',
      sent_on: addDays(on, 1),
      received_on: addDays(on, 2),
      plan_ref: plan.number === '' ? '/KH-UBND' : plan.number,
    }))
}

/** The day before which everybody is to have a plan of their own; 8 June where the plan names none. */
function asked({ clauses }: PlanFacts, year: number): Day {
  const dues = clauses.flatMap((clause) => clause.dues)
  return dues.find(({ window }) => window === null)?.before ?? dateOf(year, 6, 8)
}

const PLAN =
  'Triển khai thực hiện công tác tái hòa nhập cộng đồng năm nay trên địa bàn, lĩnh vực quản lý'
const LETTER = 'Về việc tăng cường quản lý, giáo dục, giúp đỡ người chấp hành xong án phạt tù'
