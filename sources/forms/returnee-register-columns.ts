import { amnestyRounds, releaseBases } from './choices.ts'
import { choice, commune, count, date, nationalId, text, year, yesNo } from './columns.ts'

const required = { need: 'required', store: 'person' } as const
const conditional = { need: 'conditional', store: 'person' } as const
const optional = { need: 'optional', store: 'person' } as const

const blankMeansNot = 'Ghi ngày thực hiện; để trống nếu chưa thực hiện.'

/**
 * The columns of Biểu 01, in seven groups. Sources: Thông tư 10/2024/TT-BCA (Điều 7–14, HCD-02, HCD-05), Nghị định 49/2020/NĐ-CP,
 * Quyết định 22/2023/QĐ-TTg.
 */
export const registerColumns = {
  row_no: count('STT', {
    need: 'optional',
    store: 'none',
    group: 'A. Nhân thân',
    droppable: true,
  }),
  case_file_no: text('Số hồ sơ quản lý', {
    need: 'required',
    store: 'identifier',
    max: 60,
    aliases: ['Số hồ sơ', 'Số hồ sơ THNCĐ', 'Mã hồ sơ'],
    help: 'Số hồ sơ tái hòa nhập cộng đồng của Công an cấp xã; không trùng trong xã, giữ nguyên khi chuyển đi.',
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
    help: '12 chữ số; để trống thì ghi lý do ở cột sau.',
  }),
  no_id_reason: choice(
    'Lý do chưa có số định danh',
    {
      chua_cap: 'Chưa được cấp',
      nuoc_ngoai: 'Người nước ngoài',
      khong_quoc_tich: 'Người không quốc tịch',
      dang_xac_minh: 'Đang xác minh',
    },
    { ...conditional, help: 'Ghi khi chưa có số định danh cá nhân.' },
  ),
  old_id: text('Số giấy tờ cũ (CMND 9 số, hộ chiếu)', {
    need: 'optional',
    store: 'identifier',
    max: 20,
    digits: 9,
    aliases: ['Số giấy tờ cũ', 'Số CMND', 'CMND'],
  }),
  birth_year: year('Năm sinh', { ...required, help: 'Ghi 4 chữ số, ví dụ 1985.' }),
  sex: choice('Giới tính', { nam: 'Nam', nu: 'Nữ' }, required),

  release_basis: choice('Diện về địa phương', releaseBases, {
    ...required,
    group: 'B. Căn cứ về địa phương',
  }),
  amnesty_round: choice('Đợt đặc xá', amnestyRounds, {
    ...conditional,
    help: 'Ghi với người được đặc xá.',
  }),
  release_date: date('Ngày ra trại (được tha, được đặc xá)', {
    ...required,
    aliases: ['Ngày ra trại'],
  }),
  certificate_date: date('Ngày cấp giấy chứng nhận CHXAPT (đặc xá)', {
    ...conditional,
    aliases: ['Ngày cấp giấy chứng nhận', 'Ngày cấp giấy chứng nhận CHXAPT'],
    help: 'Để trống khi đang trong thời gian thử thách.',
  }),
  completion_date: date('Ngày chấp hành xong án phạt tù', {
    ...conditional,
    help: 'Ghi khi đã có giấy chứng nhận.',
  }),
  probation_end: date('Ngày hết thời gian thử thách', {
    ...conditional,
    future: true,
    help: 'Ghi với người được tha tù trước thời hạn có điều kiện.',
  }),
  extra_penalty: choice(
    'Hình phạt bổ sung đang chấp hành',
    {
      khong: 'Không',
      quan_che: 'Quản chế',
      cam_cu_tru: 'Cấm cư trú',
      cam_dam_nhiem: 'Cấm đảm nhiệm chức vụ, cấm hành nghề…',
      tuoc_quyen: 'Tước một số quyền công dân',
    },
    { ...optional, droppable: true },
  ),

  entry_kind: choice(
    'Lý do có tên trong danh sách',
    {
      ra_trai: 'Mới ra trại về',
      chuyen_den: 'Chuyển đến',
      ra_soat: 'Rà soát bổ sung',
      sap_xep_dvhc: 'Nhận bàn giao do sắp xếp đơn vị hành chính',
    },
    { ...required, group: 'C. Tiếp nhận' },
  ),
  moved_from: commune('Xã, phường chuyển đi (nơi cũ)', {
    ...conditional,
    elsewhere: true,
    aliases: ['Xã, phường chuyển đi', 'Nơi cũ'],
    help: 'Ghi khi chuyển đến: mã xã hoặc tên xã kèm tên tỉnh.',
  }),
  arrived_on: date('Ngày về cư trú (ngày đến)', {
    ...required,
    aliases: ['Ngày về cư trú', 'Ngày về', 'Ngày đến'],
    help: 'Không trước ngày ra trại.',
  }),
  residence_kind: choice(
    'Hình thức cư trú',
    {
      thuong_tru: 'Thường trú',
      tam_tru: 'Tạm trú',
      noi_o_hien_tai: 'Nơi ở hiện tại (chưa đăng ký)',
    },
    required,
  ),
  notice_date: date('Ngày nhận thông báo của cơ sở giam giữ', { ...optional, droppable: true }),
  reported_on: date('Ngày trình diện tại UBND cấp xã', {
    ...conditional,
    aliases: ['Ngày trình diện'],
    help: 'Để trống thì ghi lý do chưa tiếp nhận.',
  }),
  received_on: date('Ngày tiếp nhận, lập hồ sơ quản lý', {
    ...conditional,
    aliases: ['Ngày tiếp nhận'],
    help: 'Không trước ngày về; để trống thì ghi lý do chưa tiếp nhận.',
  }),
  not_received_reason: choice(
    'Lý do chưa tiếp nhận',
    {
      chua_trinh_dien: 'Chưa trình diện',
      khong_ve: 'Không về nơi cư trú đã thông báo (đã gửi Mẫu HCD-03)',
      noi_khac: 'Đã xác định cư trú nơi khác',
      chet: 'Chết',
      khac: 'Khác',
    },
    conditional,
  ),
  helper_kind: choice(
    'Tổ chức, cá nhân được phân công giúp đỡ',
    {
      cong_an: 'Công an',
      mat_tran: 'Mặt trận',
      phu_nu: 'Hội Phụ nữ',
      thanh_nien: 'Đoàn Thanh niên',
      nong_dan: 'Hội Nông dân',
      cuu_chien_binh: 'Hội Cựu chiến binh',
      thon_to: 'Trưởng thôn, tổ trưởng dân phố',
      doanh_nghiep: 'Doanh nghiệp, cơ sở SXKD',
      khac: 'Khác',
      chua: 'Chưa phân công',
    },
    { ...required, aliases: ['Được phân công giúp đỡ'] },
  ),
  helper_on: date('Ngày phân công', { ...conditional, help: 'Ghi khi đã phân công.' }),

  counselled_on: date('Ngày tư vấn, trợ giúp về tâm lý', {
    ...optional,
    group: 'D. Biện pháp bảo đảm THNCĐ (ngày thực hiện; trống = chưa)',
    help: blankMeansNot,
  }),
  legal_need: yesNo('Cần hỗ trợ thủ tục pháp lý', required),
  legal_on: date('Ngày hỗ trợ thủ tục pháp lý', { ...optional, help: blankMeansNot }),
  papers_need: choice(
    'Giấy tờ cá nhân còn thiếu',
    {
      khong: 'Không thiếu',
      can_cuoc: 'Thẻ căn cước',
      cu_tru: 'Đăng ký cư trú',
      ho_tich: 'Giấy tờ hộ tịch',
      nhieu: 'Nhiều loại',
      chua: 'Chưa rà soát',
    },
    { ...required, help: 'Giữ nguyên loại giấy tờ đã thiếu sau khi cấp; ngày cấp ghi ở cột sau.' },
  ),
  papers_on: date('Ngày cấp đủ giấy tờ', {
    ...optional,
    help: 'Chỉ ghi khi có giấy tờ còn thiếu.',
  }),
  job_need: yesNo('Nhu cầu việc làm', required),
  job_info_on: date('Ngày được cung cấp thông tin việc làm', { ...optional, help: blankMeansNot }),
  job_intro_on: date('Ngày được giới thiệu việc làm', { ...optional, help: blankMeansNot }),
  training_need: yesNo('Nhu cầu học nghề', required),
  training_kind: choice(
    'Hình thức học nghề',
    { dao_tao: 'Đào tạo nghề', boi_duong: 'Bồi dưỡng nghề' },
    { ...conditional, help: 'Ghi khi đã bắt đầu học nghề.' },
  ),
  training_on: date('Ngày bắt đầu học nghề', { ...optional, help: blankMeansNot }),
  employment: choice(
    'Tình trạng việc làm',
    {
      on_dinh: 'Có việc làm ổn định',
      khong_on_dinh: 'Có việc làm chưa ổn định',
      chua_co: 'Chưa có việc làm',
      khong_lao_dong: 'Không tham gia lao động (đi học, già yếu, ốm đau)',
      chua: 'Chưa xác định',
    },
    required,
  ),
  new_job_on: date('Ngày có việc làm mới', { ...optional, help: 'Không trước ngày về.' }),

  credit_advised_on: date('Ngày được tư vấn chính sách tín dụng', {
    ...optional,
    group: 'E. Tín dụng (QĐ22)',
    help: blankMeansNot,
  }),
  loan_need: yesNo('Nhu cầu vay vốn', required),
  loan_eligible: yesNo('Đủ điều kiện vay theo QĐ22', {
    ...conditional,
    help: 'Ghi khi có nhu cầu vay vốn.',
  }),
  loan_guided_on: date('Ngày được hướng dẫn thủ tục vay', { ...optional, help: blankMeansNot }),
  loan_listed_on: date('Ngày lập danh sách gửi NHCSXH (Mẫu số 01)', {
    ...optional,
    aliases: ['Ngày lập danh sách gửi NHCSXH'],
    help: 'Trong 05 năm kể từ ngày chấp hành xong án phạt tù.',
  }),

  digitised: yesNo('Hồ sơ đã số hóa', { ...required, group: 'F. Hồ sơ, xếp loại' }),
  group: choice(
    'Xếp loại (nhóm)',
    { A: 'A', B: 'B', C: 'C', D: 'D', chua: 'Chưa xếp loại' },
    { ...required, aliases: ['Xếp loại', 'Nhóm'], help: 'Thông tư 10/2024/TT-BCA.' },
  ),
  absent_since: date('Vắng mặt, chưa rõ nơi ở từ ngày', { ...optional, droppable: true }),
  admin_violation: yesNo('Vi phạm pháp luật bị xử lý hành chính trong kỳ', {
    ...optional,
    droppable: true,
    next: 'empty',
  }),

  left_on: date('Ngày kết thúc quản lý (chuyển đi)', {
    ...conditional,
    group: 'G. Kết thúc, chuyển',
    aliases: ['Ngày kết thúc quản lý'],
    help: 'Ghi cùng với lý do.',
  }),
  left_reason: choice(
    'Lý do kết thúc quản lý (chuyển đi)',
    {
      xoa_an_tich: 'Được xóa án tích',
      chuyen_trong_tinh: 'Chuyển nơi cư trú trong tỉnh',
      chuyen_ngoai_tinh: 'Chuyển nơi cư trú ra ngoài tỉnh',
      chet: 'Chết',
      an_moi: 'Chấp hành án phạt tù về tội mới',
      huy_tha_tu: 'Bị hủy quyết định tha tù trước thời hạn có điều kiện',
      xuat_canh: 'Xuất cảnh',
      ghi_trung: 'Ghi trùng, ghi nhầm',
      khac: 'Khác',
    },
    {
      ...conditional,
      aliases: ['Lý do kết thúc quản lý'],
      help: 'Bị bắt, bị khởi tố không phải là lý do kết thúc quản lý.',
    },
  ),
  moved_to: commune('Xã, phường chuyển đến (nơi mới)', {
    ...conditional,
    elsewhere: true,
    aliases: ['Xã, phường chuyển đến', 'Nơi mới'],
    help: 'Ghi khi chuyển đi: mã xã hoặc tên xã kèm tên tỉnh.',
  }),
  remark: text('Ghi chú', {
    need: 'optional',
    store: 'vault',
    max: 1000,
    droppable: true,
    help: 'Không ghi số định danh, họ tên người khác.',
  }),
}
