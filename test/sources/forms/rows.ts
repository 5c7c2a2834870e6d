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

export const lent: TestRow = {
  commune: '07210@2025-07-01',
  listed: 3,
  approved: 2,
  refused: 1,
  lent_training: 4_000,
  lent_production: 150_500,
  repaid: 12_300,
  borrowers: 2,
  outstanding: 142_200,
  overdue: 10_000,
  frozen: 0,
  establishments: 0,
  establishment_outstanding: 0,
  establishment_workers: null,
  local_budget: 20_000,
}

export const suspended: TestRow = {
  category: 'an_treo',
  opening: 30,
  increase: 5,
  of_which_moved_in: 1,
  decrease: 4,
  of_which_completed: 3,
  of_which_moved_out: 1,
  closing: 31,
  also_on_register: 0,
  supervised: 31,
  violated: 1,
  new_offence: 0,
  job_need: 6,
  job_need_also: 2,
  job_reached: 5,
  job_reached_also: 1,
  files: 31,
  files_digitised: 20,
  files_also: 0,
}

/** All nine categories: the first with people, the others with none. */
export const categories: readonly TestRow[] = [
  suspended,
  ...[
    'cai_tao_khong_giam_giu',
    'quan_che',
    'cam_cu_tru',
    'cam_dam_nhiem',
    'tuoc_quyen',
    'tha_tu_co_dieu_kien',
    'hoan',
    'tam_dinh_chi',
  ].map((category) => ({
    ...Object.fromEntries(Object.keys(suspended).map((field) => [field, 0])),
    category,
  })),
]

/** As Sở Nội vụ sends it: training is another agency's. */
export const placed: TestRow = {
  area: '07210@2025-07-01',
  population: 'chxapt',
  sessions: 2,
  advised: 12,
  informed: 15,
  introduced: 6,
  placed: 4,
  employers: 2,
}

export const trained: TestRow = {
  area: '07210@2025-07-01',
  population: 'chxapt',
  training_need: 8,
  enrolled: 5,
  certified: 3,
  fee_supported: 4,
}

export const task: TestRow = {
  clause: 'III.13.1',
  task: 'Xây dựng kế hoạch triển khai',
  deadline: 'trước ngày 8/6/2026',
  status: 'hoan_thanh',
  quantity: 1,
  measure: 'kế hoạch',
  document_no: '12/KH-UBND',
  done_on: '2026-01-05',
  difficulty: 'Thiếu cán bộ chuyên trách',
  proposal: null,
}

export const section: TestRow = {
  section: 'II.1',
  title: 'Tuyên truyền',
  text: 'Đã tổ chức 3 hội nghị.\nPhát 500 tờ rơi.',
  attachment: 'Phụ lục 1',
}

export const fund: TestRow = {
  source: 'quy_xa',
  estimate: 50_000,
  spent: 12_500,
  received: 30_000,
  contributors: 14,
  fund_established: 'co',
}

export const remitted: TestRow = {
  office: 'Phòng THADS khu vực 1',
  population: 'chxapt',
  proposed: 4,
  granted: 3,
  amount_granted: 45_600,
  confirmed: 10,
  fulfilled: 7,
  complaints: 0,
}

export const issued: TestRow = {
  kind: 'ke_hoach',
  number: '12/KH-UBND',
  issued_on: '2026-01-05',
  abstract: 'Triển khai thực hiện Đề án tái hòa nhập cộng đồng',
  signer_title: 'Chủ tịch',
  sent_on: '2026-01-06',
  received_on: '2026-01-07',
  plan_ref: '195/KH-UBND',
}
