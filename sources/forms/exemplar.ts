import { choice, date, text, yesNo } from './columns.ts'
import { defineForm } from './form.ts'

/** Biểu 05: exemplary persons and groups of reintegration work; names stay in the vault ("gương hoàn lương" names a former convict). */
export const exemplar = defineForm({
  id: 'exemplar',
  number: '05',
  version: 1,
  title: 'THỐNG KÊ GƯƠNG ĐIỂN HÌNH TIÊN TIẾN TRONG CÔNG TÁC TÁI HÒA NHẬP CỘNG ĐỒNG',
  subtitle: null,
  sheet: '05.Dien hinh',
  submittedBy: ['committee'],
  every: 'quarter',
  unit: 'reporter',
  key: ['exemplar_code'],
  columns: {
    exemplar_code: text('Mã điển hình', { need: 'required', store: 'unit', max: 40 }),
    display_name: text('Họ tên cá nhân (tên tập thể)', { need: 'required', store: 'vault' }),
    kind: choice(
      'Đối tượng',
      {
        hoan_luong: 'Người CHXAPT tiến bộ (gương hoàn lương)',
        nguoi_giup_do: 'Cá nhân quản lý, giáo dục, giúp đỡ',
        tap_the: 'Tập thể',
        doanh_nghiep: 'Doanh nghiệp, chủ cơ sở SXKD',
      },
      { need: 'required', store: 'unit' },
    ),
    level: choice(
      'Cấp công nhận',
      {
        xa: 'Cấp xã',
        tinh: 'Cấp tỉnh',
        bo: 'Bộ, ngành',
        nha_nuoc: 'Nhà nước',
        khac: 'Khác',
      },
      { need: 'required', store: 'unit' },
    ),
    form: choice(
      'Hình thức',
      {
        cong_nhan: 'Quyết định công nhận',
        giay_khen: 'Giấy khen',
        bang_khen: 'Bằng khen',
        bieu_duong: 'Biểu dương tại hội nghị',
        khac: 'Khác',
      },
      { need: 'required', store: 'unit' },
    ),
    decision_no: text('Số quyết định (văn bản)', { need: 'required', store: 'vault' }),
    recognised_on: date('Ngày công nhận', { need: 'required', store: 'unit' }),
    consent: yesNo('Cá nhân đồng ý cho tuyên truyền', { need: 'conditional', store: 'unit' }),
    withdrawn_on: date('Ngày thôi công nhận', { need: 'optional', store: 'unit' }),
  },
  rowChecks: [
    (row) =>
      (row.kind === 'hoan_luong' || row.kind === 'nguoi_giup_do') && row.consent === null
        ? [{ field: 'consent', code: 'required-when', facts: { when: 'điển hình là cá nhân' } }]
        : [],
    (row) =>
      row.withdrawn_on !== null && row.withdrawn_on < row.recognised_on
        ? [
            {
              field: 'withdrawn_on',
              code: 'date-order',
              facts: { other: 'Ngày công nhận', otherValue: row.recognised_on },
            },
          ]
        : [],
  ],
  tableChecks: [],
})
