import { means } from '../core/means.ts'
import { defineIndicator } from './indicator.ts'
import { total } from './measures.ts'
import { committees } from './sources.ts'

/** What society gave for reintegration since the start of the year, of that and what budgets spent; in thousands of đồng. */
export const socialFunding = defineIndicator({
  id: 'social-funding',
  title: 'Tỷ lệ kinh phí huy động từ xã hội trong kinh phí tái hòa nhập cộng đồng',
  counted: 'nghìn đồng',
  theme: 'support',
  better: 'higher',
  finest: 'quarter',
  sensitivity: 'public',
  basis: 'form',
  legalBasis: 'Nghị định 49/2020/NĐ-CP, Chương IV; Kế hoạch của tỉnh',
  definition:
    'Số tiền xã hội hóa và đóng góp Quỹ tái hòa nhập cộng đồng cấp xã đã thu lũy kế từ đầu năm trên tổng số tiền đó và số ngân sách (kể cả lồng ghép, ủy thác) đã chi lũy kế từ đầu năm.',
  parameters: {},
  population: () => means,
  denominator: () => total('means'),
  numerator: () => total('raised'),
  sources: () => [committees('funding')],
})
