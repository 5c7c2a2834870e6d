import { noticed } from '../core/noticed.ts'
import { defineIndicator } from './indicator.ts'
import { doneBy, everyone } from './measures.ts'
import { notices, register } from './sources.ts'

/** Persons received and entered into the process by the window's end, of those whose release towards the commune was announced. */
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
  parameters: {},
  population: () => noticed,
  denominator: () => everyone,
  numerator: () => doneBy('received_on'),
  sources: () => [register, notices],
})
