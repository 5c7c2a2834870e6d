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
    name: 'who',
    chosen: 'plan',
    instead: ['tt10'],
    targets: ['T02', 'T03a', 'T03b', 'T03c', 'T03d', 'T03e', 'T03f'],
    clause: 'II.2, II.3',
    reason:
      'Kế hoạch không định nghĩa người chấp hành xong án phạt tù; lấy theo Nghị định 49/2020/NĐ-CP, gồm cả người được đặc xá, người được tha tù trước thời hạn có điều kiện',
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
    name: 'kind',
    chosen: 'legal',
    instead: ['psychological'],
    targets: ['T03b'],
    clause: 'II.3',
    reason:
      'Câu chữ là “được tư vấn, trợ giúp về pháp lý”, khác các kế hoạch nêu trợ giúp về tâm lý; tính đúng theo câu chữ',
  },
  {
    name: 'basis',
    chosen: 'tally',
    instead: [],
    targets: ['T03b'],
    clause: 'II.3',
    reason:
      'Danh sách theo dõi chỉ ghi ngày tư vấn, trợ giúp về tâm lý; tư vấn, trợ giúp về pháp lý chỉ có ở số liệu tổng hợp của UBND cấp huyện (Biểu 11)',
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
    name: 'trained-or-placed',
    chosen: 'đào tạo nghề hoặc tìm được việc làm mới',
    instead: ['đào tạo nghề và tìm được việc làm mới'],
    targets: ['T03f'],
    clause: 'II.3',
    reason:
      'Câu chữ nối “bồi dưỡng, đào tạo nghề, tìm được việc làm mới” bằng dấu phẩy; tính người được một trong các nội dung, mỗi người một lần',
  },
  {
    name: 'above-range',
    chosen: 'vượt chỉ tiêu',
    instead: ['không đạt'],
    targets: ['T03f'],
    clause: 'II.3',
    reason:
      'Chỉ tiêu ghi “từ 20-25%”; từ 20% trở lên là đạt, trên 25% là vượt, vì mục đích là thêm người có nghề, có việc',
  },
  {
    name: 'measures',
    chosen: 'đủ cả ba nội dung',
    instead: ['từng nội dung'],
    targets: ['T06a'],
    clause: 'II.6',
    reason:
      'Câu chữ nêu tuyên truyền, tư vấn pháp luật, kỹ năng tìm kiếm việc làm cho 100% phạm nhân; một người đạt khi được đủ cả ba, tính trên số có mặt cuối kỳ',
  },
  {
    name: 'working-age',
    chosen:
      'từ đủ 15 tuổi đến tuổi nghỉ hưu của năm báo cáo (Bộ luật Lao động 2019, Điều 3 và Điều 169)',
    instead: ['từ đủ 18 tuổi', 'không giới hạn trên'],
    targets: ['T06b'],
    clause: 'II.6',
    reason:
      'Kế hoạch không nêu độ tuổi lao động; tuổi nghỉ hưu tăng dần theo lộ trình nên cơ sở giam giữ tính theo năm báo cáo',
  },
  {
    name: 'model-of',
    chosen: 'mô hình đang hoạt động do UBND huyện, thành phố báo cáo',
    instead: ['chỉ mô hình phạm vi cấp huyện'],
    targets: ['T07'],
    clause: 'II.7',
    reason:
      'Kế hoạch không nêu phạm vi của mô hình; huyện, thành phố có ít nhất một mô hình đang hoạt động, ở bất cứ phạm vi nào, là đạt',
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
    chosen: 'pol',
    instead: ['cal', 'adm'],
    targets: [],
    clause: 'IV.1',
    reason:
      'Kế hoạch không nêu ngày chốt số liệu; hạn trước ngày 16 hằng tháng khớp kỳ từ ngày 15 đến ngày 14, hạn năm trước 15/11/2022 khớp năm từ 15/11/2021 đến 14/11/2022, số liệu năm chốt và gửi trong cùng ngày 14/11',
  },
  {
    name: 'months',
    chosen: 'từ tháng 3/2022 đến tháng 11/2022',
    instead: ['từ tháng 1/2022', 'đến tháng 12/2022'],
    targets: [],
    clause: 'IV.1',
    reason:
      'Bản văn không còn ngày ban hành; báo cáo tháng được tính từ kỳ đầu tiên sau hạn gửi kế hoạch triển khai (15/3/2022), đến kỳ cuối của năm báo cáo',
  },
]
