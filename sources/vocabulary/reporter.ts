import type { CalendarDate } from './date.ts'
import type { Unit, UnitId } from './unit.ts'
import { placeName } from './unit-words.ts'

/** Who sends: commune police, people's committee, agency of the province, or a place of detention. */
export type ReporterKind = 'police' | 'committee' | 'agency' | 'facility'

/** `police:07210`, `committee:07210`, `agency:so-tu-phap`, `facility:trai-tam-giam`. */
export type ReporterId = `${ReporterKind}:${string}`

/** Whether the plan obliges the reporter, or only asks it ("Đề nghị": courts, procuracy, Front). */
export type Standing = 'obliged' | 'requested'

export interface Reporter {
  readonly id: ReporterId
  readonly kind: ReporterKind
  /** As it stands in a sentence: `Công an phường Bắc Giang`. */
  readonly name: string
  /** The commune reported about; the province for agencies and facilities. */
  readonly unitId: UnitId
  readonly standing: Standing
  /** From this day on it reports for this unit; absent where it always did. */
  readonly from?: CalendarDate
  /** Exclusive; absent while it does. A code may pass to a reporter of another unit. */
  readonly to?: CalendarDate
}

/** Whether the reporter reports on a day. */
export function isReporterOn({ from, to }: Reporter, day: CalendarDate): boolean {
  return (from === undefined || from <= day) && (to === undefined || day < to)
}

/** The reporter of an id on a day, or undefined: an id may be another unit's at another time. */
export function reporterOn(
  reporters: readonly Reporter[],
  id: ReporterId,
  day: CalendarDate,
): Reporter | undefined {
  return reporters.find((each) => each.id === id && isReporterOn(each, day))
}

/** The province that the agencies report for on a day; null where no agency does. */
export function provinceOn(reporters: readonly Reporter[], day: CalendarDate): UnitId | null {
  return reporters.find((each) => each.kind === 'agency' && isReporterOn(each, day))?.unitId ?? null
}

/** The id of the reporter of a kind with a code: `reporterId('police', '07210')`. */
export function reporterId(kind: ReporterKind, code: string): ReporterId {
  return `${kind}:${code}`
}

/** Công an cấp xã of a commune. */
export function policeOf(commune: Unit, standing: Standing): Reporter {
  return {
    id: reporterId('police', commune.code),
    kind: 'police',
    name: `Công an ${placeName(commune)}`,
    unitId: commune.id,
    standing,
  }
}

/** UBND cấp xã of a commune. */
export function committeeOf(commune: Unit, standing: Standing): Reporter {
  return {
    id: reporterId('committee', commune.code),
    kind: 'committee',
    name: `UBND ${placeName(commune)}`,
    unitId: commune.id,
    standing,
  }
}
