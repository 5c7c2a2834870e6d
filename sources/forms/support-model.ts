import { type CalendarDate, dateOf } from '../vocabulary/date.ts'
import { warned } from '../words/rule.ts'
import { checksOf } from './checks.ts'
import { choice, communes, count, date, text } from './columns.ts'
import { defineForm, type RowCheck, type RowOf, said } from './form.ts'

const required = { need: 'required', store: 'unit' } as const
const conditional = { need: 'conditional', store: 'unit' } as const
const optional = { need: 'optional', store: 'unit' } as const

const columns = {
  model_code: text('Mã mô hình', {
    ...required,
    max: 40,
    help: 'Hệ thống cấp một lần, giữ nguyên.',
  }),
  name: text('Tên mô hình', { ...required, max: 200, help: 'Không ghi tên riêng của người.' }),
  kind: choice(
    'Loại hình',
    {
      cau_lac_bo: 'Câu lạc bộ',
      to_tu_quan: 'Tổ tự quản, tổ hòa giải',
      doanh_nghiep: 'Doanh nghiệp, cơ sở SXKD nhận lao động',
      quy: 'Quỹ (doanh nhân, tổ chức) hỗ trợ THNCĐ',
      doan_the: 'Mô hình của Mặt trận, đoàn thể',
      ton_giao: 'Mô hình tôn giáo, dòng họ',
      khac: 'Khác',
    },
    required,
  ),
  scope: choice(
    'Phạm vi hoạt động',
    {
      thon: 'Thôn, tổ dân phố',
      xa: 'Cấp xã',
      lien_xa: 'Liên xã (kê các xã ở cột sau)',
      huyen: 'Cấp huyện (trước 01/7/2025)',
    },
    required,
  ),
  covers: communes('Các xã, phường khác cùng mô hình', {
    ...conditional,
    help: 'Ghi khi là mô hình liên xã: mã hoặc tên các xã, phường, cách nhau bằng dấu chấm phẩy.',
  }),
  decision_no: text('Số quyết định (văn bản) thành lập', {
    ...required,
    max: 100,
    aliases: ['Số quyết định thành lập', 'Số quyết định'],
  }),
  founded_on: date('Ngày thành lập', required),
  status: choice(
    'Tình trạng',
    { hoat_dong: 'Đang hoạt động', tam_dung: 'Tạm dừng', giai_the: 'Đã giải thể' },
    required,
  ),
  status_on: date('Ngày tạm dừng, giải thể', {
    ...conditional,
    help: 'Ghi khi đã tạm dừng hoặc giải thể.',
  }),
  last_activity_on: date('Ngày hoạt động gần nhất', required),
  rating: choice(
    'Phân loại (rà soát)',
    {
      tieu_bieu: 'Tiêu biểu',
      hieu_qua: 'Hoạt động hiệu quả',
      trung_binh: 'Trung bình',
      kem: 'Kém hiệu quả',
      chua: 'Chưa phân loại',
    },
    { ...required, aliases: ['Phân loại'] },
  ),
  members: count('Số thành viên tham gia', {
    ...optional,
    droppable: true,
    next: 'same',
  }),
  helping_now: count('Số người CHXAPT đang được giúp đỡ', { ...required, next: 'remind' }),
  helped_ytd: count('Số người được giúp đỡ từ đầu năm (không trùng)', {
    ...required,
    aliases: ['Số người được giúp đỡ từ đầu năm'],
    next: 'remind',
  }),
  jobs_ytd: count('Trong đó: có việc làm', { ...optional, droppable: true, next: 'remind' }),
}

type Row = RowOf<typeof columns>
const { notBefore, notMoreThan, requiredWhen, onlyWhen } = checksOf(columns)
const stopped = (row: Row) => row.status !== 'hoat_dong'
const shared = (row: Row) => row.scope === 'lien_xa'

/** Biểu 04: the models that help returnees in a commune, one row each. Sent by UBND cấp xã each quarter. */
export const supportModel = defineForm({
  id: 'support-model',
  number: '04',
  version: 1,
  title:
    'THỐNG KÊ MÔ HÌNH QUẢN LÝ, GIÁO DỤC, GIÚP ĐỠ NGƯỜI CHẤP HÀNH XONG ÁN PHẠT TÙ TÁI HÒA NHẬP CỘNG ĐỒNG',
  subtitle: null,
  sheet: '04.Mo hinh',
  submittedBy: ['committee'],
  every: 'quarter',
  unit: 'reporter',
  key: ['model_code'],
  columns,
  rowChecks: [
    requiredWhen('covers', 'mô hình liên xã', shared),
    onlyWhen('covers', 'mô hình liên xã', shared),
    requiredWhen('status_on', 'đã tạm dừng hoặc giải thể', stopped),
    onlyWhen('status_on', 'đã tạm dừng hoặc giải thể', stopped, 'warning'),
    notBefore('status_on', 'founded_on'),
    notBefore('last_activity_on', 'founded_on'),
    said(warned('mô hình đang hoạt động có hoạt động trong 06 tháng trước khi hết kỳ'), asleep),
    notMoreThan('helping_now', 'helped_ytd'),
    notMoreThan('jobs_ytd', 'helped_ytd'),
  ],
  tableChecks: [],
})

/** A model said to be working that did nothing for more than six months before the window's close. */
function asleep(
  row: Row,
  { to }: { readonly to: CalendarDate },
): ReturnType<RowCheck<typeof columns>> {
  const [year, month, day] = to.split('-').map(Number) as [number, number, number]
  const lastOfMonth = Number(dateOf(year, month - 5, 0).slice(8))
  const since = dateOf(year, month - 6, Math.min(day, lastOfMonth))
  return row.status === 'hoat_dong' && row.last_activity_on < since
    ? [{ field: 'last_activity_on', code: 'stale-activity', severity: 'warning', facts: { since } }]
    : []
}
