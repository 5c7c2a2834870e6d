import { stock } from '../core/stock.ts'
import { stockAndSentences } from '../core/stock-and-sentences.ts'
import { tallied } from '../core/tallied.ts'
import { byBasis, chosen } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { everyone, flagged, item, total } from './measures.ts'
import { register, sentences, tally } from './sources.ts'

/** Digitised files, of those of everyone under management on the window's last day and of those who serve a sentence in the community. */
export const digitisationCoverage = defineIndicator({
  id: 'digitisation-coverage',
  title: 'Tỷ lệ hồ sơ được số hóa',
  counted: 'hồ sơ',
  theme: 'support',
  better: 'higher',
  finest: 'month',
  sensitivity: 'person',
  basis: 'register',
  legalBasis: 'Kế hoạch của tỉnh',
  definition:
    'Số hồ sơ đã số hóa trên số hồ sơ của người đang quản lý và người đang chấp hành án hình sự tại cộng đồng vào ngày cuối kỳ, mỗi hồ sơ tính một lần.',
  parameters: { population: 'both', basis: 'register' },
  population: ({ population, basis }) =>
    byBasis(basis, {
      register: chosen('population', population, { both: stockAndSentences, returnee: stock }),
      tally: tallied,
    }),
  denominator: ({ population, basis }) =>
    byBasis(basis, {
      register: population === 'both' ? total('files') : everyone,
      tally: item('files'),
    }),
  numerator: ({ population, basis }) =>
    byBasis(basis, {
      register: population === 'both' ? total('files_digitised') : flagged('digitised'),
      tally: item('files_digitised'),
    }),
  sources: ({ population, basis }) =>
    byBasis(basis, {
      register: population === 'both' ? [register, sentences] : [register],
      tally: [tally],
    }),
})
