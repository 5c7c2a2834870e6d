import type { TallyItemId } from '#sources/forms/tally-items.ts'
import type { Value } from '#sources/submission.ts'

type Row = Readonly<Record<string, Value>>

const group: Row = {
  opening: 10,
  increase: 3,
  of_which_moved_in: 1,
  decrease: 2,
  of_which_completed: 1,
  of_which_moved_out: 1,
  closing: 11,
  also_on_register: 4,
  supervised: 10,
  violated: 1,
  new_offence: 0,
  job_need: 5,
  job_need_also: 4,
  job_reached: 3,
  job_reached_also: 1,
  files: 11,
  files_digitised: 9,
  files_also: 3,
}

/** Biểu 09: the nine categories, all alike. */
export const sentences: readonly Row[] = [
  'an_treo',
  'cai_tao_khong_giam_giu',
  'quan_che',
  'cam_cu_tru',
  'cam_dam_nhiem',
  'tuoc_quyen',
  'tha_tu_co_dieu_kien',
  'hoan',
  'tam_dinh_chi',
].map((category) => ({ category, ...group }))

const loans: Row = {
  commune: '07210@2025-07-01',
  listed: 5,
  approved: 4,
  refused: 1,
  lent_training: 8_000,
  lent_production: 200_000,
  repaid: 10_000,
  borrowers: 4,
  outstanding: 900_500,
  overdue: 1_000,
  frozen: 0,
  establishments: 1,
  establishment_outstanding: 100_000,
  establishment_workers: 3,
  local_budget: 50_000,
}

/** Biểu 08, in thousands of đồng. */
export const credit: readonly Row[] = [loans, { ...loans, commune: '07246@2025-07-01' }]

const jobsHere: Row = {
  area: '07210@2025-07-01',
  population: 'chxapt',
  sessions: 2,
  advised: 10,
  informed: 12,
  introduced: 6,
  placed: 3,
  employers: 2,
}

/** Biểu 10, the columns of Sở Nội vụ. */
export const jobs: readonly Row[] = [jobsHere, { ...jobsHere, population: 'an_cong_dong' }]

/** Biểu 10, the columns of Sở Giáo dục và Đào tạo. */
export const training: readonly Row[] = [
  {
    area: '07210@2025-07-01',
    population: 'chxapt',
    training_need: 9,
    enrolled: 7,
    certified: 5,
    fee_supported: 6,
  },
]

/** In the window, and since the start of the year; a stock is the same in both. */
const flow = (count: number) => ({ count, cumulative: 2 * count })
const stock = (count: number) => ({ count, cumulative: count })

const figures: Readonly<Record<TallyItemId, Row>> = {
  managed_start: stock(50),
  returned: flow(10),
  returned_completed: flow(5),
  returned_amnesty: flow(2),
  returned_conditional: flow(3),
  moved_in: flow(2),
  moved_out: flow(3),
  expunged: flow(4),
  died_or_other: flow(1),
  managed_end: stock(54),
  received: flow(9),
  counselled: flow(8),
  law_helped: flow(7),
  procedures: flow(6),
  papers: { count: 5, cumulative: 12 },
  job_introduced: { count: 4, cumulative: 12 },
  trained_or_placed: flow(5),
  trained: flow(3),
  placed: flow(4),
  job_need: stock(20),
  job_informed: stock(18),
  employed_stable: stock(30),
  credit_advised: flow(6),
  loan_eligible_need: stock(7),
  loan_listed: stock(5),
  prosecuted: flow(1),
  admin_violations: flow(2),
  group_a: stock(20),
  group_b: stock(15),
  group_c: stock(8),
  group_d: stock(2),
  helpers: stock(40),
  models: stock(3),
  models_outstanding: stock(1),
  exemplars_person: stock(2),
  exemplars_group: stock(1),
  files: stock(54),
  files_digitised: stock(40),
  trainings: flow(1),
}

/** Biểu 11. */
export const tally: readonly Row[] = Object.entries(figures).map(([item, row]) => ({
  item,
  ...row,
}))

/** Row of a mục in {@link tally}, from 1. */
export function rowOf(item: TallyItemId): number {
  return Object.keys(figures).indexOf(item) + 1
}

const task: Row = {
  clause: 'II.1',
  task: 'Tổ chức tập huấn cho cán bộ cấp xã',
  deadline: 'Quý II/2026',
  status: 'hoan_thanh',
  quantity: 2,
  measure: 'lớp',
  document_no: '30/BC-UBND',
  done_on: '2026-05-20',
  difficulty: 'Thiếu báo cáo viên',
}

/** Biểu 12: done, and under way. */
export const tasks: readonly Row[] = [
  task,
  {
    clause: 'II.2',
    task: 'Rà soát nhu cầu vay vốn',
    deadline: 'thường xuyên',
    status: 'dang_thuc_hien',
  },
]

/** Biểu 13: words, and an annex in their place. */
export const narrative: readonly Row[] = [
  { section: 'I', title: 'Công tác chỉ đạo, triển khai', text: 'Đã ban hành kế hoạch.' },
  { section: 'II', title: 'Kết quả thực hiện', attachment: 'Phụ lục 1 kèm theo Báo cáo 30/BC' },
]

/** Biểu 14, in thousands of đồng. */
export const funding: readonly Row[] = [
  { source: 'ns_xa', estimate: 50_000, spent: 40_000 },
  {
    source: 'quy_xa',
    estimate: 20_000,
    spent: 5_000,
    received: 6_500,
    contributors: 4,
    fund_established: 'co',
  },
]

const office: Row = {
  office: 'Phòng THADS khu vực 1',
  population: 'chxapt',
  proposed: 6,
  granted: 4,
  amount_granted: 12_500,
  confirmed: 9,
  fulfilled: 3,
  complaints: 0,
}

/** Biểu 15. */
export const civil: readonly Row[] = [office, { ...office, population: 'pham_nhan' }]

/** Biểu 16. */
export const documents: readonly Row[] = [
  {
    kind: 'ke_hoach',
    number: '12/KH-UBND',
    issued_on: '2026-05-30',
    abstract: 'Triển khai kế hoạch tái hòa nhập cộng đồng',
    signer_title: 'Chủ tịch',
    sent_on: '2026-06-01',
    received_on: '2026-06-03',
    plan_ref: '195/KH-UBND',
  },
]
