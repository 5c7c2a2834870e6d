import type { Day } from '../calendar.ts'
import type { Unit, UnitId } from '../terms.ts'
import type { Sex } from './names.ts'

/**
 * An invented person with everything that ever happens to them in the plan's year.
 *
 * This is the planted truth: reports are what officers know of it by a day, and the expected values are counted from it.
 */
export interface Person {
  /** `P00001`; appears in no report. */
  readonly key: string
  readonly fullName: string
  readonly sex: Sex
  readonly birthYear: number
  readonly papers: Papers
  readonly caseFileNo: string
  readonly release: Release
  /** What the facility wrote to PC10, or null where no notice came. */
  readonly notice: Notice | null
  /** In order, without gaps or overlaps; empty for someone whom a notice names and nobody has seen. */
  readonly stays: readonly Stay[]
  readonly residence: 'thuong_tru' | 'tam_tru' | 'noi_o_hien_tai'
  readonly services: Services
  readonly needs: Needs
  /** In order; the first holds from the beginning. */
  readonly work: readonly WorkSpell[]
  readonly newJobOn: Day | null
  readonly extraPenalty: 'khong' | 'quan_che' | 'cam_cu_tru' | 'tuoc_quyen'
  readonly group: 'A' | 'B' | 'C' | 'chua'
  readonly digitisedOn: Day | null
  readonly cases: readonly Prosecution[]
  readonly remark: string | null
}

export interface Papers {
  readonly nationalId: string | null
  /** The day on which the officer learns the number (a new card); null when it was always known. */
  readonly nationalIdFrom: Day | null
  readonly oldId: string | null
  /** Why there is no number, while there is none. */
  readonly without: 'chua_cap' | 'dang_xac_minh' | null
}

export type ReleaseBasis = 'chap_hanh_xong' | 'dac_xa' | 'tha_tu_co_dieu_kien'

export interface Release {
  readonly basis: ReleaseBasis
  readonly amnestyRound: string | null
  readonly on: Day
  /** A probation's last day; null but for conditional releases. */
  readonly probationEnd: Day | null
}

export interface Notice {
  readonly facility: string
  readonly number: string
  readonly on: Day
  readonly unitId: UnitId
  readonly outcome: 'dung' | 'chua_ro'
}

export type EntryKind = 'ra_trai' | 'chuyen_den' | 'ra_soat' | 'sap_xep_dvhc'

export type LeftReason =
  | 'xoa_an_tich'
  | 'chuyen_trong_tinh'
  | 'chuyen_ngoai_tinh'
  | 'chet'
  | 'an_moi'
  | 'xuat_canh'

/** Residence in one commune, from the day of arrival up to, not including, the day of leaving. */
export interface Stay {
  readonly unitId: UnitId
  readonly from: Day
  readonly to: Day | null
  readonly entry: EntryKind
  /** The commune before, when `entry` is `chuyen_den`. */
  readonly movedFrom: Unit | null
  readonly leftReason: LeftReason | null
  readonly movedTo: Unit | null
  /** False where the officer never writes the leaving down: the person then stands on two registers at once. */
  readonly leavingRecorded: boolean
}

/** The day of each measure, or null where it is never taken. */
export interface Services {
  readonly reportedOn: Day | null
  readonly receivedOn: Day | null
  /** Who helps, from `helperOn` on; a code of the register's list. */
  readonly helper: string
  readonly helperOn: Day | null
  readonly counselledOn: Day | null
  readonly legalOn: Day | null
  readonly papersOn: Day | null
  readonly jobInfoOn: Day | null
  readonly jobIntroOn: Day | null
  readonly trainingKind: 'dao_tao' | 'boi_duong' | null
  readonly trainingOn: Day | null
  readonly creditAdvisedOn: Day | null
  readonly loanGuidedOn: Day | null
  readonly loanListedOn: Day | null
}

/** What the review of a need found; until `reviewedOn` (for ever, when null) the register says `chua`. */
export interface Need<T extends string> {
  readonly found: T
  readonly reviewedOn: Day | null
}

export type Lacking = 'khong' | 'can_cuoc' | 'cu_tru' | 'ho_tich' | 'nhieu'

export interface Needs {
  readonly legal: Need<'co' | 'khong'>
  readonly papers: Need<Lacking>
  readonly job: Need<'co' | 'khong'>
  readonly training: Need<'co' | 'khong'>
  readonly loan: Need<'co' | 'khong'>
}

export type Work = 'on_dinh' | 'khong_on_dinh' | 'chua_co' | 'khong_lao_dong' | 'chua'

export interface WorkSpell {
  readonly from: Day
  readonly work: Work
}

/** A prosecution, or an act that is only detected so far; dates that lie in the future are not yet known. */
export interface Prosecution {
  readonly ref: string
  /** The commune that managed the person on the day of the act. */
  readonly unitId: UnitId
  readonly offenceOn: Day
  readonly place: 'trong_tinh' | 'ngoai_tinh'
  readonly detectedOn: Day
  readonly prosecutedOn: Day | null
  readonly convictedOn: Day | null
  readonly droppedOn: Day | null
  readonly group: string
  readonly seriousness: string
  readonly source: string
}

/** The need as the register shows it on a day. */
export function needOn<T extends string>(need: Need<T>, day: Day): T | 'chua' {
  return need.reviewedOn !== null && need.reviewedOn <= day ? need.found : 'chua'
}

/** The employment as the register shows it on a day. */
export function workOn(spells: readonly WorkSpell[], day: Day): Work {
  let current: Work = 'chua'
  for (const spell of spells) if (spell.from <= day) current = spell.work
  return current
}
