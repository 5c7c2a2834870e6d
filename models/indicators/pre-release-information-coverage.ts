import { inmates } from '../core/inmates.ts'
import { defineIndicator } from './indicator.ts'
import { total } from './measures.ts'
import { facilitiesAtClose } from './sources.ts'

/** Inmates present at the window's close who were informed, advised on the law and taught to look for work, of all present. */
export const preReleaseInformationCoverage = defineIndicator({
  id: 'pre-release-information-coverage',
  title:
    'Tỷ lệ phạm nhân đang chấp hành án được tuyên truyền, tư vấn pháp luật, trang bị kỹ năng tìm kiếm việc làm',
  counted: 'phạm nhân',
  theme: 'facilities',
  better: 'higher',
  finest: 'month',
  sensitivity: 'person',
  basis: 'form',
  legalBasis: 'Nghị định 49/2020/NĐ-CP, Chương II; Kế hoạch của tỉnh',
  definition:
    'Số phạm nhân có mặt cuối kỳ được đủ 03 nội dung (tuyên truyền, tư vấn pháp luật, kỹ năng tìm kiếm việc làm) trên số phạm nhân đang chấp hành án cuối kỳ tại Trại tạm giam Công an tỉnh và các nhà tạm giữ (phân trại tạm giam) của tỉnh.',
  parameters: {},
  population: () => inmates,
  denominator: () => total('inmates'),
  numerator: () => total('all_three'),
  sources: () => [facilitiesAtClose],
})
