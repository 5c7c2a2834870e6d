import { dateOf } from '#sources/vocabulary/date.ts'
import type { Collection, Obligation, Plan, Sender, Taken } from './plan.ts'

const directive = {
  basis: 'directive',
  beforeDay: 18,
  reference: 'theo hướng dẫn của Công an tỉnh',
} as const

const recipient = 'Công an tỉnh (qua Phòng Cảnh sát thi hành án hình sự và hỗ trợ tư pháp)'

/** Districts and towns with a nhà tạm giữ, by the code of the district. */
const districts = [
  ['213', 'thành phố Bắc Giang'],
  ['215', 'huyện Yên Thế'],
  ['216', 'huyện Tân Yên'],
  ['217', 'huyện Lạng Giang'],
  ['218', 'huyện Lục Nam'],
  ['219', 'huyện Lục Ngạn'],
  ['220', 'huyện Sơn Động'],
  ['221', 'huyện Yên Dũng'],
  ['222', 'huyện Việt Yên'],
  ['223', 'huyện Hiệp Hòa'],
] as const

/** II.6: the province's Trại tạm giam and the nhà tạm giữ of the district police. */
export const facilities: Plan['facilities'] = [
  { slug: 'trai-tam-giam', name: 'Trại tạm giam Công an tỉnh' },
  ...districts.map(([code, place]) => ({
    slug: `nha-tam-giu-${code}`,
    name: `Nhà tạm giữ Công an ${place}`,
  })),
]

/** Months that close after the plans are due (15/3/2022), to the last of the plan's year. */
const months = [3, 4, 5, 6, 7, 8, 9, 10, 11]

const everyone = { who: ['committee', 'agency'], except: ['agency:cong-an-tinh'] } as const

/** What III.2, III.11 and IV oblige to. */
export const obligations: readonly Obligation[] = [
  {
    id: 'implementation-plan',
    what: 'Kế hoạch triển khai thực hiện',
    clause: 'IV.1',
    ...everyone,
    to: recipient,
    forms: [],
    dues: [{ window: null, cutOff: null, before: '2022-03-15' }],
  },
  {
    id: 'monthly-report',
    what: 'Báo cáo định kỳ hằng tháng kết quả thực hiện Đề án',
    clause: 'IV.1',
    ...everyone,
    to: recipient,
    forms: ['support-model', 'exemplar', 'communication', 'tally'],
    dues: months.map((month) => {
      const before = dateOf(2022, month, 16)
      return { window: `pol:${before.slice(0, 7)}`, cutOff: null, before }
    }),
  },
  {
    id: 'annual-report',
    what: 'Báo cáo kết quả thực hiện Đề án năm 2022',
    clause: 'IV.1',
    ...everyone,
    to: recipient,
    forms: ['narrative'],
    dues: [{ window: 'pol:2022', cutOff: null, before: '2022-11-15' }],
  },
  {
    id: 'district-review',
    what: 'Sơ kết, đánh giá kết quả thực hiện Đề án năm 2022 tại địa phương; báo cáo kết quả theo quy định',
    clause: 'III.11',
    who: ['committee'],
    except: [],
    to: null,
    forms: [],
    dues: [{ window: null, cutOff: null, before: '2022-12-01', within: 'cal:2022-11' }],
  },
  {
    id: 'province-review',
    what: 'Sơ kết, tổng hợp báo cáo tình hình, kết quả triển khai thực hiện Đề án năm 2022',
    clause: 'III.2',
    who: ['agency:cong-an-tinh'],
    except: [],
    to: null,
    forms: [],
    dues: [{ window: null, cutOff: null, before: '2023-01-01', within: 'cal:2022-12' }],
  },
  {
    id: 'synthesis',
    what: 'Tổng hợp tình hình, kết quả thực hiện',
    clause: 'IV.2',
    who: ['agency:cong-an-tinh'],
    except: [],
    to: 'UBND tỉnh',
    forms: [],
    dues: [],
    when: 'as-prescribed',
  },
]

const province: readonly Sender[] = ['agency:cong-an-tinh']

export const collection: readonly Collection[] = [
  { form: 'returnee-register', by: ['police'], every: 'month', ...directive },
  { form: 'release-notice', by: province, every: 'month', ...directive },
  { form: 'reoffence', by: province, every: 'month', ...directive },
  { form: 'support-model', by: ['committee'], every: 'month', ...directive },
  { form: 'exemplar', by: ['committee'], every: 'month', ...directive },
  { form: 'communication', by: ['committee', 'agency'], every: 'month', ...directive },
  { form: 'pre-release', by: ['facility'], every: 'month', ...directive },
  { form: 'tally', by: ['committee'], every: 'month', ...directive },
  { form: 'narrative', by: ['committee', 'agency'], every: 'year', ...directive },
]

export const taken: readonly Taken[] = [
  { form: 'credit', by: ['agency:ngan-hang-chinh-sach-xa-hoi'] },
  { form: 'community-sentence', by: ['police'] },
  { form: 'jobs-and-training', by: ['agency:so-lao-dong-thuong-binh-xa-hoi'] },
  { form: 'task-progress', by: ['committee', 'agency'] },
  { form: 'funding', by: ['committee', 'agency'] },
  { form: 'civil-judgment', by: ['agency:thi-hanh-an-dan-su'] },
  { form: 'issued-document', by: ['committee', 'agency'] },
]
