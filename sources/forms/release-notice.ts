import { nid, oldId } from '../vocabulary/identifier.ts'
import { checksOf } from './checks.ts'
import { amnestyRounds, releaseBases } from './choices.ts'
import { choice, commune, date, nationalId, text, year } from './columns.ts'
import { defineForm, type RowOf } from './form.ts'
import { agreesWithBirth, bornBetween } from './person-checks.ts'

const columns = {
  full_name: text('Họ, chữ đệm và tên', {
    need: 'required',
    store: 'vault',
    max: 100,
    aliases: ['Họ và tên', 'Họ tên'],
  }),
  national_id: nationalId('Số định danh cá nhân', {
    need: 'optional',
    store: 'identifier',
    aliases: ['Số định danh', 'Số CCCD', 'Số căn cước', 'Số căn cước công dân', 'CCCD'],
    help: '12 chữ số.',
  }),
  old_id: text('Số giấy tờ cũ (CMND 9 số, hộ chiếu)', {
    need: 'optional',
    store: 'identifier',
    max: 20,
    digits: 9,
    aliases: ['Số giấy tờ cũ', 'Số CMND', 'CMND'],
  }),
  birth_year: year('Năm sinh', {
    need: 'required',
    store: 'person',
    help: 'Ghi 4 chữ số, ví dụ 1985.',
  }),
  facility: text('Cơ sở giam giữ thông báo', {
    need: 'required',
    store: 'person',
    max: 200,
    aliases: ['Cơ sở giam giữ'],
  }),
  notice_no: text('Số, ký hiệu thông báo (quyết định)', {
    need: 'optional',
    store: 'vault',
    max: 100,
    droppable: true,
    aliases: ['Số, ký hiệu thông báo', 'Số thông báo'],
  }),
  notice_date: date('Ngày thông báo', { need: 'required', store: 'person' }),
  release_basis: choice('Diện về địa phương', releaseBases, { need: 'required', store: 'person' }),
  amnesty_round: choice('Đợt đặc xá', amnestyRounds, {
    need: 'conditional',
    store: 'person',
    help: 'Ghi với người được đặc xá.',
  }),
  release_date: date('Ngày ra trại', {
    need: 'required',
    store: 'person',
    future: true,
    aliases: ['Ngày ra trại (được tha, được đặc xá)'],
    help: 'Cơ sở giam giữ thông báo trước 02 tháng: ngày ra trại có thể sau ngày gửi.',
  }),
  commune: commune('Xã, phường về cư trú', {
    need: 'required',
    store: 'person',
    aliases: ['Xã, phường', 'Nơi về cư trú'],
    help: 'Mã hoặc tên xã, phường trong tỉnh.',
  }),
  outcome: choice(
    'Kết quả xác minh',
    {
      dung: 'Đúng địa chỉ',
      noi_khac_trong_tinh: 'Về xã, phường khác trong tỉnh',
      ngoai_tinh: 'Về tỉnh khác',
      chua_ro: 'Chưa rõ',
    },
    { need: 'optional', store: 'person' },
  ),
}

const { requiredWhen, onlyWhen, unique } = checksOf(columns)
type Row = RowOf<typeof columns>
const amnestied = (row: Row) => row.release_basis === 'dac_xa'

/**
 * Biểu 02: whom the facilities announced towards the communes, the independent denominator of reception. Sent by the province's
 * police each month; one row per notice. Source: Thông tư 10/2024/TT-BCA, Điều 8.
 *
 * Each month's list is of its own notices: one of somebody without papers that stood in two lists would be counted twice.
 */
export const releaseNotice = defineForm({
  id: 'release-notice',
  number: '02',
  version: 1,
  title:
    'DANH SÁCH NGƯỜI CHẤP HÀNH XONG ÁN PHẠT TÙ, ĐƯỢC ĐẶC XÁ, ĐƯỢC THA TÙ TRƯỚC THỜI HẠN CÓ ĐIỀU KIỆN THEO THÔNG BÁO CỦA CƠ SỞ GIAM GIỮ',
  subtitle: null,
  sheet: '02.Thong bao',
  submittedBy: ['agency'],
  every: 'month',
  unit: { column: 'commune' },
  key: [],
  columns,
  identifiers({ national_id, old_id }) {
    return [
      ...(national_id === null ? [] : [nid(national_id)]),
      ...(old_id === null ? [] : [oldId(old_id)]),
    ]
  },
  carries: () => false,
  rowChecks: [
    agreesWithBirth((row: Row) => row),
    bornBetween((row: Row) => row.birth_year),
    requiredWhen('amnesty_round', 'diện được đặc xá', amnestied, 'warning'),
    onlyWhen('amnesty_round', 'diện được đặc xá', amnestied, 'warning'),
  ],
  tableChecks: [unique(['national_id', 'release_date']), unique(['old_id', 'release_date'])],
})
