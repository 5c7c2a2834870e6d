import { addDays, type CalendarDate, dateOf } from '../vocabulary/date.ts'
import { warned } from '../words/rule.ts'
import { checksOf } from './checks.ts'
import { type RowCheck, type RowContext, type RowOf, said } from './form.ts'
import { agreesWithBirth, bornBetween } from './person-checks.ts'
import { registerColumns as columns } from './returnee-register-columns.ts'

type Row = RowOf<typeof columns>
type Check = RowCheck<typeof columns>

const { notBefore, requiredWhen, onlyWhen } = checksOf(columns)

/** What the commune did after the person's release; an earlier day is a slip of the pen. */
const services = [
  'counselled_on',
  'legal_on',
  'papers_on',
  'job_info_on',
  'job_intro_on',
  'training_on',
  'credit_advised_on',
  'loan_guided_on',
  'loan_listed_on',
] as const

const identity: readonly Check[] = [
  requiredWhen('no_id_reason', 'chưa có số định danh cá nhân', (row) => row.national_id === null),
  onlyWhen(
    'no_id_reason',
    'chưa có số định danh cá nhân',
    (row) => row.national_id === null,
    'warning',
  ),
  agreesWithBirth((row: Row) => row),
  bornBetween((row: Row) => row.birth_year),
]

const release: readonly Check[] = [
  requiredWhen('amnesty_round', 'diện được đặc xá', amnestied, 'warning'),
  onlyWhen('amnesty_round', 'diện được đặc xá', amnestied, 'warning'),
  requiredWhen(
    'certificate_date',
    'không còn trong thời gian thử thách',
    (row, context) => !onProbation(row, context),
    'warning',
  ),
  onlyWhen(
    'certificate_date',
    'không còn trong thời gian thử thách',
    (row, context) => !onProbation(row, context),
    'warning',
  ),
  notBefore('certificate_date', 'release_date'),
  requiredWhen(
    'completion_date',
    'đã có giấy chứng nhận chấp hành xong án phạt tù',
    (row) => row.certificate_date !== null,
    'warning',
  ),
  onlyWhen(
    'completion_date',
    'đã có giấy chứng nhận chấp hành xong án phạt tù',
    (row) => row.certificate_date !== null,
    'warning',
  ),
  requiredWhen(
    'probation_end',
    'diện được tha tù trước thời hạn có điều kiện',
    conditional,
    'warning',
  ),
  notBefore('probation_end', 'release_date'),
]

const ownFile = {
  when: (row: Row) => !broughtAlong(row),
  whenWords: 'trừ hồ sơ chuyển đến hoặc bàn giao do sắp xếp đơn vị hành chính',
}
const handedOver = {
  when: broughtAlong,
  whenWords: 'hồ sơ chuyển đến hoặc bàn giao do sắp xếp đơn vị hành chính',
}

const reception: readonly Check[] = [
  requiredWhen('moved_from', 'lý do có tên là “Chuyển đến”', moved),
  onlyWhen('moved_from', 'lý do có tên là “Chuyển đến”', (row) => row.entry_kind !== 'ra_trai'),
  notBefore('arrived_on', 'release_date'),
  notBefore('reported_on', 'release_date'),
  notBefore('received_on', 'arrived_on', ownFile),
  notBefore('received_on', 'release_date', handedOver),
  requiredWhen(
    'not_received_reason',
    'chưa có ngày tiếp nhận, lập hồ sơ quản lý',
    (row) => row.received_on === null,
  ),
  onlyWhen(
    'not_received_reason',
    'chưa có ngày tiếp nhận, lập hồ sơ quản lý',
    (row) => row.received_on === null,
    'warning',
  ),
  requiredWhen(
    'reported_on',
    'đã tiếp nhận, lập hồ sơ quản lý',
    (row) => row.received_on !== null,
    'warning',
  ),
  requiredWhen('helper_on', 'đã phân công người giúp đỡ', (row) => row.helper_kind !== 'chua'),
  onlyWhen('helper_on', 'đã phân công người giúp đỡ', (row) => row.helper_kind !== 'chua'),
]

