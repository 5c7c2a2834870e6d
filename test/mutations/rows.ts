import type { Value } from '#sources/submission.ts'

type Row = Readonly<Record<string, Value>>

/** Man of 1985, released with his certificate, in need of everything and served with everything. */
const served: Row = {
  case_file_no: 'A-001',
  full_name: 'Người Một',
  national_id: '024085000001',
  old_id: '121345678',
  birth_year: 1985,
  sex: 'nam',
  release_basis: 'chap_hanh_xong',
  release_date: '2025-12-20',
  certificate_date: '2025-12-20',
  completion_date: '2025-12-20',
  extra_penalty: 'khong',
  entry_kind: 'ra_trai',
  arrived_on: '2025-12-20',
  residence_kind: 'thuong_tru',
  notice_date: '2025-11-05',
  reported_on: '2025-12-22',
  received_on: '2025-12-22',
  helper_kind: 'phu_nu',
  helper_on: '2025-12-23',
  counselled_on: '2025-12-24',
  legal_need: 'co',
  legal_on: '2025-12-26',
  papers_need: 'can_cuoc',
  papers_on: '2026-01-05',
  job_need: 'co',
  job_info_on: '2025-12-27',
  job_intro_on: '2025-12-29',
  training_need: 'co',
  training_kind: 'boi_duong',
  training_on: '2026-01-05',
  employment: 'khong_on_dinh',
  new_job_on: '2026-01-10',
  credit_advised_on: '2026-01-06',
  loan_need: 'co',
  loan_eligible: 'co',
  loan_guided_on: '2026-01-07',
  loan_listed_on: '2026-01-08',
  digitised: 'co',
  group: 'B',
  admin_violation: 'khong',
  remark: 'Gia đình đã bảo lãnh',
}

/** Woman of 1990 with amnesty, in need of nothing; her days are typed as text, the day first. */
const amnestied: Row = {
  case_file_no: 'A-002',
  full_name: 'Người Hai',
  national_id: '024190000002',
  old_id: 'C1234567',
  birth_year: 1990,
  sex: 'nu',
  release_basis: 'dac_xa',
  amnesty_round: '2025-2',
  release_date: '2025-12-18',
  certificate_date: '2025-12-18',
  completion_date: '2025-12-18',
  entry_kind: 'ra_trai',
  arrived_on: '2025-12-18',
  residence_kind: 'tam_tru',
  reported_on: '19/12/2025',
  received_on: '20/12/2025',
  helper_kind: 'chua',
  legal_need: 'khong',
  papers_need: 'khong',
  job_need: 'khong',
  training_need: 'khong',
  employment: 'on_dinh',
  loan_need: 'khong',
  digitised: 'khong',
  group: 'A',
}

/** On probation until 2027, without a certificate. */
const conditional: Row = {
  ...amnestied,
  case_file_no: 'A-003',
  full_name: 'Người Ba',
  national_id: '024085000003',
  old_id: null,
  birth_year: 1985,
  sex: 'nam',
  release_basis: 'tha_tu_co_dieu_kien',
  amnesty_round: null,
  certificate_date: null,
  completion_date: null,
  probation_end: '2027-06-30',
  loan_need: 'co',
  loan_eligible: 'khong',
}

/** Released in 2019 and come from another commune, without a card. */
const moved: Row = {
  ...amnestied,
  case_file_no: 'A-004',
  full_name: 'Người Bốn',
  national_id: null,
  no_id_reason: 'dang_xac_minh',
  old_id: null,
  birth_year: 1979,
  release_basis: 'chap_hanh_xong',
  amnesty_round: null,
  release_date: '2019-05-01',
  certificate_date: '2019-05-01',
  completion_date: '2019-05-01',
  entry_kind: 'chuyen_den',
  moved_from: '07246@2025-07-01',
  arrived_on: '2025-12-28',
  reported_on: '2019-05-03',
  received_on: '2019-05-04',
  employment: 'on_dinh',
  new_job_on: '2019-08-01',
  loan_need: 'co',
  loan_eligible: 'khong',
}

/** Never came. */
const absent: Row = {
  ...amnestied,
  case_file_no: 'A-005',
  full_name: 'Người Năm',
  national_id: '024190000005',
  old_id: null,
  reported_on: null,
  received_on: null,
  not_received_reason: 'khong_ve',
  absent_since: '2025-12-20',
}

const dead: Row = {
  ...amnestied,
  case_file_no: 'A-006',
  full_name: 'Người Sáu',
  national_id: '024190000006',
  old_id: '121345679',
  left_on: '2026-01-10',
  left_reason: 'chet',
}

const gone: Row = {
  ...amnestied,
  case_file_no: 'A-007',
  full_name: 'Người Bảy',
  national_id: '024190000007',
  old_id: null,
  left_on: '2026-01-10',
  left_reason: 'chuyen_trong_tinh',
  moved_to: '07246@2025-07-01',
}

export const register: readonly Row[] = [served, amnestied, conditional, moved, absent, dead, gone]

