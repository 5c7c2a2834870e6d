import { checksOf } from './checks.ts'
import { choice, date, text, yesNo } from './columns.ts'
import { defineForm, type RowOf } from './form.ts'

const columns = {
  exemplar_code: text('Mã điển hình', {
    need: 'required',
    store: 'unit',
    max: 40,
    help: 'Hệ thống cấp một lần, giữ nguyên.',
  }),
  display_name: text('Họ tên cá nhân (tên tập thể)', {
    need: 'required',
    store: 'vault',
    max: 200,
    aliases: ['Họ tên cá nhân', 'Họ tên cá nhân, tên tập thể'],
  }),
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
  decision_no: text('Số quyết định (văn bản)', {
    need: 'required',
    store: 'vault',
    max: 100,
    aliases: ['Số quyết định'],
  }),
  recognised_on: date('Ngày công nhận', { need: 'required', store: 'unit' }),
  consent: yesNo('Cá nhân đồng ý cho tuyên truyền', {
    need: 'conditional',
    store: 'unit',
    help: 'Ghi khi điển hình là cá nhân.',
  }),
  withdrawn_on: date('Ngày thôi công nhận', { need: 'optional', store: 'unit' }),
}

const { notBefore, requiredWhen } = checksOf(columns)
const single = ({ kind }: RowOf<typeof columns>) =>
  kind === 'hoan_luong' || kind === 'nguoi_giup_do'

/**
 * Biểu 05: exemplary persons and groups of reintegration work, one row each. Sent by UBND cấp xã each quarter.
 *
 * Names stay in the vault: "gương hoàn lương" names a former convict.
 */
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
  columns,
  rowChecks: [
    requiredWhen('consent', 'điển hình là cá nhân', single, 'warning'),
    notBefore('withdrawn_on', 'recognised_on'),
  ],
  tableChecks: [],
})
