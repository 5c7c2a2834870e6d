import { communication } from '../core/communication.ts'
import { defineIndicator } from './indicator.ts'
import { total } from './measures.ts'
import { committees } from './sources.ts'

/** Officials and adults reached since the start of the year, of all of them; the reporters' own estimate. */
export const communicationReach = defineIndicator({
  id: 'communication-reach',
  title: 'Tỷ lệ cán bộ, công chức và người dân trưởng thành được tuyên truyền',
  counted: 'người',
  theme: 'communication',
  better: 'higher',
  finest: 'quarter',
  sensitivity: 'public',
  basis: 'form',
  estimated: true,
  legalBasis: 'Nghị định 49/2020/NĐ-CP, Điều 9',
  definition:
    'Số cán bộ, công chức và người từ đủ 18 tuổi đã được tuyên truyền (lũy kế từ đầu năm, theo ước tính của đơn vị báo cáo) trên tổng số.',
  parameters: {},
  population: () => communication,
  denominator: () => total('addressed'),
  numerator: () => total('reached'),
  sources: () => [committees('communication')],
})