const notice: Row = {
  full_name: 'Người Tám',
  national_id: '024085000008',
  old_id: '121345600',
  birth_year: 1985,
  facility: 'Trại giam mẫu',
  notice_no: '15/TB-TG',
  notice_date: '2025-11-05',
  release_basis: 'chap_hanh_xong',
  release_date: '2026-01-05',
  commune: '07210@2025-07-01',
  outcome: 'dung',
}

/** The last one's day of notice is typed as text that may be the fifth of December or the twelfth of May. */
export const notices: readonly Row[] = [
  notice,
  {
    ...notice,
    full_name: 'Người Chín',
    national_id: '024190000009',
    old_id: '121345601',
    birth_year: 1990,
    release_basis: 'dac_xa',
    amnesty_round: '2025-2',
    commune: '07246@2025-07-01',
  },
  {
    ...notice,
    full_name: 'Người Mười',
    national_id: null,
    old_id: null,
    birth_year: 1971,
    notice_date: '5/12/2025',
  },
]

export const noticesOf2022: readonly Row[] = [
  {
    ...notice,
    notice_date: '2022-04-05',
    release_date: '2022-06-05',
    commune: '07210@2020-01-01',
  },
  {
    ...notice,
    full_name: 'Người Chín',
    national_id: null,
    old_id: null,
    notice_date: '2022-04-05',
    release_date: '2022-06-07',
    commune: '07210@2020-01-01',
  },
]

const prosecuted: Row = {
  case_ref: 'V-01',
  full_name: 'Người Một',
  national_id: '024085000001',
  case_file_no: 'A-001',
  commune: '07210@2025-07-01',
  offence_on: '2025-12-20',
  place: 'trong_tinh',
  detected_on: '2025-12-22',
  prosecuted_on: '2025-12-28',
  offence_group: 'so_huu',
  seriousness: 'it',
  intent: 'co_y',
  source: 'dieu_tra',
}

export const offences: readonly Row[] = [
  prosecuted,
  {
    ...prosecuted,
    case_ref: 'V-02',
    full_name: 'Người Hai',
    national_id: '024190000002',
    case_file_no: null,
    convicted_on: '2026-01-12',
    court_finding: 'tai_pham',
  },
  { ...prosecuted, case_ref: 'V-03', prosecuted_on: null, dropped_on: '2026-01-09' },
]

const working: Row = {
  model_code: 'M-01',
  name: 'Câu lạc bộ hoàn lương',
  kind: 'cau_lac_bo',
  scope: 'xa',
  decision_no: '12/QĐ-UBND',
  founded_on: '2025-02-01',
  status: 'hoat_dong',
  last_activity_on: '2026-03-02',
  rating: 'hieu_qua',
  members: 12,
  helping_now: 3,
  helped_ytd: 5,
  jobs_ytd: 2,
}

export const models: readonly Row[] = [
  working,
  {
    ...working,
    model_code: 'M-02',
    name: 'Tổ tự quản liên xã',
    kind: 'to_tu_quan',
    scope: 'lien_xa',
    covers: '07246@2025-07-01; 07264@2025-07-01',
  },
  {
    ...working,
    model_code: 'M-03',
    name: 'Quỹ doanh nhân',
    kind: 'quy',
    status: 'tam_dung',
    status_on: '2026-01-20',
    last_activity_on: '2025-06-02',
    helping_now: 0,
  },
]

const praised: Row = {
  exemplar_code: 'E-01',
  display_name: 'Người Mẫu',
  kind: 'nguoi_giup_do',
  level: 'xa',
  form: 'giay_khen',
  decision_no: '15/QĐ-UBND',
  recognised_on: '2026-01-02',
  consent: 'co',
}

export const exemplars: readonly Row[] = [
  praised,
  {
    ...praised,
    exemplar_code: 'E-02',
    display_name: 'Hội Phụ nữ phường',
    kind: 'tap_the',
    consent: null,
    withdrawn_on: '2026-02-02',
  },
]

const reached: Row = {
  officials_total: 25,
  officials_reached: 20,
  sessions: 3,
  attendances: 260,
  broadcasts: 14,
  press_items: 2,
  online_posts: 9,
  leaflets: 300,
}

export const officials: readonly Row[] = [reached]

export const everybody: readonly Row[] = [
  { ...reached, adults_total: 40_000, adults_reached: 5000, reach_method: 'ho' },
]

const facility: Row = {
  facility: 'Trại tạm giam',
  inmates_end: 300,
  working_age_end: 290,
  working_age_trained: 100,
  informed_end: 250,
  law_advised_end: 200,
  job_skill_end: 180,
  all_three_end: 150,
  released: 9,
  released_completed: 4,
  released_amnesty: 2,
  released_conditional: 3,
  counselled: 6,
  legal_helped: 7,
  oriented: 8,
  job_search: 8,
  all_four: 5,
  notified: 9,
  fund_supported: 4,
  due_next: 11,
}

export const prepared: readonly Row[] = [
  facility,
  { ...facility, facility: 'Phân trại tạm giam số 1' },
]
