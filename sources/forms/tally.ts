import { checksOf } from './checks.ts'
import { choice, count, text, year } from './columns.ts'
import { type Complaint, defineForm, type RowContext, type RowOf, said } from './form.ts'
import { checkTally, tallyRules } from './tally-checks.ts'
import { type TallyItem, type TallyItemId, tallyItems } from './tally-items.ts'

const required = { need: 'required', store: 'unit' } as const
const conditional = { need: 'conditional', store: 'unit', droppable: true } as const
/** Words of the sheet: the mục says them already. */
const printed = { need: 'optional', store: 'none', droppable: true } as const

const items = Object.entries(tallyItems) as [TallyItemId, TallyItem][]

const columns = {
  item: choice(
    'Mã mục',
    Object.fromEntries(items.map(([item, { number }]) => [item, number])) as Readonly<
      Record<TallyItemId, string>
    >,
    { ...required, aliases: ['Mã số', 'Mục'] },
  ),
  label: text('Nội dung', { ...printed, aliases: ['Chỉ tiêu', 'Nội dung chỉ tiêu'], width: 64 }),
  measure: text('Đơn vị tính', { ...printed, aliases: ['ĐVT'], width: 12 }),
  count: count('Số trong kỳ', { ...required, aliases: ['Trong kỳ', 'Số liệu trong kỳ'] }),
  cumulative: count('Lũy kế từ đầu năm', {
    ...required,
    aliases: ['Lũy kế', 'Số lũy kế từ đầu năm'],
    next: 'remind',
    help: 'Số đầu kỳ, cuối kỳ thì ghi như số trong kỳ.',
  }),
  note: text('Ghi chú', {
    need: 'optional',
    next: 'empty',
    store: 'vault',
    max: 1000,
    droppable: true,
    help: 'Không ghi họ tên, số giấy tờ.',
  }),
  year: year('Năm', {
    ...conditional,
    aliases: ['Năm số liệu'],
    help: 'Chỉ ghi khi tổng kết nhiều năm.',
  }),
  old_unit: text('Đơn vị cũ', {
    ...conditional,
    max: 200,
    width: 24,
    aliases: ['Đơn vị cũ (xã, huyện, tỉnh trước sắp xếp)', 'Đơn vị trước sắp xếp'],
    help: 'Xã, huyện, tỉnh trước sắp xếp; chỉ ghi khi tổng kết nhiều năm.',
  }),
}

type Row = RowOf<typeof columns>
const { requiredWhen, onlyWhen } = checksOf(columns)
const isReview = (_: Row, { windowKind }: RowContext) => windowKind === 'explicit'
const reviewWords = 'kỳ báo cáo là tổng kết nhiều năm'

/**
 * Biểu 11: the figures that UBND cấp xã signs, one row per mục; label and measure stand there beforehand. Sent at the plan's own cycle. A
 * review of years has a row for each mục, year and former unit.
 */
export const tally = defineForm({
  id: 'tally',
  number: '11',
  version: 1,
  title: 'SỐ LIỆU TỔNG HỢP KẾT QUẢ THỰC HIỆN',
  subtitle: null,
  sheet: '11.Tong hop',
  submittedBy: ['committee'],
  every: 'plan-cycle',
  unit: 'reporter',
  key: ['item', 'year', 'old_unit'],
  columns,
  preset: {
    kind: 'begun',
    fields: ['item', 'label', 'measure'],
    rows: items.map(([item, { label, measure }]) => ({ item, label, measure })),
  },
  rowChecks: [
    said(
      '“Số trong kỳ” không lớn hơn “Lũy kế từ đầu năm”; với mục đếm ở một thời điểm chỉ là cảnh báo',
      withinYear,
    ),
    requiredWhen('year', reviewWords, isReview, 'warning'),
    onlyWhen('year', reviewWords, isReview),
    onlyWhen('old_unit', reviewWords, isReview),
    said('“Năm” nằm trong khoảng thời gian tổng kết', yearOfReview),
  ],
  tableChecks: [said(tallyRules, checkTally)],
})

/** What happened in the window happened in the year; a stock of a year may be typed as it stood at its start. */
function withinYear({ item, count, cumulative }: Row): readonly Complaint[] {
  if (count <= cumulative) return []
  const severity = tallyItems[item].stock ? 'warning' : 'error'
  const facts = {
    other: columns.cumulative.header,
    otherField: 'cumulative',
    otherValue: cumulative,
  }
  return [{ field: 'count', code: 'exceeds', severity, facts }]
}

function yearOfReview(row: Row, context: RowContext): readonly Complaint[] {
  const [least, most] = [context.from, context.to].map((day) => Number(day.slice(0, 4)))
  if (row.year === null || !isReview(row, context)) return []
  if (least === undefined || most === undefined) return []
  if (row.year >= least && row.year <= most) return []
  return [{ field: 'year', code: 'out-of-range', facts: { least, most } }]
}
