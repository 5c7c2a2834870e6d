import type { OpenParameter } from './plan.ts'

/** What the plan leaves open, how it is read here, and why. */
export const openParameters: readonly OpenParameter[] = [
  {
    name: 'windows',
    chosen: 'pol',
    instead: ['từ 01/12 năm trước đến 31/5 và đến 30/11'],
    targets: [],
    clause: 'IV.1',
    reason:
      'Kế hoạch chỉ nêu hạn gửi (trước 01/6, trước 01/12), không nêu kỳ; lấy kỳ của ngành Công an (15/11 năm trước đến 14/5 và đến 14/11) để còn thời gian tổng hợp: đề nghị Công an tỉnh xác nhận',
  },
  {
    name: 'deadline',
    chosen: 'từng năm kế hoạch',
    instead: ['đến hết năm 2030'],
    targets: ['T02', 'T03', 'T04a', 'T04b', 'T05', 'T06'],
    clause: 'III.2, III.12.4, III.12.6',
    reason:
      'Kế hoạch giai đoạn 2026 - 2030 không nêu từng chỉ tiêu phải đạt hằng năm hay đến năm 2030; xem xét từng năm để phát hiện sớm nơi chưa đạt',
  },
  {
    name: 'roadmap',
    chosen: 'không có hạn',
    instead: ['đến hết năm 2030'],
    targets: ['T01'],
    clause: 'II.5',
    reason:
      'Kế hoạch ghi “lộ trình theo chỉ đạo của Bộ Công an”, không nêu ngày; chỉ theo dõi tiến độ, không kết luận không đạt',
  },
  {
    name: 'stage',
    chosen: 'prosecuted',
    instead: ['detected', 'convicted'],
    targets: [],
    indicators: ['reoffending-rate', 'reoffending-within-12-months'],
    clause: 'III.1.1',
    reason:
      'Kế hoạch yêu cầu hạn chế tái phạm tội mà không nêu thời điểm xác định; lấy ngày khởi tố bị can, vụ việc đã đình chỉ thì không tính',
  },
  {
    name: 'who',
    chosen: 'plan',
    instead: ['tt10'],
    targets: ['T02', 'T03', 'T05', 'T06'],
    clause: 'III.2, III.12.6',
    reason:
      'Kế hoạch không định nghĩa người chấp hành xong án phạt tù; lấy theo Nghị định 49/2020/NĐ-CP, gồm cả người được đặc xá, người được tha tù trước thời hạn có điều kiện',
  },
  {
    name: 'of',
    chosen: 'stock',
    instead: ['returned'],
    targets: ['T03'],
    clause: 'III.2',
    reason:
      'Kế hoạch không nêu 70% tính trên người đang quản lý hay người mới về trong kỳ; lấy toàn bộ người có mặt cuối kỳ, vì ổn định cuộc sống cần thời gian',
  },
  {
    name: 'stable',
    chosen: 'có việc làm ổn định',
    instead: ['có việc làm, kể cả chưa ổn định'],
    targets: ['T03'],
    clause: 'III.2',
    reason:
      'Câu chữ là “có việc làm, ổn định cuộc sống”: phải đủ cả hai; chỉ tính người có tình trạng việc làm ổn định',
  },
  {
    name: 'comparator',
    chosen: 'từ 70% trở lên',
    instead: ['đúng 70%'],
    targets: ['T03'],
    clause: 'III.2',
    reason: 'Kế hoạch ghi “phấn đấu 70%” không kèm dấu so sánh; trên 70% không thể là không đạt',
  },
  {
    name: 'threshold-day',
    chosen: 'ngày cuối kỳ',
    instead: ['bất cứ ngày nào trong kỳ'],
    targets: ['T04a', 'T04b'],
    clause: 'III.12.4',
    reason:
      'Kế hoạch không nêu thời điểm đếm 10 người; lấy số người có mặt tại xã, phường ngày cuối kỳ',
  },
  {
    name: 'rating',
    chosen: 'tieu_bieu',
    instead: ['all'],
    targets: ['T04a'],
    clause: 'III.12.4',
    reason:
      'Kế hoạch không nêu ai công nhận mô hình tiêu biểu; lấy kết quả phân loại của UBND cấp xã ở Biểu 04',
  },
  {
    name: 'individual',
    chosen: 'cá nhân được công nhận, chưa thôi công nhận',
    instead: ['cá nhân được công nhận trong năm'],
    targets: ['T04b'],
    clause: 'III.12.4',
    reason:
      'Kế hoạch không nêu thời điểm công nhận; tính mọi cá nhân điển hình (người tiến bộ, người giúp đỡ) còn được công nhận đến hết kỳ, không tính tập thể',
  },
  {
    name: 'of',
    chosen: 'stock',
    instead: ['returned'],
    targets: ['T05'],
    clause: 'III.12.6',
    reason:
      'Câu chữ là “về cư trú”; tư vấn chính sách đặt ra với mọi người đang cư trú, không chỉ người mới về trong kỳ',
  },
  {
    name: 'eligible',
    chosen: 'người có nhu cầu vay, trừ người đã xác định không đủ điều kiện',
    instead: ['chỉ người đã xác định đủ điều kiện'],
    targets: ['T06'],
    clause: 'III.12.6',
    reason:
      'Chỉ tiêu là lập danh sách gửi ngân hàng, không phải được vay; trường hợp chưa rà soát tính là đủ điều kiện để không bỏ sót',
  },
]
