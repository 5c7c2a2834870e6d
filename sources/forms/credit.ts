import { writeMoney } from '../vocabulary/count.ts'
import { addDays, type CalendarDate } from '../vocabulary/date.ts'
import { warned } from '../words/rule.ts'
import { checksOf } from './checks.ts'
import { commune, count, money } from './columns.ts'
import { type Complaint, defineForm, type RowContext, type RowOf, said } from './form.ts'

const required = { need: 'required', store: 'unit' } as const
const optional = { need: 'optional', store: 'unit', droppable: true } as const

const columns = {
  commune: commune('Xã, phường', {
    ...required,
    aliases: ['Tên xã, phường', 'Xã, phường, đặc khu', 'Địa bàn'],
    help: 'Mã hoặc tên xã, phường.',
  }),
  listed: count('Số người trong danh sách nhận được (Mẫu số 01) trong kỳ', {
    ...required,
    aliases: ['Số người trong danh sách nhận được trong kỳ'],
  }),
  approved: count('Số người được phê duyệt cho vay trong kỳ', required),
  refused: count('Số người không được cho vay trong kỳ', optional),
  lent_training: money('Doanh số cho vay học nghề trong kỳ (triệu đồng)', {
    ...required,
    aliases: ['Doanh số cho vay học nghề trong kỳ (tr.đ)'],
    help: 'Tối đa 4 triệu đồng/tháng/người.',
  }),
  lent_production: money('Doanh số cho vay SXKD trong kỳ (triệu đồng)', {
    ...required,
    aliases: [
      'Doanh số cho vay SXKD trong kỳ (tr.đ)',
      'Doanh số cho vay sản xuất, kinh doanh trong kỳ (triệu đồng)',
    ],
    help: 'Tối đa 100 triệu đồng/người.',
  }),
  repaid: money('Doanh số thu nợ trong kỳ (triệu đồng)', {
    ...required,
    aliases: ['Doanh số thu nợ trong kỳ (tr.đ)'],
  }),
  borrowers: count('Số khách hàng còn dư nợ cuối kỳ', {
    ...required,
    aliases: ['Số khách hàng còn dư nợ'],
  }),
  outstanding: money('Dư nợ cuối kỳ (triệu đồng)', {
    ...required,
    aliases: ['Dư nợ cuối kỳ (tr.đ)'],
    help: 'Bằng dư nợ đầu kỳ cộng doanh số cho vay, trừ doanh số thu nợ.',
  }),
  overdue: money('Trong đó: nợ quá hạn (triệu đồng)', {
    ...required,
    aliases: ['Nợ quá hạn (triệu đồng)', 'Nợ quá hạn (tr.đ)'],
  }),
  frozen: money('Trong đó: nợ khoanh (triệu đồng)', {
    ...optional,
    aliases: ['Nợ khoanh (triệu đồng)', 'Nợ khoanh (tr.đ)'],
  }),
  establishments: count('Số cơ sở SXKD còn dư nợ', {
    ...required,
    aliases: ['Số cơ sở sản xuất, kinh doanh còn dư nợ'],
  }),
  establishment_outstanding: money('Dư nợ của cơ sở SXKD (triệu đồng)', {
    ...required,
    aliases: ['Dư nợ của cơ sở SXKD (tr.đ)'],
  }),
  establishment_workers: count('Số lao động là người CHXAPT tại cơ sở vay vốn', {
    ...optional,
    help: 'Cơ sở được vay khi sử dụng tối thiểu 10% tổng số lao động là người chấp hành xong án phạt tù.',
  }),
  local_budget: money('Trong dư nợ: vốn ngân sách địa phương ủy thác (triệu đồng)', {
    ...optional,
    aliases: ['Vốn ngân sách địa phương ủy thác (triệu đồng)'],
  }),
}

type Row = RowOf<typeof columns>
const { notMoreThan } = checksOf(columns)

/** Thousands of đồng: for learning a trade a person and month, for production a person, or an establishment's project. */
const MOST = { training: 4_000, production: 100_000, establishment: 2_000_000 }

/**
 * Biểu 08: loans to returnees and to establishments that employ them, one row per commune. Sent by the Ngân hàng Chính sách xã hội each
 * month. Source: Quyết định 22/2023/QĐ-TTg.
 *
 * One borrower in a commune is that person's debt: money of a commune stays inside the province.
 */
export const credit = defineForm({
  id: 'credit',
  number: '08',
  version: 1,
  title:
    'KẾT QUẢ CHO VAY ĐỐI VỚI NGƯỜI CHẤP HÀNH XONG ÁN PHẠT TÙ VÀ CƠ SỞ SẢN XUẤT, KINH DOANH THEO QUYẾT ĐỊNH SỐ 22/2023/QĐ-TTg',
  subtitle: null,
  sheet: '08.Tin dung',
  submittedBy: ['agency'],
  every: 'month',
  unit: { column: 'commune' },
  key: ['commune'],
  columns,
  rowChecks: [
    said(
      warned(
        '“Doanh số cho vay học nghề trong kỳ” không quá 4 triệu đồng/tháng cho mỗi người vay, mỗi tháng của kỳ',
      ),
      trainingLimit,
    ),
    said(
      warned(
        '“Doanh số cho vay SXKD trong kỳ” không quá 100 triệu đồng cho mỗi người vay, 02 tỷ đồng cho mỗi cơ sở',
      ),
      productionLimit,
    ),
    notMoreThan('overdue', 'outstanding'),
    notMoreThan('frozen', 'outstanding'),
    notMoreThan('local_budget', 'outstanding'),
  ],
  tableChecks: [],
})

/** Who borrowed in the window still owes at its end, but for the few who paid all of it back: more than the law lends them is odd. */
function trainingLimit(row: Row, { from, to }: RowContext): readonly Complaint[] {
  const most = row.borrowers * monthsIn(from, to) * MOST.training
  return row.lent_training <= most
    ? []
    : [above('lent_training', 'mức vay học nghề tối đa 4 triệu đồng/tháng/người', most)]
}

function productionLimit(row: Row): readonly Complaint[] {
  const most = row.borrowers * MOST.production + row.establishments * MOST.establishment
  return row.lent_production <= most
    ? []
    : [above('lent_production', 'mức vay SXKD tối đa 100 triệu đồng/người, 02 tỷ đồng/cơ sở', most)]
}

function above(field: 'lent_training' | 'lent_production', other: string, most: number) {
  const facts = { other, otherValue: `${writeMoney(most)} triệu đồng` }
  return { field, code: 'exceeds', severity: 'warning', facts } as const
}

/** Months begun. */
function monthsIn(from: CalendarDate, to: CalendarDate): number {
  const [first, last] = [from, addDays(to, -1)].map((day) => day.split('-').map(Number))
  const [year = 0, month = 0, day = 0] = first ?? []
  const [lastYear = 0, lastMonth = 0, lastDay = 0] = last ?? []
  return (lastYear - year) * 12 + lastMonth - month + (lastDay >= day ? 1 : 0)
}
