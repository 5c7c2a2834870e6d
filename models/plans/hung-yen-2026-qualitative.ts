import type { QualitativeTarget } from './plan.ts'

/** What the review is to achieve; the plan has no target with a number. */
export const qualitative: readonly QualitativeTarget[] = [
  {
    id: 'Q1',
    clause: 'I.1',
    statement:
      'Đánh giá toàn diện, đúng thực trạng; làm rõ ưu điểm, tồn tại, hạn chế, bài học kinh nghiệm; đề ra nhiệm vụ, giải pháp, kiến nghị, đề xuất',
  },
  {
    id: 'Q2',
    clause: 'I.2',
    statement:
      'Nâng cao vai trò, trách nhiệm của cấp ủy, chính quyền, cơ quan, đoàn thể; biểu dương, khen thưởng tập thể, cá nhân có thành tích xuất sắc',
  },
  {
    id: 'Q3',
    clause: 'I.3',
    statement:
      'Nghiêm túc, hiệu quả, tiết kiệm, tránh hình thức; bảo đảm tiến độ, thời gian theo kế hoạch',
  },
]
