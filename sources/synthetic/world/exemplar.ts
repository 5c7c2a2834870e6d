import { addDays, type Day, type PlanYear } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { Unit, UnitId } from '../terms.ts'
import type { Commune } from './commune.ts'
import { fullName, type Sex } from './names.ts'

/** A recognition of a person or a group. */
export interface Exemplar {
  readonly unitId: UnitId
  readonly code: string
  readonly displayName: string
  /** False for groups and firms, whose names are no personal data. */
  readonly personal: boolean
  readonly kind: 'hoan_luong' | 'nguoi_giup_do' | 'tap_the' | 'doanh_nghiep'
  readonly level: 'xa' | 'tinh'
  readonly form: string
  readonly decisionNo: string
  readonly recognisedOn: Day
  readonly withdrawnOn: Day | null
}

/** Exemplars: about a third of the communes by the autumn; some are older, which the year does not count. */
export function makeExemplars(
  random: Random,
  communes: readonly Commune[],
  year: PlanYear,
): Exemplar[] {
  return communes.flatMap((commune) => {
    const own = random.stream(commune.unit.code)
    const older = own.chance(14)
    const fresh = own.weighted([
      [0, 60],
      [1, 32],
      [2, 8],
    ])
    const days = [
      ...(older ? [-own.between(30, 400)] : []),
      ...Array.from({ length: fresh }, () => own.between(15, 350)),
    ]
    return days.map((days, n) => {
      const recognisedOn = addDays(year.from, days)
      return exemplarOf(own.stream(`${n}`), commune.unit, recognisedOn, n, older && n === 0)
    })
  })
}

function exemplarOf(
  random: Random,
  unit: Unit,
  recognisedOn: Day,
  n: number,
  older: boolean,
): Exemplar {
  const kind = random.weighted([
    ['hoan_luong', 40],
    ['nguoi_giup_do', 30],
    ['tap_the', 22],
    ['doanh_nghiep', 8],
  ] as const)
  const personal = kind === 'hoan_luong' || kind === 'nguoi_giup_do'
  const sex: Sex = random.chance(80) ? 'nam' : 'nu'
  const group =
    kind === 'tap_the' ? 'Ban công tác Mặt trận khu dân cư' : 'Cơ sở sản xuất, kinh doanh'
  return Object.freeze({
    unitId: unit.id,
    code: `DH-${unit.code}-${n + 1}`,
    displayName: personal ? fullName(random, sex) : `${group} số ${random.between(1, 12)}`,
    personal,
    kind,
    level: random.chance(82) ? 'xa' : 'tinh',
    form: random.pick(['cong_nhan', 'giay_khen', 'bieu_duong']),
    decisionNo: `${random.between(20, 690)}/QĐ-KT`,
    recognisedOn,
    withdrawnOn:
      older && random.chance(30) ? addDays(recognisedOn, random.between(420, 600)) : null,
  })
}
