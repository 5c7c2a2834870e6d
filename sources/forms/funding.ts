import { checksOf } from './checks.ts'
import { choice, count, money, yesNo } from './columns.ts'
import { defineForm, type RowOf } from './form.ts'

const required = { need: 'required', store: 'unit' } as const
const conditional = { need: 'conditional', store: 'unit' } as const

const columns = {
  source: choice(
    'Nguồn kinh phí',
    {
      ns_tinh: 'Ngân sách cấp tỉnh',
      ns_xa: 'Ngân sách cấp xã',
      ns_huyen: 'Ngân sách cấp huyện (trước 01/7/2025)',
      bca: 'Bộ Công an cấp',
      long_ghep: 'Lồng ghép chương trình khác',
      quy_xa: 'Quỹ THNCĐ cấp xã',
      xa_hoi_hoa: 'Xã hội hóa',
      uy_thac: 'Ngân sách địa phương ủy thác qua NHCSXH',
    },
    { ...required, aliases: ['Nguồn'], width: 40 },
  ),
  estimate: money('Dự toán được giao trong năm (triệu đồng)', {
    ...required,
    aliases: ['Dự toán được giao trong năm (tr.đ)', 'Dự toán được giao (triệu đồng)'],
    next: 'same',
  }),
  spent: money('Đã chi lũy kế (triệu đồng)', {
    ...required,
    next: 'remind',
    aliases: ['Đã chi lũy kế (tr.đ)', 'Số đã chi lũy kế (triệu đồng)'],
    help: 'Lũy kế từ đầu năm.',
  }),
  received: money('Thu xã hội hóa, đóng góp quỹ lũy kế (triệu đồng)', {
    ...conditional,
    aliases: ['Thu xã hội hóa, đóng góp quỹ lũy kế (tr.đ)'],
    help: 'Ghi với nguồn Quỹ THNCĐ cấp xã và nguồn xã hội hóa.',
  }),
  contributors: count('Số tổ chức, cá nhân đóng góp', {
    need: 'optional',
    store: 'unit',
    droppable: true,
  }),
  fund_established: yesNo('Đã thành lập Quỹ THNCĐ cấp xã', {
    ...conditional,
    aliases: ['Đã thành lập Quỹ'],
    help: 'Ghi với nguồn Quỹ THNCĐ cấp xã.',
  }),
}

type Row = RowOf<typeof columns>
const { notMoreThan, requiredWhen, onlyWhen } = checksOf(columns)
const given = ({ source }: Row) => source === 'quy_xa' || source === 'xa_hoi_hoa'
const fund = ({ source }: Row) => source === 'quy_xa'
const givenWords = 'nguồn là Quỹ THNCĐ cấp xã hoặc xã hội hóa'
const fundWords = 'nguồn là Quỹ THNCĐ cấp xã'

/**
 * Biểu 14: money for reintegration, one row per source, since the start of the year. Sent by Sở Tài chính for the province, by UBND cấp xã
 * and agencies for their own, at the half-year and at the year's end.
 */
export const funding = defineForm({
  id: 'funding',
  number: '14',
  version: 1,
  title: 'KINH PHÍ THỰC HIỆN CÔNG TÁC TÁI HÒA NHẬP CỘNG ĐỒNG',
  subtitle: null,
  sheet: '14.Kinh phi',
  submittedBy: ['committee', 'agency'],
  every: 'half-year',
  unit: 'reporter',
  key: ['source'],
  columns,
  rowChecks: [
    notMoreThan('spent', 'estimate', { severity: 'warning' }),
    requiredWhen('received', givenWords, given),
    onlyWhen('received', givenWords, (row) => row.received === 0 || given(row), 'warning'),
    requiredWhen('fund_established', fundWords, fund, 'warning'),
    onlyWhen('fund_established', fundWords, fund, 'warning'),
  ],
  tableChecks: [],
})
