import type { TestRow } from './complaints.ts'

/** A man released on 20/12/2025 with his certificate, received and assigned a helper. */
export const released: TestRow = {
  case_file_no: 'A-001',
  full_name: 'Người Một',
  national_id: '024085000001',
  birth_year: 1985,
  sex: 'nam',
  release_basis: 'chap_hanh_xong',
  release_date: '2025-12-20',
  certificate_date: '2025-12-20',
  completion_date: '2025-12-20',
  entry_kind: 'ra_trai',
  arrived_on: '2025-12-20',
  residence_kind: 'thuong_tru',
  reported_on: '2025-12-22',
  received_on: '2025-12-22',
  helper_kind: 'phu_nu',
  helper_on: '2025-12-23',
  legal_need: 'co',
  papers_need: 'can_cuoc',
  job_need: 'co',
  training_need: 'chua',
  employment: 'chua_co',
  loan_need: 'khong',
  digitised: 'khong',
  group: 'chua',
}

export const notice: TestRow = {
  full_name: 'Người Hai',
  national_id: '024190000002',
  birth_year: 1990,
  facility: 'Trại giam mẫu',
  notice_date: '2025-11-05',
  release_basis: 'chap_hanh_xong',
  release_date: '2026-01-05',
  commune: '07210@2025-07-01',
}

export const prosecuted: TestRow = {
  case_ref: 'V1',
  full_name: 'Người Chín',
  national_id: '024084000009',
  commune: '07246@2025-07-01',
  offence_on: '2025-12-20',
  place: 'trong_tinh',
  detected_on: '2025-12-22',
  prosecuted_on: '2025-12-28',
  offence_group: 'so_huu',
  seriousness: 'it',
  source: 'dieu_tra',
}

export const working: TestRow = {
  model_code: 'M-A1',
  name: 'Câu lạc bộ hoàn lương',
  kind: 'cau_lac_bo',
  scope: 'xa',
  decision_no: '12/QĐ-UBND',
  founded_on: '2025-02-01',
  status: 'hoat_dong',
  last_activity_on: '2026-01-02',
  rating: 'hieu_qua',
  helping_now: 3,
  helped_ytd: 3,
}

export const helper: TestRow = {
  exemplar_code: 'E-A1',
  display_name: 'Người Mẫu',
  kind: 'nguoi_giup_do',
  level: 'xa',
  form: 'giay_khen',
  decision_no: '15/QĐ-UBND',
  recognised_on: '2026-01-02',
  consent: 'co',
}

export const officials: TestRow = {
  officials_total: 25,
  officials_reached: 20,
  sessions: 3,
  attendances: 260,
}

export const everybody: TestRow = {
  ...officials,
  adults_total: 40000,
  adults_reached: 5000,
  reach_method: 'ho',
}

export const prepared: TestRow = {
  facility: 'Trại tạm giam',
  inmates_end: 300,
  working_age_end: 290,
  working_age_trained: 100,
  informed_end: 250,
  law_advised_end: 200,
  job_skill_end: 150,
  all_three_end: 150,
  released: 4,
  released_completed: 2,
  released_amnesty: 0,
  released_conditional: 2,
  counselled: 4,
  legal_helped: 3,
  oriented: 4,
  job_search: 4,
  all_four: 3,
  notified: 4,
}
