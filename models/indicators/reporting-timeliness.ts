import { expectedReports } from '../core/expected-reports.ts'
import { defineIndicator } from './indicator.ts'
import { both, flagged, owedBy } from './measures.ts'

/** Reports that arrived before their due day, of those that the schedule expects in the window. */
export const reportingTimeliness = defineIndicator({
  id: 'reporting-timeliness',
  title: 'Tỷ lệ báo cáo gửi đúng hạn',
  counted: 'báo cáo',
  theme: 'reporting',
  better: 'higher',
  finest: 'month',
  sensitivity: 'public',
  basis: 'form',
  legalBasis: 'Kế hoạch của tỉnh; hướng dẫn của Công an tỉnh',
  definition:
    'Số báo cáo đến trước hạn trên số báo cáo phải gửi trong kỳ; đến đúng ngày nêu sau chữ “trước ngày” là chậm.',
  parameters: { form: 'returnee-register', schedule: 'collection' },
  population: () => expectedReports,
  denominator: ({ form, schedule }) => owedBy(form, schedule),
  numerator: ({ form, schedule }) => both(owedBy(form, schedule), flagged('on_time')),
  sources: () => [],
})
