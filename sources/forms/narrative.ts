import { checksOf } from './checks.ts'
import { text } from './columns.ts'
import { defineForm } from './form.ts'

const columns = {
  section: text('Mục', { need: 'required', store: 'unit', max: 20, width: 8, aliases: ['Số mục'] }),
  title: text('Tiêu đề', {
    need: 'required',
    store: 'unit',
    max: 300,
    width: 44,
    aliases: ['Tên mục', 'Tiêu đề mục'],
  }),
  text: text('Nội dung', {
    need: 'conditional',
    next: 'empty',
    store: 'vault',
    max: 6000,
    width: 90,
    paragraphs: true,
    aliases: ['Nội dung báo cáo', 'Nội dung (≤ 6.000 ký tự)'],
    help: 'Tối đa 6.000 ký tự; dài hơn thì gửi phụ lục.',
  }),
  attachment: text('Phụ lục kèm theo', {
    need: 'optional',
    next: 'empty',
    store: 'unit',
    max: 300,
    width: 24,
    droppable: true,
    aliases: ['Phụ lục', 'Tài liệu kèm theo'],
    help: 'Ghi số, ký hiệu và tên phụ lục.',
  }),
}

/** The outline of a periodic report. */
const outline = [
  ['I', 'Công tác chỉ đạo, triển khai'],
  ['II', 'Kết quả thực hiện'],
  ['II.1', 'Tuyên truyền'],
  ['II.2', 'Tiếp nhận, quản lý, giáo dục, giúp đỡ'],
  ['II.3', 'Tư vấn tâm lý, thủ tục pháp lý, giấy tờ'],
  ['II.4', 'Đào tạo nghề, việc làm'],
  ['II.5', 'Tín dụng'],
  ['II.6', 'Mô hình, điển hình'],
  ['II.7', 'Kinh phí'],
  ['III', 'Tồn tại, hạn chế, nguyên nhân'],
  ['IV', 'Phương hướng, nhiệm vụ'],
  ['V', 'Kiến nghị, đề xuất'],
] as const

const { requiredWhen } = checksOf(columns)

/**
 * Biểu 13: the words of a report, one section a row. Sent by every agency and UBND cấp xã at the plan's own cycle.
 *
 * The outline is that of a periodic report and may be changed: a plan may name sections of its own. What is written stays in the vault.
 */
export const narrative = defineForm({
  id: 'narrative',
  number: '13',
  version: 1,
  title: 'NỘI DUNG BÁO CÁO',
  subtitle: null,
  sheet: '13.Noi dung bao cao',
  submittedBy: ['committee', 'agency'],
  every: 'plan-cycle',
  unit: 'reporter',
  key: ['section', 'title'],
  columns,
  preset: {
    kind: 'suggested',
    fields: ['section', 'title'],
    rows: outline.map(([section, title]) => ({ section, title })),
  },
  rowChecks: [
    requiredWhen('text', 'không có phụ lục kèm theo', ({ attachment }) => attachment === null),
  ],
  tableChecks: [],
})
