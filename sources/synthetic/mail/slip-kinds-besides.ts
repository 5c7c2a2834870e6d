import { addDays, type Day } from '../calendar.ts'
import type { Row } from './register-row.ts'
import type { SlipKind } from './slip.ts'

type Kinds = readonly Omit<SlipKind, 'form'>[]

const always = (typed: Row) => (): Row => typed

/** One more than there may be at most. */
const above =
  (field: string, most: string) =>
  (row: Row): Row | null =>
    row[most] === null ? null : { [field]: Number(row[most]) + 1 }

const item =
  (id: string, typed: (row: Row) => Row) =>
  (row: Row): Row | null =>
    row['item'] === id ? typed(row) : null

const asked = { severity: 'warning', costs: 'nothing' } as const

/** Mistakes in the forms that nobody is asked for. */
export const besidesKinds: Readonly<Record<string, Kinds>> = {
  credit: [
    { field: 'repaid', code: 'negative', typed: always({ repaid: -100 }) },
    { field: 'borrowers', code: 'not-a-number', typed: always({ borrowers: 'vài người' }) },
    {
      field: 'overdue',
      code: 'exceeds',
      typed: (row) => ({ overdue: Number(row['outstanding']) + 100 }),
    },
  ],
  'community-sentence': [
    { field: 'closing', code: 'sum-differs', typed: above('closing', 'closing') },
    { field: 'supervised', code: 'exceeds', typed: above('supervised', 'closing') },
    { field: 'files', code: 'required', typed: always({ files: null }) },
  ],
  'jobs-and-training': [
    { field: 'area', code: 'unknown-commune', typed: always({ area: 'xã Tam Tiếng' }) },
    { field: 'population', code: 'not-a-choice', typed: always({ population: 'thanh niên' }) },
    { field: 'placed', code: 'exceeds', ...asked, typed: above('placed', 'introduced') },
    {
      field: 'sessions',
      code: 'other-owner',
      ...asked,
      typed: (row) => (row['sessions'] === null ? { sessions: 3 } : null),
      read: { sessions: null },
    },
  ],
  tally: [
    { field: 'cumulative', code: 'required', typed: always({ cumulative: null }) },
    { field: 'count', code: 'ambiguous-number', typed: always({ count: '1.250' }) },
    {
      field: 'count',
      code: 'exceeds',
      typed: item('trainings', (row) => ({ count: Number(row['cumulative']) + 1 })),
    },
    {
      field: 'count',
      code: 'sum-differs',
      costs: 'sheet',
      typed: item('managed_end', (row) => {
        const count = Number(row['count']) + 1
        return { count, cumulative: count }
      }),
    },
  ],
  'task-progress': [
    { field: 'status', code: 'not-a-choice', typed: always({ status: 'Đạt 65%' }) },
    {
      field: 'measure',
      code: 'required-when',
      typed: (row) => (row['quantity'] === null ? null : { measure: null }),
    },
    {
      field: 'done_on',
      code: 'required-when',
      typed: (row) => (row['done_on'] === null ? { status: 'hoan_thanh' } : null),
    },
  ],
  narrative: [{ field: 'title', code: 'required', typed: always({ title: null }) }],
  funding: [
    { field: 'estimate', code: 'not-a-number', typed: always({ estimate: 'khoảng 50 triệu' }) },
    { field: 'spent', code: 'exceeds', ...asked, typed: above('spent', 'estimate') },
    {
      field: 'received',
      code: 'required-when',
      typed: (row) => (row['received'] === null ? null : { received: null }),
    },
  ],
  'civil-judgment': [
    { field: 'office', code: 'required', typed: always({ office: null }) },
    { field: 'granted', code: 'exceeds', ...asked, typed: above('granted', 'proposed') },
  ],
  'issued-document': [
    { field: 'issued_on', code: 'not-a-date', typed: always({ issued_on: 'đầu tháng 6' }) },
    {
      field: 'sent_on',
      code: 'date-order',
      typed: (row) => ({ sent_on: addDays(row['issued_on'] as Day, -1) }),
    },
  ],
}
