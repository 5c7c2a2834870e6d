import { choice, count, date, text } from './columns.ts'

/** Most characters in which a cover can name its plan. */
export const PLAN_REF_MAX = 200

/**
 * Block 00 of every workbook: who reports, for which plan and window, and which sending this is.
 *
 * One field per row, label in column A, value in column B. It is no form: it makes no row of its own.
 */
export const cover = Object.freeze({
  id: 'cover',
  number: '00',
  version: 1,
  title: 'THÔNG TIN CHUNG',
  sheet: '00.Thong tin',
  columns: {
    unit_code: text('Mã đơn vị hành chính / mã cơ quan', {
      need: 'required',
      store: 'unit',
      max: 60,
      digits: 5,
      aliases: ['Mã đơn vị hành chính', 'Mã đơn vị', 'Mã cơ quan', 'Mã xã'],
      help: 'Theo danh mục đơn vị hành chính hoặc danh mục cơ quan; hệ thống đã ghi sẵn.',
    }),
    unit_name: text('Đơn vị báo cáo', {
      need: 'required',
      store: 'unit',
      max: 200,
      aliases: ['Tên đơn vị', 'Tên đơn vị báo cáo'],
    }),
    reporting_body: choice(
      'Cơ quan lập biểu',
      {
        cong_an_xa: 'Công an cấp xã',
        ubnd_xa: 'UBND cấp xã',
        ubnd_huyen: 'UBND cấp huyện (trước 01/7/2025)',
        cong_an_tinh: 'Công an tỉnh',
        co_so_giam_giu: 'Cơ sở giam giữ',
        so_nganh: 'Sở, ban, ngành',
        nhcsxh: 'NHCSXH',
        thads: 'Thi hành án dân sự',
        mttq: 'MTTQ và tổ chức thành viên',
        khac: 'Khác',
      },
      { need: 'required', store: 'unit' },
    ),
    plan_ref: text('Thực hiện Kế hoạch số', {
      need: 'required',
      store: 'unit',
      max: PLAN_REF_MAX,
      aliases: ['Kế hoạch số', 'Kế hoạch'],
      help: 'Ví dụ: 195/KH-UBND.',
    }),
    window: text('Kỳ báo cáo', {
      need: 'required',
      store: 'unit',
      max: 120,
      aliases: ['Kỳ'],
      help: 'Ví dụ: Tháng 9/2026 (15/8–14/9/2026).',
    }),
    data_to: date('Số liệu tính đến hết ngày', {
      need: 'required',
      store: 'unit',
      aliases: ['Số liệu tính đến ngày', 'Số liệu đến ngày'],
      help: 'Trong kỳ báo cáo và không sau ngày gửi.',
    }),
    submission_kind: choice(
      'Loại báo cáo',
      { lan_dau: 'Báo cáo lần đầu', thay_the: 'Báo cáo thay thế (toàn bộ)' },
      { need: 'required', store: 'unit' },
    ),
    revision_no: count('Lần gửi', {
      need: 'required',
      store: 'unit',
      least: 1,
      aliases: ['Gửi lần', 'Gửi lần thứ'],
      help: '1, 2, 3 …; mỗi lần gửi lại tăng thêm 1.',
    }),
    revision_reason: text('Lý do thay thế', {
      need: 'conditional',
      store: 'unit',
      help: 'Ghi khi là báo cáo thay thế.',
    }),
    document_no: text('Số, ký hiệu văn bản gửi kèm', {
      need: 'conditional',
      store: 'unit',
      max: 100,
      aliases: ['Số, ký hiệu văn bản', 'Số văn bản'],
      help: 'Bắt buộc với báo cáo quý, 6 tháng, 9 tháng, năm.',
    }),
    document_date: date('Ngày văn bản', {
      need: 'conditional',
      store: 'unit',
      help: 'Không sau ngày gửi.',
    }),
    signer_name: text('Người ký', { need: 'conditional', store: 'vault', max: 100 }),
    signer_title: text('Chức vụ người ký', {
      need: 'conditional',
      store: 'unit',
      max: 150,
      aliases: ['Chức vụ'],
      help: 'Chủ tịch, Phó Chủ tịch UBND; Trưởng, Phó Trưởng Công an; Giám đốc …',
    }),
    prepared_by: text('Người lập biểu', { need: 'required', store: 'vault', max: 100 }),
    phone: text('Điện thoại liên hệ', {
      need: 'optional',
      store: 'vault',
      max: 60,
      aliases: ['Điện thoại', 'Số điện thoại'],
    }),
    secrecy: choice(
      'Độ mật',
      { khong: 'Không', mat: 'Mật' },
      {
        need: 'required',
        store: 'unit',
        help: 'Văn bản có độ mật không gửi qua hệ thống này.',
      },
    ),
  },
})

export type CoverField = keyof typeof cover.columns
