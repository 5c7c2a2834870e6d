import type { QualitativeTarget } from './plan.ts'

/** What the plan asks for; it has no target with a number. */
export const qualitative: readonly QualitativeTarget[] = [
  {
    id: 'Q1',
    clause: 'I.1',
    statement:
      'Quán triệt, thực hiện nghiêm túc, có hiệu quả Chỉ thị số 32-CT/TU ngày 07/5/2024 của Ban Thường vụ Thành ủy Cần Thơ',
  },
  {
    id: 'Q2',
    clause: 'I.2',
    statement:
      'Nâng cao trách nhiệm, hiệu quả quản lý của các sở, ban, ngành, đoàn thể; phối hợp chặt chẽ, kịp thời kiểm tra, đôn đốc, tháo gỡ khó khăn, vướng mắc',
  },
  {
    id: 'Q3',
    clause: 'I.3',
    statement:
      'Xác định rõ nội dung công việc, phân công trách nhiệm cụ thể; nghiêm cấm mọi hành vi kỳ thị, phân biệt đối xử hoặc xâm phạm quyền và lợi ích hợp pháp',
  },
  {
    id: 'Q4',
    clause: 'I.4',
    statement: 'Bảo đảm chế độ thông tin báo cáo theo quy định',
  },
]
