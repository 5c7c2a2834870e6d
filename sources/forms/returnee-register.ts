import { placesBefore } from '../reference/places-before.ts'
import type { Value } from '../submission.ts'
import { type CalendarDate, isCalendarDate } from '../vocabulary/date.ts'
import { caseFile, formerCaseFile, nid, oldId } from '../vocabulary/identifier.ts'
import type { UnitId } from '../vocabulary/unit.ts'
import { checksOf } from './checks.ts'
import { defineForm, type NextYear, type RowOf } from './form.ts'
import { registerChecks } from './returnee-register-checks.ts'
import { registerColumns as columns } from './returnee-register-columns.ts'

const { unique } = checksOf(columns)

/**
 * Biểu 01: everyone on the commune's register on any day from the start of the plan's year to the window's close, those who left
 * included. Sent by Công an cấp xã each month.
 */
export const returneeRegister = defineForm({
  id: 'returnee-register',
  number: '01',
  version: 1,
  title: 'DANH SÁCH THEO DÕI NGƯỜI CHẤP HÀNH XONG ÁN PHẠT TÙ VỀ CƯ TRÚ TẠI ĐỊA PHƯƠNG',
  subtitle:
    '(gồm người chấp hành xong án phạt tù, người được đặc xá, người được tha tù trước thời hạn có điều kiện)',
  sheet: '01.Danh sach',
  submittedBy: ['police'],
  every: 'month',
  unit: 'reporter',
  key: ['case_file_no'],
  columns,
  identifiers,
  carries,
  handedOver,
  rowChecks: registerChecks,
  tableChecks: [unique(['national_id']), unique(['old_id'])],
})

/**
 * Số định danh, older paper, case file here; and, for one who moved in without either paper, the case file of the commune left,
 * because its number is kept on a move; for one who was handed over without either, those of the communes that gave way to this one.
 */
function identifiers(row: RowOf<typeof columns>, unitId: UnitId): readonly string[] {
  const { national_id, old_id, case_file_no, entry_kind, moved_from } = row
  const known: string[] = [caseFile(unitId, case_file_no)]
  if (national_id !== null) known.push(nid(national_id))
  if (old_id !== null) known.push(oldId(old_id))
  if (known.length === 1 && entry_kind === 'chuyen_den' && moved_from !== null) {
    known.push(caseFile(moved_from, case_file_no))
  }
  if (known.length === 1 && entry_kind === 'sap_xep_dvhc') {
    known.push(...placesBefore(unitId).map((before) => formerCaseFile(before, case_file_no)))
  }
  return known
}

/** The running list of a year keeps those who left; the list of a new year begins without those who had left before it. */
function carries(row: Readonly<Record<string, Value>>, { from, isNew }: NextYear): boolean {
  const left = row['left_on']
  return !isNew || typeof left !== 'string' || !isCalendarDate(left) || left >= from
}

/**
 * Whoever still stood on the list goes along, as handed over on the day of the reform. Where somebody had come from stays with the old
 * list: the codes of before mean other places now.
 */
function handedOver(
  row: Readonly<Record<string, Value>>,
  on: CalendarDate,
): Readonly<Record<string, Value>> | null {
  const left = row['left_on']
  if (typeof left === 'string' && isCalendarDate(left)) return null
  return { ...row, entry_kind: 'sap_xep_dvhc', arrived_on: on, moved_from: null }
}
