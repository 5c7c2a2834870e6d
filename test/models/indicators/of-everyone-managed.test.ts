import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  creditAdviceCoverage,
  creditListingCoverage,
  digitisationCoverage,
  helperAssignmentCoverage,
  lawfulConductShare,
} from '#models/indicators/index.ts'
import { define } from '#models/indicators/indicator.ts'
import { A, B, C, D, E, type Generation, generationOf, PROVINCE } from '#test/support/rows.ts'
import { mover, register, resident } from '#test/support/sent.ts'

const since = '2024-05-01'
const moved = { left_on: '2026-02-20', left_reason: 'chuyen_trong_tinh' } as const
const listed = { loan_guided_on: '2026-03-01', loan_listed_on: '2026-03-14' } as const

/** The stock of month 03 and of Q1 is everyone with a stay on 14/3. */
describe('what everyone under management has', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C, D, E],
      also: [
        define(creditAdviceCoverage),
        define(creditAdviceCoverage, { of: 'returned' }),
        define(digitisationCoverage, { population: 'returnee' }),
        define(lawfulConductShare),
        define(lawfulConductShare, { of: 'all' }),
      ],
      reports: [
        // A: helpers and advice, at the edges
        register(A, '2026-03', [
          resident('helped', since, {
            helper_kind: 'phu_nu',
            helper_on: '2026-03-14',
            credit_advised_on: '2026-03-14',
          }),
          resident('day after', since, {
            helper_kind: 'cong_an',
            helper_on: '2026-03-15',
            credit_advised_on: '2026-03-15',
          }),
          resident('nobody yet', since, { helper_kind: 'chua', helper_on: '2026-01-05' }),
          resident('gone', since, {
            helper_kind: 'cong_an',
            helper_on: '2025-01-01',
            credit_advised_on: '2025-01-01',
            left_on: '2026-03-14',
            left_reason: 'chet',
          }),
          resident('back', '2026-03-14', { credit_advised_on: '2026-03-14' }),
        ]),
        // B → C: what was done goes along, what stands is told where he lives
        register(B, '2026-03', [
          resident('mover', since, {
            ...moved,
            ...listed,
            helper_kind: 'mat_tran',
            helper_on: '2025-01-01',
            credit_advised_on: '2025-02-02',
            group: 'A',
            digitised: 'co',
            loan_need: 'khong',
          }),
        ]),
        register(C, '2026-03', [
          mover('mover', '2026-02-20', { group: 'D', loan_need: 'co', loan_eligible: 'co' }),
        ]),
        // D: loans
        register(D, '2026-03', [
          resident('listed', since, { ...listed, loan_need: 'co', loan_eligible: 'co' }),
          resident('not asked', since, { loan_need: 'chua' }),
          resident('not yet examined', since, {
            ...listed,
            loan_need: 'co',
            loan_eligible: 'chua',
          }),
          resident('barred', since, { ...listed, loan_need: 'co', loan_eligible: 'khong' }),
          resident('no need', since, { ...listed, loan_need: 'khong' }),
          resident('only guided', since, {
            loan_need: 'co',
            loan_eligible: 'co',
            loan_guided_on: '2026-03-01',
          }),
          resident('listed too late', since, {
            loan_need: 'co',
            loan_eligible: 'co',
            loan_guided_on: '2026-03-01',
            loan_listed_on: '2026-03-15',
          }),
        ]),
        // E: groups and files
        register(E, '2026-03', [
          resident('a', since, { group: 'A', digitised: 'co' }),
          resident('b', since, { group: 'B', digitised: 'co' }),
          resident('c', since, { group: 'C' }),
          resident('d', since, { group: 'D' }),
          resident('unrated', since, { group: 'chua' }),
        ]),
      ],
    })
  })
  afterAll(() => given?.close())

  it('counts a helper who was assigned by the last day and is there', async () => {
    expect(await given.figure(helperAssignmentCoverage, '2026-03', A)).toBe('1/4')
  })

  it('leaves the helper behind with the commune that was left', async () => {
    expect(await given.figure(helperAssignmentCoverage, '2026-03', B)).toBe('0/0')
    expect(await given.figure(helperAssignmentCoverage, '2026-03', C)).toBe('0/1')
  })

  it('counts advice by the last day, of everyone or of those who came back, wherever it was given', async () => {
    expect(await given.figure(creditAdviceCoverage, '2026-03', A)).toBe('2/4')
    expect(await given.figure(creditAdviceCoverage, '2026-03', C)).toBe('1/1')
    expect(await given.figure(creditAdviceCoverage, '2026-03', A, { of: 'returned' })).toBe('1/1')
    expect(await given.figure(creditAdviceCoverage, '2026-03', C, { of: 'returned' })).toBe('0/0')
  })

  it('wants guidance and list, of who needs a loan or was not asked and is not barred', async () => {
    // listed, not asked, not yet examined, only guided, listed too late; done: listed, not yet examined
    expect(await given.figure(creditListingCoverage, '2026-03', D)).toBe('2/5')
    expect(await given.figure(creditListingCoverage, '2026-03', A)).toBe('0/0')
    // listed by the first commune, in need by the second
    expect(await given.figure(creditListingCoverage, '2026-03', C)).toBe('1/1')
  })

  it('shares A and B among those rated, or among all', async () => {
    expect(await given.figure(lawfulConductShare, '2026-03', E)).toBe('2/4')
    expect(await given.figure(lawfulConductShare, '2026-03', E, { of: 'all' })).toBe('2/5')
    expect(await given.figure(lawfulConductShare, '2026-03', C)).toBe('0/1')
    expect(await given.figure(lawfulConductShare, '2026-03', A)).toBe('0/0')
    expect(await given.figure(lawfulConductShare, '2026-03', A, { of: 'all' })).toBe('0/4')
  })

  it('counts the file where it is kept now', async () => {
    const choice = { population: 'returnee' }
    expect(await given.figure(digitisationCoverage, '2026-03', E, choice)).toBe('2/5')
    expect(await given.figure(digitisationCoverage, '2026-03', C, choice)).toBe('0/1')
    expect(await given.figure(digitisationCoverage, '2026-02', A, choice)).toBe('0/0')
  })

  it('adds up in the province to distinct persons', async () => {
    expect(await given.whole(creditAdviceCoverage, '2026-03', PROVINCE)).toBe(
      '3/17 final 5/5 withheld 0',
    )
  })
})
