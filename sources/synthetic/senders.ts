import { type Reporter, reporterId } from '../vocabulary/reporter.ts'
import type { Unit } from '../vocabulary/unit.ts'
import { placeName } from '../vocabulary/unit-words.ts'

/** The province's police, who send the lists that cross communes. */
export const PROVINCE_POLICE = 'agency:cong-an-tinh'

/** Công an cấp xã of a commune. */
export function policeOf(unit: Unit): Reporter {
  return {
    id: reporterId('police', unit.code),
    kind: 'police',
    name: `Công an ${placeName(unit)}`,
    unitId: unit.id,
    standing: 'obliged',
  }
}

/** UBND cấp xã of a commune. */
export function committeeOf(unit: Unit): Reporter {
  return {
    id: reporterId('committee', unit.code),
    kind: 'committee',
    name: `UBND ${placeName(unit)}`,
    unitId: unit.id,
    standing: 'obliged',
  }
}
