import { checksOf } from './checks.ts'
import { area, choice, count, ownedBy } from './columns.ts'
import { defineForm, type Owners } from './form.ts'

const required = { need: 'required', store: 'unit' } as const
const optional = { need: 'optional', store: 'unit', droppable: true } as const

const labour = 'agency:so-lao-dong-thuong-binh-xa-hoi'

/** Until 01/3/2025 the Sở Lao động, Thương binh và Xã hội had jobs and training both. */
const jobs: Owners = { name: 'Sở Nội vụ', reporters: ['agency:so-noi-vu', labour] }
const training: Owners = {
  name: 'Sở Giáo dục và Đào tạo',
  reporters: ['agency:so-giao-duc-dao-tao', labour],
}

const columns = {
  area: area('Địa bàn (xã, phường / huyện)', {
    ...required,
    aliases: ['Địa bàn', 'Xã, phường'],
    help: 'Mã hoặc tên xã, phường; trước ngày 01/7/2025 ghi huyện.',
  }),
  population: choice(
    'Đối tượng',
    {
      chxapt: 'Người CHXAPT',
      an_cong_dong: 'Người chấp hành án hình sự tại cộng đồng',
      pham_nhan: 'Phạm nhân sắp chấp hành xong',
    },
    required,
  ),
  sessions: ownedBy(jobs, count('Số phiên tư vấn, giới thiệu việc làm', required)),
  advised: ownedBy(
    jobs,
    count('Số người được tư vấn việc làm, nghề nghiệp', {
      ...required,
      aliases: ['Số người được tư vấn việc làm'],
    }),
  ),
  informed: ownedBy(jobs, count('Số người được cung cấp thông tin việc làm', required)),
  introduced: ownedBy(jobs, count('Số người được giới thiệu việc làm', required)),
  placed: ownedBy(jobs, count('Số người có việc làm sau giới thiệu', required)),
  employers: ownedBy(jobs, count('Số doanh nghiệp, cơ sở nhận lao động là người CHXAPT', optional)),
  training_need: ownedBy(training, count('Số người có nhu cầu học nghề', required)),
  enrolled: ownedBy(
    training,
    count('Số người được đào tạo, bồi dưỡng nghề trong kỳ', {
      ...required,
      aliases: ['Số người được đào tạo, bồi dưỡng nghề'],
    }),
  ),
  certified: ownedBy(training, count('Số người được cấp chứng chỉ', optional)),
  fee_supported: ownedBy(
    training,
    count('Số người được miễn, giảm học phí, hỗ trợ chi phí', optional),
  ),
}

const { notMoreThan } = checksOf(columns)
const odd = { severity: 'warning' } as const

/**
 * Biểu 10: what was done for jobs and for training, a row for each commune and population. Two agencies send the sheet each quarter: jobs
 * are Sở Nội vụ's columns, training Sở Giáo dục và Đào tạo's.
 */
export const jobsAndTraining = defineForm({
  id: 'jobs-and-training',
  number: '10',
  version: 1,
  title: 'KẾT QUẢ TƯ VẤN, GIỚI THIỆU VIỆC LÀM, ĐÀO TẠO NGHỀ',
  subtitle: null,
  sheet: '10.Viec lam, hoc nghe',
  submittedBy: ['agency'],
  every: 'quarter',
  unit: { column: 'area' },
  key: ['area', 'population'],
  columns,
  rowChecks: [
    notMoreThan('placed', 'introduced', odd),
    notMoreThan('fee_supported', 'enrolled', odd),
  ],
  tableChecks: [],
})
