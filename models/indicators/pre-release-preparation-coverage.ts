import { preRelease } from '../core/pre-release.ts'
import { defineIndicator } from './indicator.ts'
import { total } from './measures.ts'
import { facilities } from './sources.ts'

/** Inmates who received all four preparations, of those released in the window. */
export const preReleasePreparationCoverage = defineIndicator({
  id: 'pre-release-preparation-coverage',
  title: 'Tỷ lệ phạm nhân được chuẩn bị tái hòa nhập cộng đồng trước khi ra trại',
  counted: 'phạm nhân',
  theme: 'facilities',
  better: 'higher',
  finest: 'month',
  sensitivity: 'person',
  basis: 'form',
  legalBasis: 'Nghị định 49/2020/NĐ-CP, Chương II',
  definition:
    'Số phạm nhân ra trại trong kỳ được đủ 04 biện pháp (tư vấn tâm lý, thủ tục pháp lý, định hướng nghề nghiệp, tìm kiếm việc làm) trên số phạm nhân ra trại trong kỳ.',
  parameters: {},
  population: () => preRelease,
  denominator: () => total('released'),
  numerator: () => total('prepared'),
  sources: () => [facilities],
})
