import { noticed } from '../core/noticed.ts'
import { returned } from '../core/returned.ts'
import { tallied } from '../core/tallied.ts'
import { byBasis, chosen, ofWho } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { doneBy, everyone, item } from './measures.ts'
import { notices, register, tally } from './sources.ts'

/** Persons received and entered into the process by the window's end, of those whose release towards the commune was announced, or, where the plan takes the register's word, of those who came back by it. */
export const receptionCoverage = defineIndicator({
  id: 'reception-coverage',
  title: 'Tỷ lệ người về cư trú được tiếp nhận, thực hiện quy trình quản lý, giáo dục, giúp đỡ',
  counted: 'người',
  theme: 'support',
  better: 'higher',
  finest: 'month',
  sensitivity: 'person',
  basis: 'register',
  legalBasis: 'Nghị định 49/2020/NĐ-CP; Thông tư 10/2024/TT-BCA, Điều 8, Điều 9',
  definition:
    'Số người đã được tiếp nhận, lập hồ sơ quản lý đến hết kỳ trên số người ra trại trong kỳ theo thông báo của cơ sở giam giữ.',
  parameters: { notices: 'release-notice', who: 'plan', basis: 'register' },
  offers: ({ who, basis }) => basis !== 'tally' || who === 'plan',
  population: ({ notices: by, basis }) =>
    byBasis(basis, {
      register: chosen('notices', by, { 'release-notice': noticed, 'returnee-register': returned }),
      tally: tallied,
    }),
  denominator: ({ who, basis }) =>
    byBasis(basis, { register: ofWho(who, everyone), tally: item('returned') }),
  numerator: ({ basis }) =>
    byBasis(basis, { register: doneBy('received_on'), tally: item('received') }),
  sources: ({ notices: by, basis }) =>
    byBasis(basis, {
      register: by === 'release-notice' ? [register, notices] : [register],
      tally: [tally],
    }),
})
