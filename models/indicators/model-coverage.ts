import { communes, districts } from '../core/communes.ts'
import { chosen, ofResidents } from './choices.ts'
import { defineIndicator } from './indicator.ts'
import { atLeast, everyone } from './measures.ts'
import { committees, register } from './sources.ts'

/**
 * Communes with a working support model, of those where someone under management lives on the window's last day, or of all of them.
 *
 * Of districts (a plan of the time when there were any) all count, by the models of their own committees.
 */
export const modelCoverage = defineIndicator({
  id: 'model-coverage',
  title: 'Tỷ lệ xã, phường có người chấp hành xong án phạt tù về cư trú có mô hình đang hoạt động',
  counted: 'xã, phường',
  theme: 'models',
  better: 'higher',
  finest: 'quarter',
  sensitivity: 'unit',
  basis: 'form',
  legalBasis: 'Kế hoạch của tỉnh',
  definition:
    'Số xã, phường có ít nhất 01 mô hình đang hoạt động vào ngày cuối kỳ trên số xã, phường có người chấp hành xong án phạt tù đang cư trú ngày đó.',
  said: ({ level, communes: whose }) => {
    if (level === 'district') return ofDistricts
    return ofResidents(whose) ? {} : ofAll
  },
  parameters: { level: 'commune', communes: 'with-residents' },
  population: ({ level }) => chosen('level', level, { commune: communes, district: districts }),
  denominator: (of) => (asksResidents(of) ? atLeast('residents', 1) : everyone),
  numerator: () => atLeast('models', 1),
  sources: (of) => [...(asksResidents(of) ? [register] : []), committees('support-model')],
})

const ofDistricts = {
  title: 'Tỷ lệ huyện, thành phố có mô hình đang hoạt động',
  counted: 'huyện, thành phố',
  definition:
    'Số huyện, thành phố có ít nhất 01 mô hình đang hoạt động vào ngày cuối kỳ trên tổng số huyện, thành phố.',
}

const ofAll = {
  title: 'Tỷ lệ xã, phường có mô hình đang hoạt động',
  definition:
    'Số xã, phường có ít nhất 01 mô hình đang hoạt động vào ngày cuối kỳ trên tổng số xã, phường.',
}

function asksResidents(of: { readonly level: string; readonly communes: string }): boolean {
  return of.level === 'commune' && ofResidents(of.communes)
}
