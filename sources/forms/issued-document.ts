import { checksOf } from './checks.ts'
import { choice, date, text } from './columns.ts'
import { defineForm } from './form.ts'

const required = { need: 'required', store: 'unit' } as const

const columns = {
  kind: choice(
    'Loại văn bản',
    {
      ke_hoach: 'Kế hoạch',
      cong_van: 'Công văn',
      quyet_dinh: 'Quyết định',
      quy_che: 'Quy chế phối hợp',
      chi_thi: 'Chỉ thị',
    },
    { ...required, aliases: ['Loại', 'Hình thức văn bản'] },
  ),
  number: text('Số, ký hiệu', {
    ...required,
    max: 100,
    aliases: ['Số, ký hiệu văn bản', 'Số ký hiệu'],
  }),
  issued_on: date('Ngày ban hành', { ...required, aliases: ['Ngày văn bản', 'Ngày ký'] }),
  abstract: text('Trích yếu', {
    ...required,
    width: 60,
    aliases: ['Trích yếu nội dung', 'Nội dung trích yếu'],
  }),
  signer_title: text('Chức vụ người ký', {
    need: 'optional',
    store: 'unit',
    max: 100,
    droppable: true,
    help: 'Không ghi họ tên.',
  }),
  sent_on: date('Ngày gửi Công an tỉnh', { ...required, aliases: ['Ngày gửi'] }),
  received_on: date('Ngày văn bản đến (PC10)', {
    need: 'conditional',
    store: 'unit',
    droppable: true,
    aliases: ['Ngày văn bản đến', 'Ngày đến'],
    help: 'Theo sổ văn bản đến của Phòng CS THAHS&HTTP.',
  }),
  plan_ref: text('Triển khai Kế hoạch số', {
    ...required,
    max: 100,
    aliases: ['Triển khai Kế hoạch', 'Kế hoạch số'],
    help: 'Ví dụ: 195/KH-UBND.',
  }),
}

const { notBefore } = checksOf(columns)

/**
 * Biểu 16: documents that put the plan into effect, one a row. Sent by every agency and UBND cấp xã when they are issued.
 *
 * Each list tells of its own window, so that the next one begins empty.
 */
export const issuedDocument = defineForm({
  id: 'issued-document',
  number: '16',
  version: 1,
  title: 'VĂN BẢN TRIỂN KHAI THỰC HIỆN KẾ HOẠCH',
  subtitle: null,
  sheet: '16.Van ban',
  submittedBy: ['committee', 'agency'],
  every: 'when-issued',
  unit: 'reporter',
  key: ['number', 'issued_on'],
  columns,
  carries: () => false,
  rowChecks: [notBefore('sent_on', 'issued_on'), notBefore('received_on', 'sent_on')],
  tableChecks: [],
})
