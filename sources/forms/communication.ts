import { checksOf } from './checks.ts'
import { choice, count } from './columns.ts'
import { defineForm, type RowContext, type RowOf, said, type TableCheck } from './form.ts'

const required = { need: 'required', store: 'unit' } as const
const conditional = { need: 'conditional', store: 'unit' } as const
const optional = { need: 'optional', store: 'unit', droppable: true } as const

const columns = {
  officials_total: count('Tổng số cán bộ, công chức', {
    ...required,
    help: 'Biên chế có mặt tại ngày chốt số liệu.',
    next: 'same',
  }),
  officials_reached: count('Số cán bộ, công chức đã được tuyên truyền (lũy kế)', {
    ...required,
    aliases: ['Số cán bộ, công chức đã được tuyên truyền'],
    help: 'Lũy kế từ đầu năm, mỗi người tính một lần.',
    next: 'remind',
  }),
  adults_total: count('Tổng số người từ đủ 18 tuổi trở lên cư trú tại địa bàn', {
    ...conditional,
    help: 'UBND ghi; sở, ngành để trống.',
    next: 'same',
  }),
  adults_reached: count('Số người từ đủ 18 tuổi đã được tuyên truyền (lũy kế, không trùng)', {
    ...conditional,
    aliases: ['Số người từ đủ 18 tuổi đã được tuyên truyền'],
    help: 'UBND ghi; lũy kế từ đầu năm, mỗi người tính một lần.',
    next: 'remind',
  }),
  reach_method: choice(
    'Cách xác định số người được tuyên truyền',
    {
      danh_sach: 'Danh sách ký nhận, điểm danh',
      ho: 'Theo hộ được phát tài liệu',
      uoc: 'Ước theo kênh truyền thông',
    },
    conditional,
  ),
  sessions: count('Số hội nghị, buổi tuyên truyền trong kỳ', required),
  attendances: count('Số lượt người dự', required),
  broadcasts: count('Số lượt phát trên hệ thống truyền thanh', optional),
  press_items: count('Số tin, bài, phóng sự', optional),
  online_posts: count('Số bài đăng trên cổng, trang thông tin điện tử, mạng xã hội', optional),
  leaflets: count('Số tài liệu, tờ rơi cấp phát', optional),
}

type Row = RowOf<typeof columns>
const { notMoreThan, requiredWhen, onlyWhen } = checksOf(columns)
const ofCommittee = (_: Row, { reporterKind }: RowContext) => reporterKind === 'committee'
const committeeWords = 'đơn vị báo cáo là UBND'

/**
 * Biểu 06: people reached since the start of the year, each reporter its own, in one row. Sent by every agency (its officials) and
 * every UBND cấp xã (its officials and residents) each quarter.
 */
export const communication = defineForm({
  id: 'communication',
  number: '06',
  version: 1,
  title: 'KẾT QUẢ TUYÊN TRUYỀN VỀ CÔNG TÁC TÁI HÒA NHẬP CỘNG ĐỒNG',
  subtitle: '(lũy kế từ đầu năm)',
  sheet: '06.Tuyen truyen',
  submittedBy: ['committee', 'agency'],
  every: 'quarter',
  unit: 'reporter',
  key: [],
  columns,
  rowChecks: [
    notMoreThan('officials_reached', 'officials_total'),
    requiredWhen('adults_total', committeeWords, ofCommittee),
    requiredWhen('adults_reached', committeeWords, ofCommittee),
    onlyWhen(
      'adults_total',
      committeeWords,
      (row, context) => row.adults_total === 0 || ofCommittee(row, context),
    ),
    onlyWhen(
      'adults_reached',
      committeeWords,
      (row, context) => row.adults_reached === 0 || ofCommittee(row, context),
    ),
    notMoreThan('adults_reached', 'adults_total'),
    requiredWhen(
      'reach_method',
      'có số người được tuyên truyền',
      (row, context) => (row.adults_reached ?? 0) > 0 && ofCommittee(row, context),
      'warning',
    ),
  ],
  tableChecks: [said('biểu có đúng một dòng', oneRow)],
})

/** A second row would add the reporter's people twice. */
function oneRow(rows: readonly Row[]): ReturnType<TableCheck<typeof columns>> {
  return rows
    .map(
      (_, index) =>
        ({ field: 'officials_total', code: 'row-twice', index, facts: { most: 1 } }) as const,
    )
    .slice(1)
}
