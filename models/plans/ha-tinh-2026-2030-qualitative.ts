import type { QualitativeTarget } from './plan.ts'

/** What the plan asks for without a number. */
export const qualitative: readonly QualitativeTarget[] = [
  { id: 'Q1', clause: 'III.1.1', statement: 'Hạn chế tái phạm tội' },
  {
    id: 'Q2',
    clause: 'II.1, III.1.4, III.5, III.12.2',
    statement:
      'Đẩy mạnh tuyên truyền, phổ biến, giáo dục pháp luật; đổi mới nội dung, hình thức; xóa bỏ thái độ, hành vi định kiến',
  },
  {
    id: 'Q3',
    clause: 'II.2, III.1.6',
    statement: 'Tăng cường kiểm tra, hướng dẫn các cơ quan, đơn vị, UBND cấp xã',
  },
  {
    id: 'Q4',
    clause: 'II.3',
    statement:
      'Chú trọng tư vấn, định hướng nghề nghiệp, đào tạo nghề, vay vốn, tìm việc làm, xây dựng và nhân rộng mô hình, cá nhân điển hình; đẩy mạnh xã hội hóa nguồn lực',
  },
  {
    id: 'Q5',
    clause: 'II.4',
    statement: 'Cập nhật đầy đủ, kịp thời thông tin về án tích, phục vụ cấp phiếu lý lịch tư pháp',
  },
  {
    id: 'Q6',
    clause: 'II.4',
    statement: 'Mỗi UBND cấp xã xây dựng kế hoạch hỗ trợ, theo dõi, giám sát và giúp đỡ',
  },
  {
    id: 'Q7',
    clause: 'II.5',
    statement: 'Ứng dụng khoa học công nghệ, chuyển đổi số, số hóa các hoạt động',
  },
  {
    id: 'Q8',
    clause: 'III.12.4',
    statement: 'Rà soát, đánh giá, phân loại các mô hình hiện có; nhân rộng, xây dựng mới',
  },
  {
    id: 'Q9',
    clause: 'I.2',
    statement:
      'Kịp thời biểu dương, khen thưởng tập thể, cá nhân xuất sắc; xử lý nghiêm trường hợp vi phạm, chấn chỉnh sơ hở, thiếu sót',
  },
]
