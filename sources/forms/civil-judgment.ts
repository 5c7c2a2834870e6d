import { checksOf } from './checks.ts'
import { choice, count, money, text } from './columns.ts'
import { defineForm } from './form.ts'

const required = { need: 'required', store: 'unit' } as const
const optional = { need: 'optional', store: 'unit', droppable: true } as const

const columns = {
  office: text('Phòng THADS khu vực (Chi cục THADS)', {
    ...required,
    max: 200,
    width: 34,
    aliases: ['Phòng THADS khu vực', 'Chi cục THADS', 'Phòng Thi hành án dân sự khu vực'],
  }),
  population: choice(
    'Đối tượng',
    {
      chxapt: 'Người CHXAPT',
      pham_nhan: 'Phạm nhân',
      an_cong_dong: 'Người chấp hành án hình sự tại cộng đồng',
    },
    required,
  ),
  proposed: count('Số hồ sơ đề nghị Tòa án xét miễn, giảm', {
    ...required,
    aliases: ['Số hồ sơ đề nghị xét miễn, giảm'],
  }),
  granted: count('Số hồ sơ được miễn, giảm', required),
  amount_granted: money('Số tiền được miễn, giảm (triệu đồng)', {
    ...optional,
    aliases: ['Số tiền được miễn, giảm (tr.đ)'],
  }),
  confirmed: count('Số người được xác nhận kết quả thi hành án', required),
  fulfilled: count('Số người đã thi hành xong phần dân sự (án phí, bồi thường)', {
    ...optional,
    aliases: ['Số người đã thi hành xong phần dân sự'],
  }),
  complaints: count('Số khiếu nại, tố cáo đã giải quyết', optional),
}

const { notMoreThan } = checksOf(columns)

/**
 * Biểu 15: civil duties from judgments, remitted and confirmed, a row for each office and population. Sent by Thi hành án dân sự tỉnh each
 * half-year.
 *
 * Its own year runs from 01/10 to 30/9: the day to which its data go stands on the cover, beside the window.
 */
export const civilJudgment = defineForm({
  id: 'civil-judgment',
  number: '15',
  version: 1,
  title: 'KẾT QUẢ MIỄN, GIẢM NGHĨA VỤ THI HÀNH ÁN VÀ XÁC NHẬN KẾT QUẢ THI HÀNH ÁN DÂN SỰ',
  subtitle: null,
  sheet: '15.Thi hanh an dan su',
  submittedBy: ['agency'],
  every: 'half-year',
  unit: 'reporter',
  key: ['office', 'population'],
  columns,
  // A court may grant now what was proposed in the half-year before.
  rowChecks: [notMoreThan('granted', 'proposed', { severity: 'warning' })],
  tableChecks: [],
})
