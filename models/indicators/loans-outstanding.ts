import { loans } from '../core/loans.ts'
import { defineIndicator } from './indicator.ts'
import { total } from './measures.ts'
import { bank } from './sources.ts'

/** What persons and establishments owe the bank at the window's close, in thousands of đồng, beside how many owe it: an amount, not a share. */
export const loansOutstanding = defineIndicator({
  id: 'loans-outstanding',
  title: 'Dư nợ cho vay đối với người chấp hành xong án phạt tù',
  counted: 'khách hàng',
  theme: 'employment',
  better: 'higher',
  finest: 'month',
  sensitivity: 'unit',
  basis: 'form',
  shown: 'amount',
  legalBasis: 'Quyết định 22/2023/QĐ-TTg',
  definition:
    'Dư nợ cuối kỳ (nghìn đồng) của người chấp hành xong án phạt tù và cơ sở sản xuất, kinh doanh sử dụng lao động là người chấp hành xong án phạt tù, và số khách hàng còn dư nợ.',
  parameters: {},
  population: () => loans,
  denominator: () => total('borrowers'),
  numerator: () => total('owed'),
  sources: () => [bank],
})
