import { describe, expect, it } from 'vitest'
import { hungYen2026 as plan } from '#models/plans/hung-yen-2026.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { places } from '#sources/reference/places.ts'
import { collectionLines, deadlineLines, standings } from '#test/support/plan-lines.ts'

/** Every number and date here was read in the plan; the clause stands beside it. */
describe('the plan of Hưng Yên for a review', () => {
  it('leaves number and day blank; Phó Chủ tịch Thường trực Nguyễn Lê Huy signs', () => {
    expect(plan.document).toMatchObject({
      number: null,
      date: null,
      asWritten: { number: '/KH-UBND', date: 'ngày tháng 02 năm 2026' },
      place: 'Hưng Yên',
      signer: { title: 'KT. Chủ tịch, Phó Chủ tịch Thường trực', name: 'Nguyễn Lê Huy' },
    })
    expect(
      plan.document.bases.map((basis) => basis.match(/số (\S+) ngày (\S+)/)?.slice(1)),
    ).toEqual([
      ['42/KH-BCA-C11', '20/01/2026'],
      ['49/2020/NĐ-CP', '17/4/2020'],
      ['22/2023/QĐ-TTg', '17/8/2023'],
    ])
  })

  it('promises no figure, and asks three things in words', () => {
    expect(plan.targets).toEqual([])
    expect(plan.qualitative.map(({ id, clause }) => `${id} ${clause}`)).toEqual([
      'Q1 I.1',
      'Q2 I.2',
      'Q3 I.3',
    ])
  })

  it('states two windows that end on the same day (II.1.2), and has no year', () => {
    expect(plan.windows).toMatchObject({ status: 'stated', cycle: 'review' })
    expect(plan.windows.reviews?.map(({ window, clause }) => `${clause} ${window}`)).toEqual([
      'II.1.2.a 2020-06-15..2026-01-14',
      'II.1.2.b 2023-10-10..2026-01-14',
    ])
    expect(plan.years).toEqual([])
  })

  it('tells thirteen paragraphs of II.1.5 what to assess, two of them for two bodies each', () => {
    const assessments = plan.bodies.flatMap(({ slug, tasks }) =>
      tasks.filter(({ id }) => id.startsWith('II.1.5.')).map(({ id }) => `${id.slice(7)} ${slug}`),
    )
    expect(assessments).toEqual([
      '1-1 so-van-hoa-the-thao-du-lich',
      '1-2 bao-phat-thanh-truyen-hinh',
      '2-1 so-noi-vu',
      '2-2 so-giao-duc-dao-tao',
      '3 so-tu-phap',
      '4 so-tai-chinh',
      '5 cong-an-tinh',
      '6 ngan-hang-chinh-sach-xa-hoi',
      '7 bo-chi-huy-quan-su',
      '8 vien-kiem-sat',
      '9 toa-an',
      '10 mat-tran-to-quoc',
      '11 thi-hanh-an-dan-su',
      '12 hoi-luat-gia',
      '13 ubnd-xa-phuong',
    ])
    expect(standings(plan)).toEqual({
      requested: ['II.1.5 vien-kiem-sat', 'II.1.5 toa-an', 'II.1.5 mat-tran-to-quoc'],
      silent: ['II.2.2', 'II.2'],
    })
  })

  it('wants the assessments before 28/2/2026 (II.2.1, IV.1), the conference before 10/3 (II.2.2.3)', () => {
    const lines = deadlineLines(plan)
    expect(lines.filter((line) => line.endsWith('before 2026-02-28'))).toHaveLength(15 + 1)
    expect(lines.filter((line) => !line.endsWith('before 2026-02-28'))).toEqual([
      'II.2.2.3 before 2026-03-10',
    ])
    const others = plan.bodies.flatMap(({ slug, tasks }) =>
      tasks.filter(({ deadline }) => deadline.kind === 'unstated').map(({ id }) => `${id} ${slug}`),
    )
    expect(others).toEqual([
      'II.2.2.4.1-2 so-noi-vu',
      'IV.3 so-tai-chinh',
      'II.2.2.4.1-1 cong-an-tinh',
      'II.2.2.4.2-1 cong-an-tinh',
      'IV.2 cong-an-tinh',
      'II.2.2.4.2-2 ngan-hang-chinh-sach-xa-hoi',
      'II.2.2.4.1-3 van-phong-ubnd',
    ])
  })

  it('is reported by 104 communes and 14 agencies', () => {
    const reporters = reportersOf(plan, places())
    const count = (kind: string) => reporters.filter((each) => each.kind === kind).length
    expect(['committee', 'agency'].map(count)).toEqual([104, 14])
  })

  it('has numbers and words collected once for each review', () => {
    expect(collectionLines(plan)).toEqual([
      'tally review committee',
      'narrative review committee agency',
    ])
  })
})
