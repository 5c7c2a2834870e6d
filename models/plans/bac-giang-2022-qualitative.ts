import type { QualitativeTarget } from './plan.ts'

/** What the plan asks for without a number. */
export const qualitative: readonly QualitativeTarget[] = [
  {
    id: 'Q1',
    clause: 'II.4',
    statement:
      'Có cơ chế, chính sách về dạy nghề, giải quyết việc làm cho người chấp hành xong án phạt tù; ưu đãi, khuyến khích doanh nghiệp, tổ chức, cá nhân tham gia giải quyết việc làm',
  },
  {
    id: 'Q2',
    clause: 'II.5',
    statement:
      'Huy động nguồn lực xã hội tham gia quản lý, giáo dục, giúp đỡ phạm nhân tại Trại tạm giam Công an tỉnh và người chấp hành xong án phạt tù về cư trú tại địa phương',
  },
  {
    id: 'Q3',
    clause: 'II.7',
    statement:
      'Duy trì các mô hình hoạt động hiệu quả; xây dựng và nhân rộng gương điển hình tiên tiến về tái hòa nhập cộng đồng',
  },
  {
    id: 'Q4',
    clause: 'I.4',
    statement:
      'Bảo đảm tiết kiệm, tránh hình thức, lãng phí; nguồn lực được phân bổ hợp lý, sử dụng đúng mục đích',
  },
]
