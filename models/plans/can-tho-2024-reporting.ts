import { dateOf } from '#sources/vocabulary/date.ts'
import { bodies } from './can-tho-2024-bodies.ts'
import type { Collection, Obligation, Plan, Sender, Taken } from './plan.ts'

const directive = {
  basis: 'directive',
  beforeDay: 18,
  reference: 'theo hướng dẫn của Công an thành phố',
  // The province collects since the year 2025; the report of 2024 went by letter.
  since: '2024-11-15',
} as const

/** The plan begins in the year 2024 and names no last one. */
export const years: readonly number[] = Array.from({ length: 10 }, (_, at) => 2024 + at)

const bank = 'agency:ngan-hang-chinh-sach-xa-hoi'

/** Quận and huyện with a nhà tạm giữ, by the code of the district. */
const districts = [
  ['916', 'quận Ninh Kiều'],
  ['917', 'quận Ô Môn'],
  ['918', 'quận Bình Thuỷ'],
  ['919', 'quận Cái Răng'],
  ['923', 'quận Thốt Nốt'],
  ['924', 'huyện Vĩnh Thạnh'],
  ['925', 'huyện Cờ Đỏ'],
  ['926', 'huyện Phong Điền'],
  ['927', 'huyện Thới Lai'],
] as const

/** II.1.d: the city's Trại tạm giam and the nhà tạm giữ of the district police. */
export const facilities: Plan['facilities'] = [
  { slug: 'trai-tam-giam', name: 'Trại tạm giam Công an thành phố' },
  ...districts.map(([code, place]) => ({
    slug: `nha-tam-giu-${code}`,
    name: `Nhà tạm giữ Công an ${place}`,
  })),
]

const everyone = { who: ['committee', 'agency'], except: ['agency:cong-an-tinh', bank] } as const

const city = 'UBND thành phố (qua Công an thành phố)'

/** What II.5, II.9, III and IV oblige to. */
export const obligations: readonly Obligation[] = [
  {
    id: 'implementation-plan',
    what: 'Kế hoạch tổ chức triển khai thực hiện',
    clause: 'IV.1',
    ...everyone,
    to: null,
    forms: [],
    dues: [],
    when: 'unstated',
  },
  {
    id: 'periodic-report',
    what: 'Báo cáo kết quả thực hiện 6 tháng đầu năm, năm',
    clause: 'IV.1',
    ...everyone,
    to: city,
    forms: ['tally', 'support-model', 'exemplar', 'narrative'],
    dues: years.flatMap((year) => [...firstHalf(year), wholeYear(year)]),
  },
  {
    id: 'report-on-request',
    what: 'Báo cáo kết quả thực hiện theo yêu cầu',
    clause: 'IV.1',
    ...everyone,
    to: city,
    forms: [],
    dues: [],
    when: 'on-request',
  },
  {
    id: 'loan-list',
    what: 'Danh sách người chấp hành xong án phạt tù đủ điều kiện vay vốn theo Quyết định số 22/2023/QĐ-TTg',
    clause: 'II.9.b',
    who: ['committee'],
    except: [],
    to: 'Phòng giao dịch Ngân hàng Chính sách xã hội quận, huyện',
    forms: [],
    dues: [],
    when: 'monthly',
  },
  {
    id: 'judicial-record-obstacles',
    what: 'Khó khăn, vướng mắc, bất cập trong việc cấp phiếu lý lịch tư pháp và đề xuất',
    clause: 'II.5.a',
    who: ['agency:so-tu-phap'],
    except: [],
    to: 'UBND thành phố',
    forms: [],
    dues: [],
    when: 'as-prescribed',
  },
  {
    id: 'estimate',
    what: 'Dự trù kinh phí thực hiện hằng năm',
    clause: 'III',
    who: ['committee', 'agency'],
    except: [bank, 'agency:mat-tran-to-quoc'],
    to: null,
    forms: [],
    dues: [],
    when: 'yearly',
  },
  {
    id: 'synthesis',
    what: 'Tổng hợp kết quả thực hiện',
    clause: 'IV.2',
    who: ['agency:cong-an-tinh'],
    except: [],
    to: 'UBND thành phố, Bộ Công an',
    forms: [],
    dues: [],
    when: 'as-prescribed',
  },
]

/** The plan of 30/7/2024 is younger than the day of that year's first half. */
function firstHalf(year: number): Obligation['dues'] {
  if (year === 2024) return []
  return [{ window: `pol:${year}-6M`, cutOff: dateOf(year, 5, 14), before: dateOf(year, 5, 15) }]
}

function wholeYear(year: number): Obligation['dues'][number] {
  return {
    window: `pol:${year}-H2`,
    foldedInto: `pol:${year}`,
    cutOff: dateOf(year, 11, 14),
    before: dateOf(year, 11, 15),
  }
}

/** Those whom an item of II charges: all but the bank. */
const charged: readonly Sender[] = bodies
  .filter(({ reportsAs, tasks }) => reportsAs === 'agency' && tasks.length > 0)
  .map(({ slug }) => `agency:${slug}` as const)

export const collection: readonly Collection[] = [
  { form: 'returnee-register', by: ['police'], every: 'month', ...directive },
  { form: 'support-model', by: ['committee'], every: 'half-year', ...directive },
  { form: 'exemplar', by: ['committee'], every: 'half-year', ...directive },
  { form: 'credit', by: [bank], every: 'month', ...directive },
  { form: 'community-sentence', by: ['police'], every: 'month', ...directive },
  { form: 'tally', by: ['committee'], every: 'half-year', ...directive },
  { form: 'narrative', by: ['committee', ...charged], every: 'half-year', ...directive },
]

export const taken: readonly Taken[] = [
  { form: 'release-notice', by: ['agency:cong-an-tinh'] },
  { form: 'reoffence', by: ['agency:cong-an-tinh'] },
  { form: 'communication', by: ['committee', 'agency'] },
  { form: 'pre-release', by: ['facility'] },
  { form: 'jobs-and-training', by: ['agency:so-lao-dong-thuong-binh-xa-hoi'] },
  { form: 'task-progress', by: ['committee', 'agency'] },
  { form: 'funding', by: ['committee', 'agency'] },
  { form: 'civil-judgment', by: ['agency:thi-hanh-an-dan-su'] },
  { form: 'issued-document', by: ['committee', 'agency'] },
]
