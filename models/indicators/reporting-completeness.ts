import { expectedReports } from '../core/expected-reports.ts'
import { defineIndicator } from './indicator.ts'
import { both, flagged, owedBy } from './measures.ts'

/** Reports received, of those that the schedule expects in the window. */
export const reportingCompleteness = defineIndicator({
  id: 'reporting-completeness',
  title: 'Tỷ lệ báo cáo đã nhận',
  counted: 'báo cáo',
  theme: 'reporting',
  better: 'higher',
  finest: 'month',
  sensitivity: 'public',
  basis: 'form',
  legalBasis: 'Kế hoạch của tỉnh; hướng dẫn của Công an tỉnh',
  definition: 'Số báo cáo đã nhận trên số báo cáo phải gửi trong kỳ.',
  parameters: { form: 'returnee-register', schedule: 'collection' },
  population: () => expectedReports,
  denominator: ({ form, schedule }) => owedBy(form, schedule),
  numerator: ({ form, schedule }) => both(owedBy(form, schedule), flagged('received')),
  sources: () => [],
})
