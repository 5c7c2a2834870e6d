import type { OpenParameter } from './plan.ts'

/** What the plan leaves open, how it is read here, and why. */
export const openParameters: readonly OpenParameter[] = [
  {
    name: 'stage',
    chosen: 'prosecuted',
    instead: ['detected', 'convicted'],
    targets: ['T02'],
    clause: 'II.2',
    reason:
      'Kế hoạch không nêu thời điểm xác định tái phạm tội; lấy ngày khởi tố bị can, vụ việc đã đình chỉ thì không tính',
  },
  {
    name: 'population',
    chosen: 'managed',
    instead: ['returned'],
    targets: ['T02'],
    clause: 'II.2',
    reason:
      'Kế hoạch không nêu mẫu số; lấy tất cả người được quản lý tại địa phương trong kỳ, không chỉ người mới về',
  },
  {
    name: 'notices',
    chosen: 'release-notice',
    instead: ['returnee-register'],
    targets: ['T03a'],
    clause: 'II.3',
    reason:
      'Nếu lấy mẫu số từ danh sách của chính xã, phường thì luôn đạt 100%; lấy theo thông báo của cơ sở giam giữ',
  },
  {
    name: 'of',
    chosen: 'in-need',
    instead: ['all'],
    targets: ['T03c', 'T03d'],
    clause: 'II.3',
    reason:
      'Thủ tục pháp lý và giấy tờ chỉ đặt ra với người cần hỗ trợ, người còn thiếu giấy tờ; trường hợp chưa rà soát tính là cần',
  },
  {
    name: 'facilities',
    chosen: 'trai-tam-giam',
    instead: ['mọi cơ sở giam giữ có phạm nhân về tỉnh'],
    targets: ['T05'],
    clause: 'II.5',
    reason:
      'Mục II.5 không nêu cơ sở giam giữ; mục II.4 chỉ nêu các cơ sở giam giữ thuộc Công an tỉnh. Mỗi phạm nhân tính một lần, trong kỳ ra trại',
  },
  {
    name: 'communes',
    chosen: 'all',
    instead: ['with-residents'],
    targets: ['T06b'],
    clause: 'II.6',
    reason:
      'Câu chữ là “tối thiểu 30% các xã, phường”, nên tính trên toàn bộ 99 xã, phường, không chỉ nơi có người chấp hành xong án phạt tù',
  },
  {
    name: 'reach',
    chosen: 'reported',
    instead: [],
    targets: ['T01'],
    clause: 'II.1',
    reason:
      'Không có danh sách toàn dân để đếm; dùng số người không trùng do đơn vị tự ước tính, lũy kế từ đầu năm',
  },
  {
    name: 'windows',
    chosen: 'adm',
    instead: ['pol'],
    targets: [],
    clause: 'IV.2',
    reason:
      'Số liệu quý II chốt ngày 14/6 và phải gửi trước ngày 15/6, tức trong cùng ngày; Nghị định 09/2019/NĐ-CP, Điều 8 yêu cầu thời hạn gửi cách ngày chốt ít nhất 01 ngày làm việc: đề nghị Công an tỉnh xác nhận ngày chốt số liệu',
  },
]
