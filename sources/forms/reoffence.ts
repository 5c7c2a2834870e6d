import { caseFile, nid } from '../vocabulary/identifier.ts'
import { checksOf } from './checks.ts'
import { choice, commune, date, nationalId, text } from './columns.ts'
import { defineForm, type RowOf } from './form.ts'

const required = { need: 'required', store: 'person' } as const
const conditional = { need: 'conditional', store: 'person' } as const
const optional = { need: 'optional', store: 'person' } as const

const columns = {
  case_ref: text('Mã vụ việc', {
    ...required,
    max: 60,
    aliases: ['Mã vụ'],
    help: 'Phòng CS THAHS&HTTP đánh số; giữ nguyên ở các giai đoạn sau.',
  }),
  full_name: text('Họ, chữ đệm và tên', {
    need: 'required',
    store: 'vault',
    max: 100,
    aliases: ['Họ và tên', 'Họ tên'],
  }),
  national_id: nationalId('Số định danh cá nhân', {
    need: 'conditional',
    store: 'identifier',
    aliases: ['Số định danh', 'Số CCCD', 'Số căn cước', 'Số căn cước công dân', 'CCCD'],
    help: '12 chữ số; chưa có thì ghi số hồ sơ quản lý.',
  }),
  case_file_no: text('Số hồ sơ quản lý (nếu có)', {
    need: 'conditional',
    store: 'identifier',
    max: 60,
    aliases: ['Số hồ sơ quản lý', 'Số hồ sơ'],
  }),
  commune: commune('Xã, phường quản lý khi xảy ra', {
    ...required,
    aliases: ['Xã, phường quản lý', 'Xã, phường'],
    help: 'Mã hoặc tên xã, phường trong tỉnh.',
  }),
  offence_on: date('Ngày thực hiện hành vi', required),
  place: choice('Nơi xảy ra', { trong_tinh: 'Trong tỉnh', ngoai_tinh: 'Ngoài tỉnh' }, required),
  detected_on: date('Ngày phát hiện, tạm giữ', optional),
  prosecuted_on: date('Ngày khởi tố bị can', { ...optional, aliases: ['Ngày khởi tố'] }),
  convicted_on: date('Ngày bản án có hiệu lực pháp luật', optional),
  dropped_on: date('Ngày đình chỉ, không khởi tố hoặc tuyên không phạm tội', {
    ...optional,
    aliases: ['Ngày đình chỉ'],
    help: 'Vụ việc đã có ngày ở cột này được rút khỏi số đếm của mọi kỳ.',
  }),
  offence_group: choice(
    'Nhóm tội',
    {
      an_ninh: 'Chương XIII',
      tinh_mang: 'XIV Tính mạng, sức khỏe, nhân phẩm, danh dự',
      so_huu: 'XVI Sở hữu',
      kinh_te: 'XVIII–XIX Kinh tế, môi trường',
      ma_tuy: 'XX Ma túy',
      trat_tu: 'XXI An toàn, trật tự công cộng',
      hanh_chinh: 'XXII Trật tự quản lý hành chính',
      chuc_vu: 'XXIII Chức vụ',
      khac: 'Khác',
    },
    { ...required, help: 'Theo chương của Bộ luật Hình sự.' },
  ),
  seriousness: choice(
    'Loại tội phạm',
    {
      it: 'Ít nghiêm trọng',
      nghiem_trong: 'Nghiêm trọng',
      rat: 'Rất nghiêm trọng',
      dac_biet: 'Đặc biệt nghiêm trọng',
      chua: 'Chưa xác định',
    },
    required,
  ),
  intent: choice(
    'Lỗi',
    { co_y: 'Cố ý', vo_y: 'Vô ý', chua: 'Chưa xác định' },
    { ...optional, droppable: true },
  ),
  court_finding: choice(
    'Tòa án xác định',
    { tai_pham: 'Tái phạm', tai_pham_nguy_hiem: 'Tái phạm nguy hiểm', khong: 'Không' },
    { ...conditional, help: 'Chỉ ghi theo bản án (Bộ luật Hình sự, Điều 53).' },
  ),
  source: choice(
    'Nguồn thông tin',
    {
      dieu_tra: 'Cơ quan điều tra trong tỉnh',
      tinh_khac: 'Công an tỉnh khác',
      cong_an_xa: 'Công an cấp xã',
      csdl: 'Tra cứu cơ sở dữ liệu',
      tand_vksnd: 'Tòa án, Viện kiểm sát',
    },
    required,
  ),
}

const { notBefore, requiredWhen, onlyWhen } = checksOf(columns)
type Row = RowOf<typeof columns>
const convicted = (row: Row) => row.convicted_on !== null

/**
 * Biểu 03: one person in one case, all of the plan's year to date; the newest list decides, for earlier windows too. Sent by the
 * province's police each month.
 *
 * Until a judgment is in force the words are "bị khởi tố về hành vi phạm tội mới"; "tái phạm" is the court's (Bộ luật Hình sự, Điều 53).
 */
export const reoffence = defineForm({
  id: 'reoffence',
  number: '03',
  version: 1,
  title: 'DANH SÁCH NGƯỜI CHẤP HÀNH XONG ÁN PHẠT TÙ CÓ HÀNH VI PHẠM TỘI MỚI',
  subtitle: null,
  sheet: '03.Pham toi moi',
  submittedBy: ['agency'],
  every: 'month',
  unit: { column: 'commune' },
  key: ['case_ref', 'national_id', 'case_file_no'],
  columns,
  identifiers({ national_id, case_file_no, commune }) {
    return [
      ...(national_id === null ? [] : [nid(national_id)]),
      ...(case_file_no === null ? [] : [caseFile(commune, case_file_no)]),
    ]
  },
  rowChecks: [
    requiredWhen('national_id', 'không có số hồ sơ quản lý', (row) => row.case_file_no === null),
    notBefore('detected_on', 'offence_on'),
    notBefore('prosecuted_on', 'offence_on'),
    requiredWhen('prosecuted_on', 'đã có bản án có hiệu lực pháp luật', convicted),
    notBefore('convicted_on', 'prosecuted_on'),
    notBefore('dropped_on', 'offence_on'),
    requiredWhen('court_finding', 'đã có bản án có hiệu lực pháp luật', convicted, 'warning'),
    onlyWhen('court_finding', 'đã có bản án có hiệu lực pháp luật', convicted, 'warning'),
  ],
  tableChecks: [],
})
