import { issuers } from '../core/issuers.ts'
import { defineIndicator } from './indicator.ts'
import { everyone, flagged } from './measures.ts'

/** Bodies that sent a plan of their own that carries this one out by the window's end, of all that this one obliges to issue one. */
export const planIssuance = defineIndicator({
  id: 'plan-issuance',
  title: 'Tỷ lệ đơn vị đã ban hành kế hoạch triển khai thực hiện',
  counted: 'đơn vị',
  theme: 'reporting',
  better: 'higher',
  finest: 'month',
  sensitivity: 'public',
  basis: 'form',
  legalBasis: 'Kế hoạch của tỉnh, phần tổ chức thực hiện',
  definition:
    'Số đơn vị đã ban hành và gửi Công an tỉnh kế hoạch triển khai thực hiện Kế hoạch này đến hết kỳ trên số đơn vị mà Kế hoạch giao phải ban hành (không tính đơn vị chỉ được đề nghị).',
  parameters: {},
  population: () => issuers,
  denominator: () => everyone,
  numerator: () => flagged('issued'),
  sources: () => [],
})
