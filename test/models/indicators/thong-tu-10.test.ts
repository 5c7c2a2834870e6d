import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  counsellingCoverage,
  creditAdviceCoverage,
  employmentRate,
  helperAssignmentCoverage,
  indicators,
  receptionCoverage,
  reoffendingRate,
} from '#models/indicators/index.ts'
import { define } from '#models/indicators/indicator.ts'
import { A, B, C, type Generation, generationOf, PROVINCE } from '#test/support/rows.ts'
import {
  mover,
  notice,
  notices,
  offence,
  offences,
  register,
  resident,
} from '#test/support/sent.ts'

const since = '2024-05-01'
const conditional = { release_basis: 'tha_tu_co_dieu_kien' } as const
const tt10 = { who: 'tt10' } as const

/** Month 03 is 15/2–14/3: a probation that ended on 14/3 is over in it, one that ended on 15/3 is not. */
describe('the persons of Thông tư 10 beside those of the plan', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C],
      also: [
        ...[counsellingCoverage, employmentRate, receptionCoverage, reoffendingRate].flatMap(
          (one) => [define(one as never), define(one as never, tt10 as never)],
        ),
        define(receptionCoverage, { notices: 'returnee-register' }),
        define(receptionCoverage, { notices: 'returnee-register', who: 'tt10' }),
      ],
      reports: [
        register(A, '2026-03', [
          resident('served', since, { employment: 'on_dinh' }),
          resident('amnestied', since, { release_basis: 'dac_xa' }),
          resident('over', since, {
            ...conditional,
            certificate_date: '2026-03-14',
            employment: 'on_dinh',
          }),
          resident('over too late', since, { ...conditional, certificate_date: '2026-03-15' }),
          resident('on probation', since, { ...conditional, employment: 'on_dinh' }),
          resident('new', '2026-02-20', {
            ...conditional,
            counselled_on: '2026-03-01',
            received_on: '2026-02-21',
          }),
          resident('new and free', '2026-02-20', { received_on: '2026-03-15' }),
        ]),
        // B → C: the certificate was entered only where he lived then
        register(B, '2026-03', [
          resident('mover', since, {
            ...conditional,
            certificate_date: '2026-01-20',
            left_on: '2026-02-20',
            left_reason: 'chuyen_trong_tinh',
          }),
        ]),
        register(C, '2026-03', [mover('mover', '2026-02-20', conditional)]),
        notices('2026-03', [
          notice('new', A, '2026-02-20', conditional),
          notice('new and free', A, '2026-02-20'),
          notice('nobody knows', A, '2026-02-20', conditional),
        ]),
        offences('2026-03', [
          offence('V1', 'on probation', A, '2026-03-01'),
          offence('V2', 'over', A, '2026-03-01'),
        ]),
      ],
    })
  })
  afterAll(() => given?.close())

  it('are without those still on probation at the close', async () => {
    expect(await given.figure(employmentRate, '2026-03', A)).toBe('3/7')
    // served, amnestied, over, new and free
    expect(await given.figure(employmentRate, '2026-03', A, tt10)).toBe('2/4')
  })

  it('are those of whom any row knows a certificate', async () => {
    expect(await given.figure(employmentRate, '2026-03', C, tt10)).toBe('0/1')
  })

  it('are fewer in the numerator, too', async () => {
    expect(await given.figure(counsellingCoverage, '2026-03', A)).toBe('1/2')
    expect(await given.figure(counsellingCoverage, '2026-03', A, tt10)).toBe('0/1')
    expect(await given.figure(reoffendingRate, '2026-03', A)).toBe('2/7')
    expect(await given.figure(reoffendingRate, '2026-03', A, tt10)).toBe('1/4')
  })

  it('are known by the notice, or by the register where it stands for the notices', async () => {
    expect(await given.figure(receptionCoverage, '2026-03', A)).toBe('1/3')
    expect(await given.figure(receptionCoverage, '2026-03', A, tt10)).toBe('0/1')
    const own = { notices: 'returnee-register' }
    expect(await given.figure(receptionCoverage, '2026-03', A, own)).toBe('1/2')
    expect(await given.figure(receptionCoverage, '2026-03', A, { ...own, ...tt10 })).toBe('0/1')
  })

  it('add up in the province', async () => {
    expect(await given.whole(employmentRate, '2026-03', PROVINCE, tt10)).toBe(
      '2/5 final 3/3 withheld 0',
    )
  })
})

describe('choices that go together', () => {
  it('are refused where the tally tells of nothing such, in a sentence that names them', () => {
    expect(() => define(counsellingCoverage, { kind: 'legal' })).toThrow(
      "counselling-coverage is not offered with kind 'legal', who 'plan', basis 'register'; choose another basis or other persons",
    )
    expect(() => define(employmentRate, { of: 'returned', basis: 'tally' })).toThrow('not offered')
    expect(() => define(creditAdviceCoverage, { of: 'returned', basis: 'tally' })).toThrow(
      'not offered',
    )
    for (const choice of [{ stage: 'detected' }, { population: 'returned' }, tt10])
      expect(() => define(reoffendingRate, { ...choice, basis: 'tally' })).toThrow('not offered')
  })

  it('never rest Thông tư 10 on a tally, which does not tell its persons apart', () => {
    const both = indicators.filter(({ parameters: p }) => 'who' in p && 'basis' in p)
    expect(both.length).toBe(13)
    for (const one of both)
      expect(one.offers?.({ ...one.parameters, who: 'tt10', basis: 'tally' })).toBe(false)
  })

  it('are asked of the known words only', () => {
    const nobody = define(helperAssignmentCoverage, { who: 'everyone' })
    expect(() => nobody.indicator.denominator(nobody.parameters)).toThrow(
      "'everyone' is no who of this indicator; known are plan, tt10",
    )
    const baseless = define(helperAssignmentCoverage, { basis: 'guess' })
    expect(() => baseless.indicator.population(baseless.parameters)).toThrow(
      "'guess' is no basis of this indicator; known are register, tally",
    )
  })
})
