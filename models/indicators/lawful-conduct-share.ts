import { stock } from '../core/stock.ts'
import { tallied } from '../core/tallied.ts'
import { byBasis, chosen, ofWho } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { everyone, item, says, saysNot } from './measures.ts'
import { register, tally } from './sources.ts'

/** Persons rated A or B, of those under management on the window's last day who are rated, or of all of them. */
export const lawfulConductShare = defineIndicator({
  id: 'lawful-conduct-share',
  title: 'Tỷ lệ người đang quản lý xếp loại A, B',
  counted: 'người',
  theme: 'support',
  better: 'higher',
  finest: 'month',
  sensitivity: 'person',
  basis: 'register',
  legalBasis: 'Thông tư 10/2024/TT-BCA',
  definition:
    'Số người xếp loại A hoặc B trên số người đang quản lý vào ngày cuối kỳ đã được xếp loại.',
  parameters: { of: 'rated', who: 'plan', basis: 'register' },
  offers: ({ who, basis }) => basis !== 'tally' || who === 'plan',
  population: ({ basis }) => byBasis(basis, { register: stock, tally: tallied }),
  denominator: ({ of, who, basis }) =>
    byBasis(
      basis,
      chosen('of', of, {
        rated: {
          register: ofWho(who, saysNot('group', 'chua')),
          tally: item('group_a', 'group_b', 'group_c', 'group_d'),
        },
        all: { register: ofWho(who, everyone), tally: item('managed_end') },
      }),
    ),
  numerator: ({ basis }) =>
    byBasis(basis, { register: says('group', 'A', 'B'), tally: item('group_a', 'group_b') }),
  sources: ({ basis }) => [byBasis(basis, { register, tally })],
})
