import type { Period } from '../calendar.ts'
import { type Random, random } from '../random.ts'
import type { Row } from './register-row.ts'
import type { Sending } from './sending.ts'

const OF_PROVINCE = ['ns_tinh', 'bca', 'long_ghep', 'uy_thac'] as const
const OF_COMMUNE = ['ns_xa', 'quy_xa', 'xa_hoi_hoa'] as const
const OF_AGENCY = ['ns_tinh'] as const

/** Biểu 14: a reporter's sources of money with what was spent since the start of the year, in thousands of đồng, whole hundreds. */
export function fundingRows(seed: string, { reporter, window }: Sending): Row[] {
  const sources =
    reporter.kind === 'committee'
      ? OF_COMMUNE
      : reporter.id === 'agency:so-tai-chinh'
        ? OF_PROVINCE
        : OF_AGENCY
  return sources.map((source) =>
    sourceRow(random(`${seed}/funding/${reporter.id}/${source}`), source, window),
  )
}

function sourceRow(chance: Random, source: string, { last }: Period): Row {
  const given = source === 'quy_xa' || source === 'xa_hoi_hoa'
  const estimate = chance.between(50, 900) * 100
  const received = given ? share(chance.between(20, 700) * 100, last) : null
  return {
    source,
    estimate,
    spent: share(estimate, last - 1),
    received,
    contributors: received === null ? null : Math.ceil(received / 5_000),
    fund_established: source === 'quy_xa' ? (chance.chance(30) ? 'co' : 'khong') : null,
  }
}

/** As much of an amount as some months of twelve, in whole hundreds. */
function share(amount: number, months: number): number {
  return Math.floor((amount * months) / 1_200) * 100
}
