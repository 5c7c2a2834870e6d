import { stock } from '../core/stock.ts'
import { stockAndSentences } from '../core/stock-and-sentences.ts'
import { tallied } from '../core/tallied.ts'
import { byBasis, chosen, ofWho } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { doneBy, flagged, item, total } from './measures.ts'
import { register, sentences, tally } from './sources.ts'

/** Persons told of work by the window's end, of those under management and those who serve a sentence in the community who look for some. */
export const jobInformationCoverage = defineIndicator({
  id: 'job-information-coverage',
  title: 'Tỷ lệ người có nhu cầu được tiếp cận thông tin việc làm',
  counted: 'người',
  theme: 'employment',
  better: 'higher',
  finest: 'month',
  sensitivity: 'person',
  basis: 'register',
  legalBasis: 'Nghị định 49/2020/NĐ-CP, Chương III',
  definition:
    'Số người đã được cung cấp thông tin việc làm đến hết kỳ trên số người có nhu cầu việc làm đang quản lý hoặc đang chấp hành án hình sự tại cộng đồng vào ngày cuối kỳ, mỗi người tính một lần; chưa rà soát tính là có.',
  parameters: { population: 'both', who: 'plan', basis: 'register' },
  offers: ({ who, basis }) => basis !== 'tally' || who === 'plan',
  population: ({ population, basis }) =>
    byBasis(basis, {
      register: chosen('population', population, { both: stockAndSentences, returnee: stock }),
      tally: tallied,
    }),
  denominator: ({ population, who, basis }) =>
    byBasis(basis, {
      register: ofWho(who, population === 'both' ? total('seeking') : flagged('job_need')),
      tally: item('job_need'),
    }),
  numerator: ({ population, who, basis }) =>
    byBasis(basis, {
      register: ofWho(who, population === 'both' ? total('informed') : doneBy('job_info_on')),
      tally: item('job_informed'),
    }),
  sources: ({ population, basis }) =>
    byBasis(basis, {
      register: population === 'both' ? [register, sentences] : [register],
      tally: [tally],
    }),
})
