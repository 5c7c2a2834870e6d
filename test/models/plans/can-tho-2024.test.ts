import { describe, expect, it } from 'vitest'
import { canTho2024 as plan } from '#models/plans/can-tho-2024.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { places } from '#sources/reference/places.ts'
import { bodyLines, collectionLines, deadlineLines, standings } from '#test/support/plan-lines.ts'

/** Every number and date here was read in Kế hoạch 161/KH-UBND; the clause stands beside it. */
describe('Kế hoạch 161/KH-UBND', () => {
  it('is of 30/7/2024, signed by Chủ tịch Trần Việt Trường', () => {
    expect(plan.document).toMatchObject({
      number: '161/KH-UBND',
      date: '2024-07-30',
      place: 'Cần Thơ',
      signer: { title: 'Chủ tịch', name: 'Trần Việt Trường' },
    })
    expect(plan.document.bases[0]).toContain('32-CT/TU ngày 07/5/2024')
  })

  it('promises no figure, and asks four things in words', () => {
    expect(plan.targets).toEqual([])
    expect(plan.qualitative.map(({ id, clause }) => `${id} ${clause}`)).toEqual([
      'Q1 I.1',
      'Q2 I.2',
      'Q3 I.3',
      'Q4 I.4',
    ])
  })

  it('charges nine bodies with a task per letter, and names the bank that none of them charges', () => {
    expect(bodyLines(plan)).toEqual([
      'II.1 10',
      'II.2 2',
      'II.3 3',
      'II.4 2',
      'II.5 2',
      'II.6 1',
      'II.7 1',
      'II.8 2',
      'II.9 3',
      'Nơi nhận 0',
    ])
    expect(plan.bodies[0]?.tasks.map(({ id }) => id.slice(5))).toEqual([
      ...['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k'],
    ])
    expect(standings(plan)).toEqual({
      requested: ['II.8 mat-tran-to-quoc', 'Nơi nhận ngan-hang-chinh-sach-xa-hoi'],
      silent: [],
    })
  })

  it('dates one task: the monthly list of borrowers (II.9.b)', () => {
    expect(deadlineLines(plan)).toEqual(['II.9.b monthly'])
  })

  it('states its windows: from 15/11 to 14/5 and to 14/11 (IV.1)', () => {
    expect(plan.windows).toMatchObject({ family: 'pol', status: 'stated', cycle: 'half-year' })
    const report = plan.obligations.find(({ id }) => id === 'periodic-report')
    for (const { window, cutOff, before } of report?.dues ?? []) {
      const [day, due] = window?.endsWith('6M') ? ['05-14', '05-15'] : ['11-14', '11-15']
      expect([cutOff?.slice(5), before.slice(5)]).toEqual([day, due])
    }
  })

  it('asks the report of 2024 first: 15/5/2024 was before the plan', () => {
    const report = plan.obligations.find(({ id }) => id === 'periodic-report')
    expect(report?.dues.slice(0, 3).map(({ before }) => before)).toEqual([
      '2024-11-15',
      '2025-05-15',
      '2025-11-15',
    ])
    // it names no end: ten years are listed
    expect(plan.years).toEqual([2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033])
  })

  it('asks no report of the bank', () => {
    const bank = 'agency:ngan-hang-chinh-sach-xa-hoi'
    for (const { id, who, except } of plan.obligations)
      if (who.includes('agency')) expect([id, except.includes(bank)]).toEqual([id, true])
    const words = plan.collection.find(({ form }) => form === 'narrative')
    expect(words?.by).not.toContain(bank)
    // eight agencies of II.1 to II.8, and the committees
    expect(words?.by).toHaveLength(8 + 1)
  })

  it('is reported by 9 districts and 83 communes on its day', () => {
    const reporters = reportersOf(plan, places()).filter(
      ({ from, to }) =>
        (from === undefined || from <= '2024-07-30') && (to === undefined || to > '2024-07-30'),
    )
    const count = (kind: string) => reporters.filter((each) => each.kind === kind).length
    expect(['committee', 'police', 'agency', 'facility'].map(count)).toEqual([9, 83, 9, 10])
    const ids = reporters.filter(({ kind }) => kind === 'committee').map(({ name }) => name)
    const held = plan.facilities.map(({ name }) => name.replace('Nhà tạm giữ Công an', 'UBND'))
    expect(held).toEqual(expect.arrayContaining(ids))
  })

  it('has lists collected by the month, the rest by the half-year', () => {
    expect(collectionLines(plan).slice(0, -1)).toEqual([
      'returnee-register month police',
      'support-model half-year committee',
      'exemplar half-year committee',
      'credit month agency:ngan-hang-chinh-sach-xa-hoi',
      'community-sentence month police',
      'tally half-year committee',
    ])
  })
})