const support: readonly Check[] = [
  ...services.map((field) => notBefore(field, 'release_date')),
  onlyWhen('papers_on', 'có giấy tờ còn thiếu', (row) => row.papers_need !== 'khong'),
  requiredWhen(
    'training_kind',
    'đã bắt đầu học nghề',
    (row) => row.training_on !== null,
    'warning',
  ),
  notBefore('new_job_on', 'arrived_on', ownFile),
  notBefore('new_job_on', 'release_date', handedOver),
]

const credit: readonly Check[] = [
  requiredWhen('loan_eligible', 'có nhu cầu vay vốn', (row) => row.loan_need === 'co'),
  said(warned('không ghi đủ điều kiện vay khi còn trong thời gian thử thách'), eligibleOnProbation),
  said(
    warned('đủ điều kiện vay: chấp hành xong án phạt tù chưa quá 05 năm đến hết kỳ'),
    eligibleTooLate,
  ),
  said(warned('lập danh sách vay trong 05 năm kể từ khi chấp hành xong án phạt tù'), listedTooLate),
]

const leaving: readonly Check[] = [
  requiredWhen('left_reason', 'đã có ngày kết thúc quản lý', (row) => row.left_on !== null),
  requiredWhen('left_on', 'đã có lý do kết thúc quản lý', (row) => row.left_reason !== null),
  notBefore('left_on', 'arrived_on'),
  notBefore('absent_since', 'release_date'),
  requiredWhen('moved_to', 'kết thúc quản lý do chuyển nơi cư trú', movedAway, 'warning'),
  onlyWhen('moved_to', 'kết thúc quản lý do chuyển nơi cư trú', movedAway, 'warning'),
]

/** Row checks of Biểu 01, in the order of its groups. */
export const registerChecks: readonly Check[] = [
  ...identity,
  ...release,
  ...reception,
  ...support,
  ...credit,
  ...leaving,
]

/** A file that came from another commune brings its dates along: they may lie before the arrival here. */
function broughtAlong(row: Row): boolean {
  return row.entry_kind === 'chuyen_den' || row.entry_kind === 'sap_xep_dvhc'
}

function moved(row: Row): boolean {
  return row.entry_kind === 'chuyen_den'
}

function movedAway(row: Row): boolean {
  return row.left_reason === 'chuyen_trong_tinh' || row.left_reason === 'chuyen_ngoai_tinh'
}

function amnestied(row: Row): boolean {
  return row.release_basis === 'dac_xa'
}

function conditional(row: Row): boolean {
  return row.release_basis === 'tha_tu_co_dieu_kien'
}

function onProbation(row: Row, context: RowContext): boolean {
  return conditional(row) && (row.probation_end === null || row.probation_end >= context.to)
}

/** Quyết định 22/2023/QĐ-TTg, Điều 3: a certificate is needed, which nobody has during probation. */
function eligibleOnProbation(row: Row, context: RowContext): ReturnType<Check> {
  return row.loan_eligible === 'co' && onProbation(row, context)
    ? [
        {
          field: 'loan_eligible',
          code: 'credit-eligibility',
          severity: 'warning',
          facts: { reason: 'probation' },
        },
      ]
    : []
}

/** Quyết định 22/2023/QĐ-TTg, Điều 3: at most five years from completion to the loan. */
function eligibleTooLate(row: Row, context: RowContext): ReturnType<Check> {
  if (row.loan_eligible !== 'co' || row.completion_date === null) return []
  return tooLate('loan_eligible', row.completion_date, addDays(context.to, -1))
}

function listedTooLate(row: Row): ReturnType<Check> {
  if (row.loan_listed_on === null || row.completion_date === null) return []
  return tooLate('loan_listed_on', row.completion_date, row.loan_listed_on)
}

function tooLate(
  field: 'loan_eligible' | 'loan_listed_on',
  completion: CalendarDate,
  on: CalendarDate,
): ReturnType<Check> {
  const until = fiveYearsAfter(completion)
  return on > until
    ? [
        {
          field,
          code: 'credit-eligibility',
          severity: 'warning',
          facts: { reason: 'five-years', completion, until },
        },
      ]
    : []
}

/** The same day five years on; 29 February becomes 1 March where the year has none. */
function fiveYearsAfter(date: CalendarDate): CalendarDate {
  return dateOf(Number(date.slice(0, 4)) + 5, Number(date.slice(5, 7)), Number(date.slice(8)))
}
