import { checksOf } from './checks.ts'
import { choice, count, date, text } from './columns.ts'
import { defineForm, type RowOf } from './form.ts'

const required = { need: 'required', store: 'unit' } as const
const conditional = { need: 'conditional', store: 'unit' } as const
const optional = { need: 'optional', store: 'unit' } as const
const told = { need: 'optional', store: 'vault', max: 3000, width: 34, droppable: true } as const

const columns = {
  clause: text('Mục trong Kế hoạch', {
    ...required,
    max: 40,
    width: 12,
    aliases: ['Mục', 'Mục trong kế hoạch (điểm, khoản)'],
  }),
  task: text('Nhiệm vụ', {
    ...required,
    max: 1000,
    width: 56,
    aliases: ['Nhiệm vụ được giao', 'Nội dung nhiệm vụ'],
  }),
  deadline: text('Thời hạn', {
    ...required,
    max: 200,
    width: 20,
    aliases: ['Thời hạn hoàn thành', 'Thời gian hoàn thành'],
  }),
  status: choice(
    'Tình hình thực hiện',
    {
      chua_trien_khai: 'Chưa triển khai',
      dang_thuc_hien: 'Đang thực hiện',
      hoan_thanh: 'Đã hoàn thành',
      thuong_xuyen: 'Thực hiện thường xuyên',
      khong_thuoc: 'Không thuộc trách nhiệm',
    },
    { ...required, aliases: ['Tình hình', 'Kết quả thực hiện', 'Tiến độ thực hiện'] },
  ),
  quantity: count('Số lượng', {
    ...optional,
    aliases: ['Số lượng sản phẩm'],
    help: 'Ví dụ: 3 (lớp), 12 (phiếu lý lịch tư pháp), 2 (người vào cơ sở bảo trợ).',
  }),
  measure: text('Đơn vị tính', {
    ...conditional,
    max: 60,
    width: 12,
    aliases: ['ĐVT'],
    help: 'Ghi khi có số lượng.',
  }),
  document_no: text('Số, ký hiệu văn bản (sản phẩm)', {
    ...optional,
    max: 200,
    aliases: ['Số, ký hiệu văn bản', 'Văn bản, sản phẩm'],
  }),
  done_on: date('Ngày hoàn thành', { ...conditional, help: 'Ghi khi đã hoàn thành.' }),
  difficulty: text('Khó khăn, vướng mắc', { ...told, aliases: ['Khó khăn'] }),
  proposal: text('Đề xuất, kiến nghị', { ...told, aliases: ['Đề xuất', 'Kiến nghị'] }),
}

const { requiredWhen, onlyWhen } = checksOf(columns)
const done = ({ status }: RowOf<typeof columns>) => status === 'hoan_thanh'

/**
 * Biểu 12: how far each task of the plan has come, one row per task; clause, task and deadline stand there from the plan. Sent by every
 * agency and UBND cấp xã at the plan's own cycle.
 *
 * No percentage is asked: nobody can sign 65 % of a policy.
 */
export const taskProgress = defineForm({
  id: 'task-progress',
  number: '12',
  version: 1,
  title: 'TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ ĐƯỢC GIAO',
  subtitle: null,
  sheet: '12.Nhiem vu',
  submittedBy: ['committee', 'agency'],
  every: 'plan-cycle',
  unit: 'reporter',
  key: ['clause', 'task'],
  columns,
  preset: { kind: 'begun', fields: ['clause', 'task', 'deadline'], rows: [] },
  rowChecks: [
    requiredWhen('measure', 'có số lượng', ({ quantity }) => quantity !== null),
    requiredWhen('done_on', 'đã hoàn thành', done),
    onlyWhen('done_on', 'đã hoàn thành', done, 'warning'),
  ],
  tableChecks: [],
})
