import type { Collection, Obligation, Review, Taken } from './plan.ts'

/** Of Nghị định số 49/2020/NĐ-CP, from the day on which it came into force. */
export const decree49 = '2020-06-15..2026-01-14'
/** Of Quyết định số 22/2023/QĐ-TTg, from the day on which it came into force. */
export const decision22 = '2023-10-10..2026-01-14'

export const reviews: readonly Review[] = [
  {
    window: decree49,
    words: 'Tổng kết 05 năm thực hiện Nghị định số 49/2020/NĐ-CP',
    clause: 'II.1.2.a',
  },
  {
    window: decision22,
    words: '02 năm thực hiện Quyết định số 22/2023/QĐ-TTg',
    clause: 'II.1.2.b',
  },
]

const recipient =
  'UBND tỉnh (qua Phòng Cảnh sát thi hành án hình sự và hỗ trợ tư pháp - Công an tỉnh)'

/** What II.2, IV and the last paragraph oblige to. */
export const obligations: readonly Obligation[] = [
  {
    id: 'review-report',
    what: 'Báo cáo kết quả 05 năm thực hiện Nghị định số 49/2020/NĐ-CP và 02 năm thực hiện Quyết định số 22/2023/QĐ-TTg',
    clause: 'II.2.1, IV.1',
    who: ['committee', 'agency'],
    except: [],
    to: recipient,
    forms: ['tally', 'narrative'],
    dues: reviews.map(({ window }) => ({ window, cutOff: '2026-01-14', before: '2026-02-28' })),
  },
  {
    id: 'conference',
    what: 'Tổ chức Hội nghị tổng kết',
    clause: 'II.2.2.3',
    who: ['agency:cong-an-tinh'],
    except: [],
    to: 'UBND tỉnh',
    forms: [],
    dues: [{ window: null, cutOff: null, before: '2026-03-10' }],
  },
  {
    id: 'difficulties',
    what: 'Khó khăn, vướng mắc trong quá trình thực hiện',
    clause: 'đoạn cuối',
    who: ['committee', 'agency'],
    except: ['agency:cong-an-tinh'],
    to: 'UBND tỉnh (qua Công an tỉnh)',
    forms: [],
    dues: [],
    when: 'when-arising',
  },
  {
    id: 'synthesis',
    what: 'Tổng hợp kết quả để báo cáo Chính phủ, Bộ Công an',
    clause: 'IV.2',
    who: ['agency:cong-an-tinh'],
    except: [],
    to: 'UBND tỉnh',
    forms: [],
    dues: [],
    when: 'as-prescribed',
  },
]

const directive = {
  every: 'review',
  beforeDay: 28,
  basis: 'directive',
  reference: 'theo hướng dẫn của Công an tỉnh',
} as const

/** Both stand for both reviews, and II.2.1 says until when; the numbers by year and former unit are the province's own wish. */
export const collection: readonly Collection[] = [
  { form: 'tally', by: ['committee'], ...directive },
  { form: 'narrative', by: ['committee', 'agency'], ...directive },
]

export const taken: readonly Taken[] = [
  { form: 'returnee-register', by: ['police'] },
  { form: 'release-notice', by: ['agency:cong-an-tinh'] },
  { form: 'reoffence', by: ['agency:cong-an-tinh'] },
  { form: 'support-model', by: ['committee'] },
  { form: 'exemplar', by: ['committee'] },
  { form: 'communication', by: ['committee', 'agency'] },
  { form: 'pre-release', by: ['facility'] },
  { form: 'credit', by: ['agency:ngan-hang-chinh-sach-xa-hoi'] },
  { form: 'community-sentence', by: ['police'] },
  { form: 'jobs-and-training', by: ['agency:so-noi-vu', 'agency:so-giao-duc-dao-tao'] },
  { form: 'task-progress', by: ['committee', 'agency'] },
  { form: 'funding', by: ['committee', 'agency'] },
  { form: 'civil-judgment', by: ['agency:thi-hanh-an-dan-su'] },
  { form: 'issued-document', by: ['committee', 'agency'] },
]
