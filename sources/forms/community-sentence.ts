import { checksOf } from './checks.ts'
import { choice, count } from './columns.ts'
import { defineForm } from './form.ts'

const required = { need: 'required', store: 'unit' } as const
const optional = { need: 'optional', store: 'unit', droppable: true } as const

const categories = {
  an_treo: 'Người được hưởng án treo',
  cai_tao_khong_giam_giu: 'Người chấp hành án phạt cải tạo không giam giữ',
  quan_che: 'Quản chế',
  cam_cu_tru: 'Cấm cư trú',
  cam_dam_nhiem: 'Cấm đảm nhiệm chức vụ, cấm hành nghề hoặc làm công việc nhất định',
  tuoc_quyen: 'Tước một số quyền công dân',
  tha_tu_co_dieu_kien: 'Người được tha tù trước thời hạn có điều kiện',
  hoan: 'Người được hoãn chấp hành án phạt tù',
  tam_dinh_chi: 'Người được tạm đình chỉ chấp hành án phạt tù',
} as const

/** Stands behind two columns; each belongs to the one on its left. */
const also = 'Trong đó: đồng thời có tên ở Biểu 01'
const alsoHelp = 'Để khi cộng hai đối tượng không ai bị tính hai lần.'

const columns = {
  category: choice('Loại án, diện quản lý', categories, {
    ...required,
    aliases: ['Loại án', 'Diện quản lý'],
    help: 'Đủ chín dòng; mỗi người tính một lần, ở diện chính.',
    width: 44,
  }),
  opening: count('Đầu kỳ', { ...required, help: 'Bằng cuối kỳ trước.' }),
  increase: count('Tăng trong kỳ', { ...required, aliases: ['Số tăng trong kỳ'] }),
  of_which_moved_in: count('Trong đó: chuyển đến', optional),
  decrease: count('Giảm trong kỳ', { ...required, aliases: ['Số giảm trong kỳ'] }),
  of_which_completed: count('Trong đó: chấp hành xong', required),
  of_which_moved_out: count('Trong đó: chuyển đi', optional),
  closing: count('Cuối kỳ', {
    ...required,
    next: 'remind',
    help: 'Bằng đầu kỳ cộng tăng, trừ giảm.',
  }),
  also_on_register: count('Trong số cuối kỳ: đồng thời có tên ở Biểu 01', {
    ...required,
    help: alsoHelp,
  }),
  supervised: count('Số người đã có người trực tiếp giám sát, giáo dục', required),
  violated: count('Số người vi phạm nghĩa vụ trong kỳ', required),
  new_offence: count('Số người bị khởi tố về tội mới trong kỳ', required),
  job_need: count('Số người có nhu cầu thông tin việc làm', required),
  job_need_also: count(also, {
    ...required,
    aliases: ['Trong số người có nhu cầu: đồng thời có tên ở Biểu 01'],
    help: alsoHelp,
  }),
  job_reached: count('Số người có nhu cầu đã được tiếp cận thông tin việc làm', {
    ...required,
    aliases: ['Số người đã được tiếp cận thông tin việc làm'],
  }),
  job_reached_also: count(also, {
    ...required,
    aliases: ['Trong số đã được tiếp cận: đồng thời có tên ở Biểu 01'],
    help: alsoHelp,
  }),
  files: count('Số hồ sơ đang quản lý', required),
  files_digitised: count('Số hồ sơ đã số hóa', required),
  files_also: count('Trong số hồ sơ: đã tính ở Biểu 01', optional),
}

const { notMoreThan, sumOf, holds } = checksOf(columns)

/**
 * Biểu 09: people who serve a sentence in the community, a row for each of nine categories, each person once under the main one. Sent by
 * Công an cấp xã each month.
 *
 * What also stands on the register (Biểu 01) is told beside, so that the two populations add up without counting anybody twice.
 */
export const communitySentence = defineForm({
  id: 'community-sentence',
  number: '09',
  version: 1,
  title: 'KẾT QUẢ QUẢN LÝ, GIÁM SÁT, GIÁO DỤC NGƯỜI CHẤP HÀNH ÁN HÌNH SỰ TẠI CỘNG ĐỒNG',
  subtitle: null,
  sheet: '09.An tai cong dong',
  submittedBy: ['police'],
  every: 'month',
  unit: 'reporter',
  key: ['category'],
  columns,
  preset: {
    kind: 'fixed',
    fields: ['category'],
    rows: Object.keys(categories).map((category) => ({ category })),
  },
  rowChecks: [
    notMoreThan('of_which_moved_in', 'increase'),
    holds('decrease', ['of_which_completed', 'of_which_moved_out']),
    sumOf('closing', ['opening', 'increase'], ['decrease']),
    notMoreThan('also_on_register', 'closing'),
    notMoreThan('supervised', 'closing'),
    notMoreThan('job_need_also', 'job_need'),
    notMoreThan('job_reached', 'job_need'),
    notMoreThan('job_reached_also', 'job_reached'),
    notMoreThan('job_reached_also', 'job_need_also'),
    notMoreThan('files_digitised', 'files'),
    notMoreThan('files_also', 'files'),
  ],
  tableChecks: [],
})
