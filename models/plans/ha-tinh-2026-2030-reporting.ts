import { dateOf } from '#sources/vocabulary/date.ts'
import type { Collection, Obligation, Taken } from './plan.ts'

const directive = {
  basis: 'directive',
  beforeDay: 18,
  reference: 'theo hướng dẫn của Công an tỉnh',
} as const

/** "giai đoạn 2026 - 2030". */
export const years: readonly number[] = [2026, 2027, 2028, 2029, 2030]

const everyone = { who: ['committee', 'agency'], except: ['agency:cong-an-tinh'] } as const

/** What II.4, III.11 and IV oblige to. */
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
    id: 'supervision-plan',
    what: 'Kế hoạch hỗ trợ, theo dõi, giám sát và giúp đỡ người chấp hành án hình sự tại cộng đồng, người chấp hành xong án phạt tù',
    clause: 'II.4',
    who: ['committee'],
    except: [],
    to: null,
    forms: [],
    dues: [],
    when: 'unstated',
  },
  {
    id: 'periodic-report',
    what: 'Báo cáo kết quả thực hiện 06 tháng đầu năm, hằng năm',
    clause: 'IV.1',
    ...everyone,
    to: 'UBND tỉnh (qua Công an tỉnh)',
    forms: ['support-model', 'exemplar', 'tally'],
    dues: years.flatMap((year) => [
      { window: `pol:${year}-6M`, cutOff: null, before: dateOf(year, 6, 1) },
      {
        window: `pol:${year}-H2`,
        foldedInto: `pol:${year}`,
        cutOff: null,
        before: dateOf(year, 12, 1),
      },
    ]),
  },
  {
    id: 'credit-plan',
    what: 'Tổng hợp nhu cầu vay vốn, kế hoạch tín dụng hằng năm và từng giai đoạn',
    clause: 'III.11.2',
    who: ['agency:ngan-hang-chinh-sach-xa-hoi'],
    except: [],
    to: 'Cấp có thẩm quyền',
    forms: [],
    dues: [],
    when: 'yearly',
  },
  {
    id: 'credit-difficulties',
    what: 'Khó khăn, vướng mắc trong cho vay theo Quyết định số 22/2023/QĐ-TTg và giải pháp tháo gỡ',
    clause: 'III.11.3',
    who: ['agency:ngan-hang-chinh-sach-xa-hoi'],
    except: [],
    to: 'Cấp có thẩm quyền',
    forms: [],
    dues: [],
    when: 'when-arising',
  },
  {
    id: 'synthesis',
    what: 'Tổng hợp tình hình, kết quả thực hiện',
    clause: 'IV.2',
    who: ['agency:cong-an-tinh'],
    except: [],
    to: 'UBND tỉnh, Bộ Công an',
    forms: [],
    dues: [],
    when: 'as-prescribed',
  },
]

export const collection: readonly Collection[] = [
  { form: 'returnee-register', by: ['police'], every: 'month', ...directive },
  { form: 'support-model', by: ['committee'], every: 'half-year', ...directive },
  { form: 'exemplar', by: ['committee'], every: 'half-year', ...directive },
  {
    form: 'credit',
    by: ['agency:ngan-hang-chinh-sach-xa-hoi'],
    every: 'month',
    ...directive,
  },
  { form: 'community-sentence', by: ['police'], every: 'month', ...directive },
  { form: 'tally', by: ['committee'], every: 'half-year', ...directive },
]

export const taken: readonly Taken[] = [
  { form: 'release-notice', by: ['agency:cong-an-tinh'] },
  { form: 'reoffence', by: ['agency:cong-an-tinh'] },
  { form: 'communication', by: ['committee', 'agency'] },
  { form: 'pre-release', by: ['facility'] },
  { form: 'jobs-and-training', by: ['agency:so-noi-vu', 'agency:so-giao-duc-dao-tao'] },
  { form: 'task-progress', by: ['committee', 'agency'] },
  { form: 'narrative', by: ['committee', 'agency'] },
  { form: 'funding', by: ['committee', 'agency'] },
  { form: 'civil-judgment', by: ['agency:thi-hanh-an-dan-su'] },
  { form: 'issued-document', by: ['committee', 'agency'] },
]
