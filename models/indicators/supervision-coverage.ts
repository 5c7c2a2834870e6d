import { sentenced } from '../core/sentenced.ts'
import { defineIndicator } from './indicator.ts'
import { total } from './measures.ts'
import { sentences } from './sources.ts'

/** People who serve a sentence in the community and have somebody who supervises them, of all who serve one at the window's close. */
export const supervisionCoverage = defineIndicator({
  id: 'supervision-coverage',
  title: 'Tỷ lệ người chấp hành án hình sự tại cộng đồng có người trực tiếp giám sát, giáo dục',
  counted: 'người',
  theme: 'support',
  better: 'higher',
  finest: 'month',
  sensitivity: 'unit',
  basis: 'form',
  legalBasis: 'Luật Thi hành án hình sự; Thông tư 65/2019/TT-BCA',
  definition:
    'Số người chấp hành án hình sự tại cộng đồng đã có người trực tiếp giám sát, giáo dục trên số người đang chấp hành án hình sự tại cộng đồng cuối kỳ.',
  parameters: {},
  population: () => sentenced,
  denominator: () => total('sentenced'),
  numerator: () => total('supervised'),
  sources: () => [sentences],
})
