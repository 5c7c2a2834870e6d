import type { Succession, Unit } from '../vocabulary/unit.ts'
import { type SuccessionRow, successionRows } from './former-units.ts'
import { REFORM, unitId } from './units.ts'

/** Wards of Cần Thơ that joined Thới Bình (31123) on 1/11/2024 (NQ 1192/NQ-UBTVQH15) and went on with it on 1/7/2025. */
const JOINED: Readonly<Record<string, string>> = {
  '31126': '31123',
  '31129': '31123',
  '31141': '31123',
}

/** Where the 17 communes of Bắc Giang lie that vanished on 1/1/2025 (NQ 1191/NQ-UBTVQH15) into successors not established. */
const SOMEWHERE_IN = unitId('24', REFORM)

/**
 * From each former commune straight to those of today, so that one join crosses all reforms; `onDate` is the day those of today began.
 *
 * `whole`: everybody went to the one successor · `part`: to several, in shares not known · `unchanged`: the same extent · `unknown`: no
 * successor could be established, and `toUnit` is the province, so that its totals hold.
 */
export function successionsOf(former: readonly Unit[]): readonly Succession[] {
  const rowsOf = rowsByOldCode()
  return former
    .filter((unit) => unit.level === 'commune')
    .flatMap((unit) => {
      const rows = rowsOf.get(JOINED[unit.code] ?? unit.code) ?? []
      return rows.length === 0 ? [unknown(unit)] : rows.map((row) => known(unit, row, rows.length))
    })
}

/**
 * From each commune of the plans of 2022 and 2024 to the one that took its place before the reform of 1/7/2025, for days in between: the
 * same code is the same extent, and `whole` where others joined it.
 */
export function renewalsOf(former: readonly Unit[]): readonly Succession[] {
  const communes = former.filter((unit) => unit.level === 'commune')
  const later = new Map(
    communes.filter(({ validTo }) => validTo === REFORM).map((unit) => [unit.code, unit]),
  )
  const grown = new Set(Object.values(JOINED))
  return communes
    .filter(({ validTo }) => validTo !== null && validTo < REFORM)
    .flatMap((unit) => {
      const code = JOINED[unit.code] ?? unit.code
      const next = later.get(code)
      if (next === undefined || unit.validTo !== next.validFrom) return []
      const kind = grown.has(code) ? 'whole' : 'unchanged'
      return [Object.freeze({ fromUnit: unit.id, toUnit: next.id, onDate: next.validFrom, kind })]
    })
}

/** Who has several successors went to each in part, also where the table calls one of them whole (xã Kỳ Lợi, 18796). */
function known(unit: Unit, row: SuccessionRow, successors: number): Succession {
  return Object.freeze({
    fromUnit: unit.id,
    toUnit: unitId(row.new_code, REFORM),
    onDate: REFORM,
    kind: successors > 1 ? 'part' : (row.kind as Succession['kind']),
  })
}

function unknown(unit: Unit): Succession {
  return Object.freeze({
    fromUnit: unit.id,
    toUnit: SOMEWHERE_IN,
    onDate: REFORM,
    kind: 'unknown',
  })
}

function rowsByOldCode(): ReadonlyMap<string, readonly SuccessionRow[]> {
  const rows = new Map<string, SuccessionRow[]>()
  for (const row of successionRows) {
    rows.set(row.old_code, [...(rows.get(row.old_code) ?? []), row])
  }
  return rows
}
