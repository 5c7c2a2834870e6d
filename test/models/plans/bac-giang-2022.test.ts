import { describe, expect, it } from 'vitest'
import { bacGiang2022 as plan } from '#models/plans/bac-giang-2022.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { places } from '#sources/reference/places.ts'
import {
  bodyLines,
  collectionLines,
  deadlineLines,
  standings,
  targetLine,
} from '#test/support/plan-lines.ts'

/** Every number and date here was read in the plan; the clause stands beside it. */
describe('the plan of Bắc Giang for 2022', () => {
  it('has lost its head: no number, no date; Chủ tịch Lê Ánh Dương signs', () => {
    expect(plan.document).toMatchObject({
      number: null,
      date: null,
      signer: { title: 'Chủ tịch', name: 'Lê Ánh Dương' },
    })
    expect(plan.document.title).toContain('giai đoạn 2021-2025” năm 2022')
    // I.2
    expect(plan.document.bases.join()).toMatch(/49\/2020\/NĐ-CP ngày 17\/4\/2020/)
    expect(plan.document.bases.join()).toMatch(/33\/CT-TTg ngày 05\/12\/2018/)
  })

  it('promises eleven figures, none of them "phấn đấu"', () => {
    expect(plan.targets.map(targetLine)).toEqual([
      'T01 II.1 communication-reach = district',
      'T02 II.2 reoffending-rate < 3/100 district commune',
      'T03a II.3 reception-coverage = district commune',
      'T03b II.3 counselling-coverage = district',
      'T03c II.3 legal-support-coverage = district commune',
      'T03d II.3 papers-coverage = district commune',
      'T03e II.3 job-introduction-coverage = district commune',
      'T03f II.3 trained-or-new-job-share 20/100–25/100 district commune',
      'T06a II.6 pre-release-information-coverage =',
      'T06b II.6 pre-release-training-coverage =',
      'T07 II.7 model-coverage = district',
    ])
  })

  it('asks legal help, not psychological (II.3), and trains in Trại tạm giam alone (II.6)', () => {
    const chosen = (id: string) =>
      plan.targets.find((target) => target.id === id)?.definition.parameters
    expect(chosen('T03b')).toMatchObject({ kind: 'legal', basis: 'tally' })
    expect(chosen('T06b')).toMatchObject({ facility: 'trai-tam-giam' })
    expect(chosen('T07')).toMatchObject({ level: 'district' })
    expect(plan.targets.filter(({ duty }) => !duty).map(({ id }) => id)).toEqual(['T02', 'T03f'])
  })

  it('calls both by what they count: help in law (II.3), districts (II.7)', () => {
    const words = (id: string) => plan.targets.find((target) => target.id === id)?.indicator
    expect(words('T03b')?.title).toBe('Tỷ lệ người về cư trú được tư vấn, trợ giúp về pháp lý')
    expect(words('T07')?.title).toBe('Tỷ lệ huyện, thành phố có mô hình đang hoạt động')
    expect(words('T07')?.counted).toBe('huyện, thành phố')
  })

  it('has four promises without a number', () => {
    expect(plan.qualitative.map(({ id, clause }) => `${id} ${clause}`)).toEqual([
      'Q1 II.4',
      'Q2 II.5',
      'Q3 II.7',
      'Q4 I.4',
    ])
  })

  it('charges sixteen bodies, with as many tasks as III has paragraphs', () => {
    expect(bodyLines(plan)).toEqual([
      'III.1 1',
      'III.2 5',
      'III.3 5',
      'III.4 2',
      'III.5 3',
      'III.6 2',
      'III.7 1',
      'III.8 1',
      'III.9 2',
      'III.10 1',
      'III.11 5',
      'III.12 3',
      'III.13 2',
      'III.14 1',
      'III.15 3',
      'III.16 1',
    ])
    expect(standings(plan)).toEqual({
      requested: ['III.12 mat-tran-to-quoc', 'III.13 vien-kiem-sat', 'III.14 toa-an'],
      silent: ['III.15', 'III.16'],
    })
  })

  it('says in brackets until when', () => {
    const q2 = 'within cal:2022-Q2'
    expect(deadlineLines(plan)).toEqual([
      'III.2.1 monthly',
      'III.2.2 regular',
      'III.2.3 within cal:2022-08 true',
      `III.2.4 ${q2}`,
      'III.2.5 within cal:2022-12',
      `III.3.1 ${q2}`,
      `III.3.2 ${q2}`,
      'III.3.3 regular',
      `III.3.4 ${q2}`,
      'III.3.5 regular',
      'III.4.1 regular',
      `III.4.2 ${q2}`,
      `III.5.1 ${q2}`,
      'III.5.2 regular',
      'III.5.3 regular',
      'III.6.1 regular',
      'III.6.2 regular',
      'III.8.1 regular',
      'III.9.1 regular',
      'III.9.2 regular',
      `III.10.1 ${q2}`,
      'III.11.1 regular',
      'III.11.2 regular',
      'III.11.3 regular',
      'III.11.5 within cal:2022-11',
      'III.15.1 regular',
      'III.15.2 regular',
      'III.15.3 regular',
      'III.16.1 regular',
    ])
  })

  it('states no window: months to the 14th and the police year are inferred', () => {
    expect(plan.windows).toMatchObject({ family: 'pol', status: 'inferred', cycle: 'month' })
    expect(plan.openParameters.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['windows', 'stage', 'population', 'kind', 'working-age']),
    )
  })

  it('is reported by 10 districts, 209 communes, 13 agencies and 11 places of detention', () => {
    const reporters = reportersOf(plan, places())
    const of = (kind: string) => reporters.filter((each) => each.kind === kind)
    expect(['committee', 'police', 'agency', 'facility'].map((kind) => of(kind).length)).toEqual([
      10, 209, 13, 11,
    ])
    // a nhà tạm giữ in each district, and in no other
    const codes = of('committee').map(({ id }) => id.replace('committee:', ''))
    expect(of('facility').map(({ id }) => id)).toEqual([
      'facility:trai-tam-giam',
      ...codes.sort().map((code) => `facility:nha-tam-giu-${code}`),
    ])
    const names = of('committee').map(({ name }) => name.replace('UBND', 'Nhà tạm giữ Công an'))
    expect(of('facility').map(({ name }) => name)).toEqual(expect.arrayContaining(names))
  })

  it('has its province collect by the month, and words by the year', () => {
    expect(collectionLines(plan)).toEqual([
      'returnee-register month police',
      'release-notice month agency:cong-an-tinh',
      'reoffence month agency:cong-an-tinh',
      'support-model month committee',
      'exemplar month committee',
      'communication month committee agency',
      'pre-release month facility',
      'tally month committee',
      'narrative year committee agency',
    ])
  })
})
