import { checksOf } from './checks.ts'
import { count, text } from './columns.ts'
import { defineForm } from './form.ts'

const required = { need: 'required', store: 'unit' } as const
const conditional = { need: 'conditional', store: 'unit' } as const
const optional = { need: 'optional', store: 'unit', droppable: true } as const

const columns = {
  facility: text('Cơ sở giam giữ', { ...required, max: 200, aliases: ['Tên cơ sở giam giữ'] }),
  inmates_end: count('Số phạm nhân đang chấp hành án cuối kỳ', {
    ...required,
    help: 'Không tính người bị tạm giữ, tạm giam.',
  }),
  working_age_end: count('Trong đó: trong độ tuổi lao động', {
    ...required,
    help: 'Theo Bộ luật Lao động.',
  }),
  working_age_trained: count(
    'Số phạm nhân trong độ tuổi lao động được đào tạo nghề (lũy kế, đang có mặt)',
    {
      ...required,
      aliases: ['Số phạm nhân trong độ tuổi lao động được đào tạo nghề'],
    },
  ),
  informed_end: count('Số phạm nhân có mặt đã được tuyên truyền', conditional),
  law_advised_end: count('Số phạm nhân có mặt đã được tư vấn pháp luật', conditional),
  job_skill_end: count(
    'Số phạm nhân có mặt đã được trang bị kỹ năng tìm kiếm việc làm',
    conditional,
  ),
  all_three_end: count('Số phạm nhân có mặt được đủ 03 nội dung trên', conditional),
  released: count('Số phạm nhân ra trại trong kỳ', {
    ...required,
    help: 'Bằng tổng ba cột sau.',
  }),
  released_completed: count('– Chấp hành xong án phạt tù', required),
  released_amnesty: count('– Được đặc xá', required),
  released_conditional: count('– Được tha tù trước thời hạn có điều kiện', required),
  counselled: count('Trong số ra trại: được tư vấn tâm lý', required),
  legal_helped: count('Trong số ra trại: được hỗ trợ thủ tục pháp lý', required),
  oriented: count('Trong số ra trại: được định hướng nghề nghiệp', required),
  job_search: count('Trong số ra trại: được nâng cao khả năng tìm kiếm việc làm', required),
  all_four: count('Trong số ra trại: được đủ 04 biện pháp', {
    ...required,
    help: 'Số người được cả bốn biện pháp; không lớn hơn từng biện pháp.',
  }),
  notified: count('Trong số ra trại: đã thông báo trước cho UBND, Công an cấp xã', required),
  fund_supported: count('Trong số ra trại: được chi hỗ trợ từ Quỹ hòa nhập cộng đồng', optional),
  due_next: count('Số phạm nhân sẽ ra trại trong 02 tháng tới', {
    ...optional,
    help: 'Chỉ dùng để lập kế hoạch.',
  }),
}

const { notMoreThan, sumOf } = checksOf(columns)
const measures = ['counselled', 'legal_helped', 'oriented', 'job_search'] as const
const contents = ['informed_end', 'law_advised_end', 'job_skill_end'] as const

/**
 * Biểu 07: what a place of detention did for those released in the window (a flow) and for those present at its close (a stock).
 * One row per facility, each month. Source: Nghị định 49/2020/NĐ-CP, Chương II.
 */
export const preRelease = defineForm({
  id: 'pre-release',
  number: '07',
  version: 1,
  title: 'KẾT QUẢ CHUẨN BỊ TÁI HÒA NHẬP CỘNG ĐỒNG CHO PHẠM NHÂN',
  subtitle: null,
  sheet: '07.Truoc khi ra trai',
  submittedBy: ['facility'],
  every: 'month',
  unit: 'reporter',
  key: ['facility'],
  columns,
  rowChecks: [
    notMoreThan('working_age_end', 'inmates_end'),
    notMoreThan('working_age_trained', 'working_age_end'),
    ...contents.map((field) => notMoreThan(field, 'inmates_end')),
    ...contents.map((field) => notMoreThan('all_three_end', field)),
    sumOf('released', ['released_completed', 'released_amnesty', 'released_conditional']),
    ...measures.map((field) => notMoreThan(field, 'released')),
    ...measures.map((field) => notMoreThan('all_four', field)),
    notMoreThan('notified', 'released'),
    notMoreThan('fund_supported', 'released'),
  ],
  tableChecks: [],
})
