import { addDays, type Day, type PlanYear } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { Unit, UnitId } from '../terms.ts'
import type { Commune } from './commune.ts'

/** A model that helps returnees; it works from its founding until `endedOn`. */
export interface Model {
  readonly unitId: UnitId
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly scope: 'thon' | 'xa' | 'lien_xa' | 'huyen'
  readonly covers: readonly Unit[]
  readonly decisionNo: string
  readonly foundedOn: Day
  readonly endedOn: Day | null
  readonly ending: 'tam_dung' | 'giai_the'
  readonly rating: string
  readonly members: number
  /** Helped per quarter. */
  readonly pace: number
  /** Nothing happened in it for long, although it is said to work. */
  readonly asleep: boolean
}

const MODEL_NAMES: readonly (readonly [kind: string, name: string])[] = [
  ['cau_lac_bo', 'Câu lạc bộ “Thắp sáng niềm tin”'],
  ['cau_lac_bo', 'Câu lạc bộ “Hoàn lương”'],
  ['to_tu_quan', 'Tổ tự quản “Nghĩa tình, trách nhiệm”'],
  ['to_tu_quan', 'Tổ hòa giải giúp người trở về'],
  ['doan_the', 'Mô hình “5 + 1” giúp người tái hòa nhập cộng đồng'],
  ['doan_the', 'Mô hình “Vòng tay nhân ái”'],
  ['quy', 'Quỹ doanh nhân với an ninh trật tự, hỗ trợ tái hòa nhập cộng đồng'],
  ['doanh_nghiep', 'Cơ sở sản xuất nhận người tái hòa nhập cộng đồng vào làm việc'],
  ['ton_giao', 'Mô hình dòng họ tự quản, giúp người trở về'],
]

/** Models of the communes: most have one, some are founded or paused in the year, some communes with returnees have none. */
export function makeModels(random: Random, communes: readonly Commune[], year: PlanYear): Model[] {
  return communes.flatMap((commune, index) => {
    const own = random.stream(commune.unit.code)
    const count = own.weighted([
      [0, commune.stock === 0 ? 90 : 6],
      [1, commune.stock === 0 ? 10 : 80],
      [2, 14],
    ])
    return Array.from({ length: count }, (_, n) => {
      const neighbour = neighbourOf(commune, communes[index + 1])
      return modelOf(own.stream(`${n}`), commune, neighbour, year, n)
    })
  })
}

/** A commune beside this one at the same time; models of districts are not shared. */
function neighbourOf({ unit }: Commune, next: Commune | undefined): Unit | undefined {
  const alike = next?.unit.level === 'commune' && unit.level === 'commune'
  return alike && next.unit.validFrom === unit.validFrom ? next.unit : undefined
}

function scopeOf({ level }: Unit): Model['scope'] {
  return level === 'district' ? 'huyen' : 'xa'
}

function modelOf(
  random: Random,
  { unit }: Commune,
  neighbour: Unit | undefined,
  year: PlanYear,
  n: number,
): Model {
  const [kind, name] = random.pick(MODEL_NAMES)
  const shared = n > 0 && neighbour !== undefined && random.chance(30)
  const foundedOn = random.chance(78)
    ? addDays(year.from, -random.between(20, 900))
    : addDays(year.from, random.between(20, 320))
  const ends = random.chance(6)
  const ended = addDays(year.from, random.between(40, 300))
  return Object.freeze({
    unitId: unit.id,
    code: `MH-${unit.code}-${n + 1}`,
    name,
    kind,
    scope: shared ? 'lien_xa' : random.chance(20) ? 'thon' : scopeOf(unit),
    covers: shared ? [neighbour] : [],
    decisionNo: `${random.between(12, 380)}/QĐ-UBND`,
    foundedOn,
    endedOn: ends && ended > foundedOn ? ended : null,
    ending: random.chance(70) ? 'tam_dung' : 'giai_the',
    rating: random.weighted([
      ['tieu_bieu', 12],
      ['hieu_qua', 52],
      ['trung_binh', 22],
      ['chua', 14],
    ]),
    members: random.between(6, 32),
    pace: random.between(1, 5),
    asleep: random.chance(3),
  })
}
