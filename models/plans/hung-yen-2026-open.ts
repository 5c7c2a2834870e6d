import type { OpenParameter } from './plan.ts'

/** What the plan leaves open, how it is read here, and why. */
export const openParameters: readonly OpenParameter[] = [
  {
    name: 'reports',
    chosen: 'mỗi văn bản một báo cáo theo kỳ của nó',
    instead: ['một báo cáo chung cho cả hai kỳ'],
    targets: [],
    clause: 'II.1.2',
    reason:
      'Nghị định số 49/2020/NĐ-CP tính từ 15/6/2020, Quyết định số 22/2023/QĐ-TTg tính từ 10/10/2023, cùng đến 14/01/2026; số liệu hai kỳ khác nhau nên tách hai báo cáo',
  },
  {
    name: 'old-units',
    chosen: 'theo năm và đơn vị cũ',
    instead: ['chỉ tổng số của tỉnh hiện nay'],
    targets: [],
    clause: 'II.1.2',
    reason:
      'Kỳ tổng kết bắt đầu trước khi hai tỉnh Hưng Yên và Thái Bình hợp nhất (01/7/2025); Kế hoạch không nêu cách ghi, nên số liệu kê theo từng năm và đơn vị hành chính cũ',
  },
  {
    name: 'outline',
    chosen: 'các mục II.1.1 đến II.1.5 của Kế hoạch',
    instead: ['Đề cương kèm theo Kế hoạch'],
    targets: [],
    clause: 'II.1.5',
    reason:
      'Đề cương và Phụ lục được nhắc đến nhưng không có trong bản văn; báo cáo theo các mục của chính Kế hoạch cho đến khi có Đề cương',
  },
  {
    name: 'stage',
    chosen: 'prosecuted',
    instead: ['detected', 'convicted'],
    targets: [],
    indicators: ['reoffending-rate'],
    clause: 'II.1.5',
    reason:
      'Kế hoạch yêu cầu đánh giá phòng, chống tái phạm tội mà không nêu thời điểm xác định; lấy số người bị khởi tố như ở Biểu 11',
  },
  {
    name: 'who',
    chosen: 'plan',
    instead: ['tt10'],
    targets: [],
    clause: 'I.1',
    reason:
      'Kế hoạch nêu người chấp hành xong án phạt tù, người được đặc xá; người được tha tù trước thời hạn có điều kiện chỉ nêu ở phần Hội Luật gia (II.1.5), vẫn tính theo Nghị định số 49/2020/NĐ-CP',
  },
]
