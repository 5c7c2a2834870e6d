import { addDays, type Day } from '../calendar.ts'
import type { Value } from '../terms.ts'
import type { Row } from './register-row.ts'
import type { SlipKind } from './slip.ts'
import { besidesKinds } from './slip-kinds-besides.ts'

/** Types a value where there was one; where there was none, nobody mistypes it. */
const over =
  (field: string, value: Value) =>
  (row: Row): Row | null =>
    row[field] === null ? null : { [field]: value }

const always = (typed: Row) => (): Row => typed

const number = (row: Row, field: string) => Number(row[field])

/** Biểu 01, by the officer of the commune. */
const register: readonly Omit<SlipKind, 'form'>[] = [
  {
    field: 'counselled_on',
    code: 'not-a-date',
    typed: over('counselled_on', 'đã tư vấn, không nhớ ngày'),
  },
  { field: 'arrived_on', code: 'not-a-date', typed: always({ arrived_on: '31/2/2026' }) },
  {
    field: 'received_on',
    code: 'date-out-of-range',
    typed: over('received_on', '2062-03-05'),
  },
  {
    field: 'employment',
    code: 'not-a-choice',
    typed: always({ employment: 'Đang đi xuất khẩu lao động' }),
  },
  { field: 'legal_need', code: 'not-a-choice', typed: always({ legal_need: 'chưa biết' }) },
  { field: 'birth_year', code: 'required', typed: always({ birth_year: null }) },
  { field: 'full_name', code: 'required', typed: always({ full_name: null }) },
  {
    field: 'birth_year',
    code: 'out-of-range',
    typed: (row) => (row['national_id'] === null ? { birth_year: 1905 } : null),
  },
  {
    field: 'national_id',
    code: 'id-disagrees',
    typed: (row) =>
      row['national_id'] === null ? null : { birth_year: number(row, 'birth_year') + 1 },
  },
  {
    field: 'national_id',
    code: 'not-an-id',
    typed: ({ national_id: id }) =>
      typeof id === 'string' ? { national_id: id.replace('0', 'O') } : null,
  },
  {
    field: 'left_on',
    code: 'date-order',
    typed: (row) =>
      row['left_on'] === null ? null : { left_on: addDays(row['arrived_on'] as Day, -30) },
  },
  {
    field: 'left_reason',
    code: 'required-when',
    typed: (row) =>
      row['left_reason'] === null || row['moved_to'] !== null ? null : { left_reason: null },
  },
  { field: 'helper_on', code: 'required-when', typed: over('helper_on', null) },
  {
    field: 'loan_eligible',
    code: 'required-when',
    typed: over('loan_eligible', null),
  },
  {
    field: 'papers_on',
    code: 'only-when',
    typed: (row) => (row['papers_on'] === null ? null : { papers_need: 'khong' }),
  },
  {
    field: 'moved_from',
    code: 'unknown-commune',
    severity: 'warning',
    costs: 'nothing',
    typed: (row) =>
      row['entry_kind'] === 'chuyen_den' && row['national_id'] !== null
        ? { moved_from: 'xã Tam Tiếng' }
        : null,
    read: { moved_from: null },
  },
  {
    field: 'remark',
    code: 'id-in-free-text',
    severity: 'warning',
    costs: 'nothing',
    typed: (row) => (row['remark'] === null ? { remark: 'Trùng với số 024085001234' } : null),
  },
  {
    field: 'case_file_no',
    code: 'row-twice',
    costs: 'sheet',
    typed: (_, before) =>
      before === undefined ? null : { case_file_no: before['case_file_no'] ?? null },
  },
]

/** Biểu 02 and 03, by the province's police. */
const notices: readonly Omit<SlipKind, 'form'>[] = [
  { field: 'release_date', code: 'not-a-date', typed: always({ release_date: 'cuối tháng' }) },
  { field: 'birth_year', code: 'required', typed: always({ birth_year: null }) },
  { field: 'commune', code: 'unknown-commune', typed: always({ commune: 'xã Tam Tiếng' }) },
]

const offences: readonly Omit<SlipKind, 'form'>[] = [
  {
    field: 'prosecuted_on',
    code: 'date-order',
    typed: (row) =>
      row['prosecuted_on'] === null || row['convicted_on'] !== null
        ? null
        : { prosecuted_on: addDays(row['offence_on'] as Day, -5) },
  },
  { field: 'offence_group', code: 'not-a-choice', typed: always({ offence_group: 'trộm cắp' }) },
  {
    field: 'national_id',
    code: 'required-when',
    typed: always({ national_id: null, case_file_no: null }),
  },
]

/** Biểu 04 to 06, by the committee; Biểu 07, by the place of detention. */
const models: readonly Omit<SlipKind, 'form'>[] = [
  {
    field: 'helping_now',
    code: 'exceeds',
    typed: (row) => ({ helping_now: number(row, 'helped_ytd') + 3 }),
  },
  { field: 'founded_on', code: 'not-a-date', typed: always({ founded_on: 'năm ngoái' }) },
  { field: 'jobs_ytd', code: 'negative', typed: always({ jobs_ytd: -2 }) },
  {
    field: 'status_on',
    code: 'required-when',
    typed: (row) => (row['status'] === 'hoat_dong' ? { status: 'tam_dung' } : null),
  },
]

const exemplars: readonly Omit<SlipKind, 'form'>[] = [
  { field: 'recognised_on', code: 'required', typed: always({ recognised_on: null }) },
  { field: 'level', code: 'not-a-choice', typed: always({ level: 'Cấp huyện' }) },
  {
    field: 'withdrawn_on',
    code: 'date-order',
    typed: (row) => ({ withdrawn_on: addDays(row['recognised_on'] as Day, -1) }),
  },
]

const communication: readonly Omit<SlipKind, 'form'>[] = [
  {
    field: 'officials_reached',
    code: 'exceeds',
    typed: (row) => ({ officials_reached: number(row, 'officials_total') + 1 }),
  },
  { field: 'attendances', code: 'ambiguous-number', typed: always({ attendances: '1.250' }) },
]

const facility: readonly Omit<SlipKind, 'form'>[] = [
  {
    field: 'notified',
    code: 'exceeds',
    typed: (row) => ({ notified: number(row, 'released') + 1 }),
  },
  {
    field: 'released',
    code: 'sum-differs',
    typed: (row) => ({ released: number(row, 'released') + 1 }),
  },
]

const byForm: Readonly<Record<string, readonly Omit<SlipKind, 'form'>[]>> = {
  'returnee-register': register,
  'release-notice': notices,
  reoffence: offences,
  'support-model': models,
  exemplar: exemplars,
  communication,
  'pre-release': facility,
  ...besidesKinds,
}

/** Every kind of mistake in a row, with the form in which it happens. */
export const slipKinds: readonly SlipKind[] = Object.entries(byForm).flatMap(([form, kinds]) =>
  kinds.map((kind) => ({ form, ...kind })),
)
