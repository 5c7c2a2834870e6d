import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { communicationReach, preReleasePreparationCoverage } from '#models/indicators/index.ts'
import { A, B, C, type Generation, generationOf, PROVINCE } from '#test/support/rows.ts'
import { reach, released } from '#test/support/sent.ts'

/** Q1 = 15/12–14/3, Q2 = 15/3–14/6, 6M both. */
describe('people reached since the start of the year', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C],
      businessDate: '2026-06-20',
      missing: [`communication committee:${C} 2026-Q2`, 'communication agency:so-y-te 2026-Q2'],
      reports: [
        reach(`committee:${A}`, '2026-Q1', [20, 25], [5_000, 40_000]),
        reach(`committee:${A}`, '2026-Q2', [25, 25], [9_000, 40_000]),
        reach(`committee:${B}`, '2026-Q2', [10, 10], [2_000, 6_000], { withheld: 0 }),
        reach('agency:so-tu-phap', '2026-Q2', [30, 50]),
        // only asked ("Đề nghị"), and answered
        reach('agency:toa-an', '2026-Q2', [7, 70]),
      ],
    })
  })
  afterAll(() => given?.close())

  it('is a stock since the start of the year: the quarter and the half say the same', async () => {
    expect(await given.figure(communicationReach, '2026-Q1', A)).toBe('5020/40025')
    expect(await given.figure(communicationReach, '2026-Q2', A)).toBe('9025/40025')
    expect(await given.figure(communicationReach, '2026-6M', A)).toBe('9025/40025')
  })

  it('has no figure in a month, nor without the quarter’s form', async () => {
    expect(await given.figure(communicationReach, '2026-06', A)).toBeUndefined()
    expect(await given.figure(communicationReach, '2026-5M', PROVINCE)).toBeUndefined()
    expect(await given.figure(communicationReach, '2026-Q2', C)).toBeUndefined()
  })

  it('adds the agencies in the province, also those that are only asked', async () => {
    // A 9025/40025, B 2010/6010, Sở Tư pháp 30/50, Tòa án 7/70; the other agencies have nothing to report
    expect(await given.figure(communicationReach, '2026-Q2', PROVINCE)).toBe('11072/46155')
  })

  it('expects communes and obliged agencies, not the bodies that are asked', async () => {
    // 3 communes and 12 agencies (18 items without the committees, three asked ones and two that report as nobody)
    expect(await given.whole(communicationReach, '2026-Q2', PROVINCE)).toMatch(
      / provisional 13\/15 withheld 0$/,
    )
  })
})

describe('inmates prepared before release', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B],
      businessDate: '2026-06-20',
      missing: ['pre-release facility:trai-tam-giam 2026-05'],
      reports: [
        released('2026-01', 4, 4),
        released('2026-02', 2, 3),
        released('2026-03', 5, 5),
        released('2026-04', 1, 2, { withheld: 1 }),
        released('2026-06', 0, 6),
      ],
    })
  })
  afterAll(() => given?.close())

  it('adds up the months, each inmate in the month of release', async () => {
    expect(await given.figure(preReleasePreparationCoverage, '2026-02', PROVINCE)).toBe('2/3')
    expect(await given.whole(preReleasePreparationCoverage, '2026-Q1', PROVINCE)).toBe(
      '11/12 final 1/1 withheld 0',
    )
  })

  it('is provisional over a month with withheld rows', async () => {
    expect(await given.whole(preReleasePreparationCoverage, '2026-4M', PROVINCE)).toBe(
      '12/14 provisional 1/1 withheld 1',
    )
  })

  it('needs every month of the window', async () => {
    expect(await given.figure(preReleasePreparationCoverage, '2026-06', PROVINCE)).toBe('0/6')
    for (const window of ['2026-05', '2026-Q2', '2026-5M', '2026-6M'])
      expect(await given.figure(preReleasePreparationCoverage, window, PROVINCE)).toBeUndefined()
  })

  it('belongs to the province only', async () => {
    expect(await given.figure(preReleasePreparationCoverage, '2026-Q1', A)).toBeUndefined()
  })
})
