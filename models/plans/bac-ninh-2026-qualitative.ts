import type { QualitativeTarget } from './plan.ts'

/** What the plan asks for without a number. */
export const qualitative: readonly QualitativeTarget[] = [
  {
    id: 'Q1',
    clause: 'II.1',
    statement:
      'Nâng cao nhận thức, trách nhiệm của cấp ủy, chính quyền và Nhân dân trong quản lý, giáo dục, giúp đỡ người chấp hành xong án phạt tù',
  },
  {
    id: 'Q2',
    clause: 'II.3',
    statement: 'Rà soát và đào tạo nghề cho người chấp hành xong án phạt tù có nhu cầu',
  },
  {
    id: 'Q3',
    clause: 'II.4',
    statement:
      'Huy động nguồn lực xã hội giúp đỡ phạm nhân tại các cơ sở giam giữ thuộc Công an tỉnh và người về cư trú tại địa phương',
  },
  {
    id: 'Q4',
    clause: 'II.6',
    statement: 'Duy trì các mô hình hoạt động hiệu quả trong phạm vi cấp xã',
  },
  {
    id: 'Q5',
    clause: 'I.3',
    statement: 'Triển khai tiết kiệm, tránh hình thức, lãng phí, đạt hiệu quả',
  },
  {
    id: 'Q6',
    clause: 'III.5',
    statement: 'Xóa bỏ sự định kiến, kỳ thị đối với người chấp hành xong án phạt tù',
  },
]
