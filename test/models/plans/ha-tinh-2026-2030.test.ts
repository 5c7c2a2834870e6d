import { describe, expect, it } from 'vitest'
import { haTinh2026To2030 as plan } from '#models/plans/ha-tinh-2026-2030.ts'
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
describe('the plan of Hà Tĩnh for 2026–2030', () => {
  it('leaves number and day blank; Phó Chủ tịch Trần Báu Hà signs for the Chủ tịch', () => {
    expect(plan.document).toMatchObject({
      number: null,
      date: null,
      asWritten: { number: '/KH-UBND', date: 'ngày tháng năm 2026' },
      place: 'Hà Tĩnh',
      signer: { title: 'KT. Chủ tịch, Phó Chủ tịch', name: 'Trần Báu Hà' },
    })
    expect(
      plan.document.bases.flatMap((basis) => {
        const [, number, day] = basis.match(/số (\S+) ngày (\S+)/) ?? []
        return number === undefined ? [] : [`${number} ${day}`]
      }),
    ).toEqual([
      '60-NQ/TW 12/4/2025',
      '511/BCA-C11 06/02/2026',
      '68/TTr-CAT-THAHS&HTTP 26/3/2026',
      '49/2020/NĐ-CP 17/4/2020',
      '33/CT-TTg 05/12/2018',
      '2489/QĐ-UBND 05/8/2020',
      '520/KH-UBND 22/11/2023',
      '22/2023/QĐ-TTg 17/8/2023',
    ])
  })

  it('promises seven figures, one of them by the road map of the ministry (II.5)', () => {
    expect(plan.targets.map(targetLine)).toEqual([
      'T01 II.5 digitisation-coverage = commune lộ trình Bộ Công an',
      'T02 III.2 job-information-coverage = commune',
      'T03 III.2 employment-rate >= 70/100 ~ commune',
      'T04a III.12.4 large-caseload-model-coverage = ~ commune',
      'T04b III.12.4 large-caseload-exemplar-coverage = ~ commune',
      'T05 III.12.6 credit-advice-coverage = commune',
      'T06 III.12.6 credit-listing-coverage = commune',
    ])
    expect(plan.targets.filter(({ duty }) => !duty).map(({ id }) => id)).toEqual(['T03'])
  })

  it('looks at both populations in two of them, and at communes with 10 persons and more', () => {
    const both = plan.targets.filter(
      ({ definition }) => definition.parameters['population'] === 'both',
    )
    expect(both.map(({ id }) => id)).toEqual(['T01', 'T02'])
    const large = plan.targets.filter(({ definition }) => definition.parameters['threshold'])
    expect(
      large.map(({ id, definition }) => `${id} ${definition.parameters['threshold']}`),
    ).toEqual(['T04a 10', 'T04b 10'])
  })

  it('has nine promises without a number', () => {
    expect(plan.qualitative.map(({ id, clause }) => `${id} ${clause.split(',')[0]}`)).toEqual([
      'Q1 III.1.1',
      'Q2 II.1',
      'Q3 II.2',
      'Q4 II.3',
      'Q5 II.4',
      'Q6 II.4',
      'Q7 II.5',
      'Q8 III.12.4',
      'Q9 I.2',
    ])
  })

  it('charges twelve bodies; 11.3 has two paragraphs', () => {
    expect(bodyLines(plan)).toEqual([
      'III.1 7',
      'III.2 1',
      'III.3 2',
      'III.4 1',
      'III.5 2',
      'III.6 1',
      'III.7 2',
      'III.8 1',
      'III.9 1',
      'III.10 1',
      'III.11 5',
      'III.12 8',
    ])
    expect(standings(plan)).toEqual({
      requested: ['III.7 mat-tran-to-quoc', 'III.8 toa-an', 'III.9 vien-kiem-sat'],
      silent: [],
    })
  })

  it('dates no task: two are yearly ("hằng năm"), one is regular ("thường xuyên")', () => {
    expect(deadlineLines(plan)).toEqual(['III.11.2 yearly', 'III.11.4 regular', 'III.12.7 yearly'])
  })

  it('states no window, and names what each target leaves open', () => {
    expect(plan.windows).toMatchObject({ family: 'pol', status: 'inferred', cycle: 'half-year' })
    expect(plan.years).toEqual([2026, 2027, 2028, 2029, 2030])
    const moved = new Set(plan.openParameters.flatMap(({ targets }) => targets))
    expect([...moved].sort()).toEqual(plan.targets.map(({ id }) => id).sort())
  })

  it('is reported by 69 communes and 11 agencies', () => {
    const reporters = reportersOf(plan, places())
    const count = (kind: string) => reporters.filter((each) => each.kind === kind).length
    expect(['committee', 'police', 'agency'].map(count)).toEqual([69, 69, 11])
  })

  it('has its province collect lists by the month, the rest by the half-year', () => {
    expect(collectionLines(plan)).toEqual([
      'returnee-register month police',
      'support-model half-year committee',
      'exemplar half-year committee',
      'credit month agency:ngan-hang-chinh-sach-xa-hoi',
      'community-sentence month police',
      'tally half-year committee',
    ])
  })
})
