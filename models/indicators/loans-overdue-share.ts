import { loans } from '../core/loans.ts'
import { defineIndicator } from './indicator.ts'
import { total } from './measures.ts'
import { bank } from './sources.ts'

/** Money overdue at the window's close, of all that is owed then; both in thousands of đồng. */
export const loansOverdueShare = defineIndicator({
  id: 'loans-overdue-share',
  title: 'Tỷ lệ nợ quá hạn trong dư nợ cho vay đối với người chấp hành xong án phạt tù',
  counted: 'nghìn đồng',
  theme: 'employment',
  better: 'lower',
  finest: 'month',
  sensitivity: 'unit',
  basis: 'form',
  legalBasis: 'Quyết định 22/2023/QĐ-TTg',
  definition:
    'Nợ quá hạn cuối kỳ trên dư nợ cuối kỳ (nghìn đồng), theo báo cáo của Ngân hàng Chính sách xã hội.',
  parameters: {},
  population: () => loans,
  denominator: () => total('owed'),
  numerator: () => total('overdue'),
  sources: () => [bank],
})
