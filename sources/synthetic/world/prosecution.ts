import { addDays, type Day, daysBetween, earliest, type PlanYear } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { UnitId } from '../terms.ts'
import type { Person, Prosecution } from './person.ts'

/** An act of somebody, the commune that managed them then, and what becomes of it. */
export interface Act {
  readonly person: Person
  readonly unitId: UnitId
  readonly offenceOn: Day
  readonly prosecutedOn: Day
  readonly kind: 'counted' | 'dropped' | 'detected'
}

/** The case that follows from an act, numbered in the order of prosecution. */
export function prosecutionOf(
  random: Random,
  act: Act,
  index: number,
  year: PlanYear,
): Prosecution {
  const own = random.stream(`case/${act.person.key}/${act.offenceOn}`)
  const span = daysBetween(act.offenceOn, act.prosecutedOn)
  const convicted = act.kind === 'counted' && own.chance(40)
  return Object.freeze({
    ref: `VA-${year.year}-${String(index + 1).padStart(3, '0')}`,
    unitId: act.unitId,
    offenceOn: act.offenceOn,
    place: own.chance(86) ? 'trong_tinh' : 'ngoai_tinh',
    detectedOn: earliest(
      addDays(act.offenceOn, own.below(Math.min(span, 9) + 1)),
      act.prosecutedOn,
    ),
    prosecutedOn: act.kind === 'detected' ? null : act.prosecutedOn,
    convictedOn: convicted ? addDays(act.prosecutedOn, own.between(70, 130)) : null,
    droppedOn: act.kind === 'dropped' ? addDays(act.prosecutedOn, own.between(18, 60)) : null,
    group: own.weighted([
      ['ma_tuy', 40],
      ['so_huu', 28],
      ['tinh_mang', 12],
      ['trat_tu', 15],
      ['kinh_te', 3],
      ['khac', 2],
    ]),
    seriousness: own.weighted([
      ['it', 42],
      ['nghiem_trong', 34],
      ['rat', 14],
      ['chua', 10],
    ]),
    source: own.weighted([
      ['dieu_tra', 70],
      ['tinh_khac', 12],
      ['cong_an_xa', 12],
      ['csdl', 6],
    ]),
  })
}
