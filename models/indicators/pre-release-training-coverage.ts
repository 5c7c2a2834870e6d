import { inmates, inmatesOfCamp } from '../core/inmates.ts'
import { chosen } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { total } from './measures.ts'
import { facilitiesAtClose } from './sources.ts'

/** Inmates of working age who were taught a trade, of all of that age present at the window's close: in the province's camp, or everywhere. */
export const preReleaseTrainingCoverage = defineIndicator({
  id: 'pre-release-training-coverage',
  title: 'Tỷ lệ phạm nhân trong độ tuổi lao động được đào tạo nghề',
  counted: 'phạm nhân',
  theme: 'facilities',
  better: 'higher',
  finest: 'month',
  sensitivity: 'person',
  basis: 'form',
  legalBasis: 'Nghị định 49/2020/NĐ-CP, Chương II; Bộ luật Lao động 2019 (độ tuổi lao động)',
  definition:
    'Số phạm nhân trong độ tuổi lao động có mặt cuối kỳ đã được đào tạo nghề trên số phạm nhân trong độ tuổi lao động có mặt cuối kỳ tại Trại tạm giam Công an tỉnh.',
  parameters: { facility: 'trai-tam-giam' },
  population: ({ facility }) =>
    chosen('facility', facility, { 'trai-tam-giam': inmatesOfCamp, all: inmates }),
  denominator: () => total('working_age'),
  numerator: () => total('working_age_trained'),
  sources: () => [facilitiesAtClose],
})
