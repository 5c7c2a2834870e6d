import type { Period } from '../calendar.ts'
import { random } from '../random.ts'
import type { Province } from '../world/province.ts'
import { communesOn } from './places.ts'
import type { Row } from './register-row.ts'

const MOST_OFFICES = 9
const POPULATIONS = ['chxapt', 'pham_nhan', 'an_cong_dong'] as const

/** Biểu 15: what the regional offices of the civil judgments agency did in a half-year. */
export function judgmentRows(province: Province, half: Period): Row[] {
  const { seed } = province
  const offices = Math.min(MOST_OFFICES, communesOn(province, half).length)
  return Array.from({ length: offices }, (_, n) => n + 1).flatMap((n) =>
    POPULATIONS.map((population) => {
      const chance = random(`${seed}/judgments/${n}/${population}/${half.id}`)
      const proposed = chance.below(6)
      const granted = proposed - chance.below(proposed + 1)
      const confirmed = chance.between(2, 30)
      return {
        office: `Phòng Thi hành án dân sự khu vực ${n}`,
        population,
        proposed,
        granted,
        amount_granted: granted * chance.between(5, 60) * 100,
        confirmed,
        fulfilled: confirmed - chance.below(confirmed + 1),
        complaints: chance.below(2),
      }
    }),
  )
}
