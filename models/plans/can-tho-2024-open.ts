import type { OpenParameter } from './plan.ts'

/** What the plan leaves open, how it is read here, and why. */
export const openParameters: readonly OpenParameter[] = [
  {
    name: 'scope',
    chosen: 'các xã, phường kế thừa địa bàn thành phố Cần Thơ trước 01/7/2025',
    instead: ['toàn bộ thành phố Cần Thơ sau sắp xếp'],
    targets: [],
    clause: 'II.9, IV.1',
    reason:
      'Kế hoạch ban hành ngày 30/7/2024 cho 9 quận, huyện; sau khi hợp nhất với Hậu Giang và Sóc Trăng chưa nhận được văn bản mở rộng phạm vi, nên chỉ theo dõi địa bàn cũ',
  },
  {
    name: 'committees',
    chosen: 'UBND cấp xã báo cáo từ 01/7/2025',
    instead: ['không còn ai báo cáo thay UBND quận, huyện'],
    targets: [],
    clause: 'II.9, IV.1',
    reason:
      'Kế hoạch giao UBND quận, huyện; từ 01/7/2025 không còn cấp huyện, nhiệm vụ chuyển về UBND xã, phường',
  },
  {
    name: 'end',
    chosen: 'đến năm 2033',
    instead: ['đến khi có văn bản thay thế'],
    targets: [],
    clause: 'IV.1',
    reason:
      'Kế hoạch không nêu thời hạn kết thúc; lịch báo cáo được lập sẵn cho mười năm báo cáo, kéo dài khi cần',
  },
  {
    name: 'first-report',
    chosen: 'báo cáo năm 2024, trước 15/11/2024',
    instead: ['báo cáo 6 tháng đầu năm 2025'],
    targets: [],
    clause: 'IV.1',
    reason:
      'Kế hoạch ban hành sau hạn báo cáo 6 tháng đầu năm 2024; kỳ năm 2024 (15/11/2023 - 14/11/2024) bắt đầu trước Kế hoạch nhưng đến hạn sau đó',
  },
  {
    name: 'stage',
    chosen: 'prosecuted',
    instead: ['detected', 'convicted'],
    targets: [],
    indicators: ['reoffending-rate', 'reoffending-within-12-months'],
    clause: 'II.6',
    reason:
      'Kế hoạch yêu cầu không để tái phạm mà không nêu thời điểm xác định; lấy ngày khởi tố bị can, vụ việc đã đình chỉ thì không tính',
  },
  {
    name: 'who',
    chosen: 'plan',
    instead: ['tt10'],
    targets: [],
    clause: 'II',
    reason:
      'Kế hoạch không định nghĩa người chấp hành xong án phạt tù; lấy theo Nghị định 49/2020/NĐ-CP, gồm cả người được đặc xá, người được tha tù trước thời hạn có điều kiện',
  },
]
