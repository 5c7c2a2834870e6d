import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportingCompleteness } from '#models/indicators/index.ts'
import { A, B, C, type Generation, generationOf, PROVINCE } from '#test/support/rows.ts'
import { reach } from '#test/support/sent.ts'

describe('how many units a figure about reports is about', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C],
      missing: [`communication committee:${B} 2026-Q1`],
      reports: [reach('agency:toa-an', '2026-Q1', [1, 1])],
    })
  })
  afterAll(() => given?.close())

  const whole = (form: string, window: string, unit: string) =>
    given.whole(reportingCompleteness, window, unit, { form })

  it('is those from whom the form is expected, each once', async () => {
    expect(await whole('returnee-register', '2026-Q1', PROVINCE)).toBe('9/9 final 3/3 withheld 0')
    expect(await whole('pre-release', '2026-Q1', PROVINCE)).toBe('3/3 final 1/1 withheld 0')
    // 3 committees, one of them silent, and the 12 agencies that owe something
    expect(await whole('communication', '2026-Q1', PROVINCE)).toBe('14/15 final 15/15 withheld 0')
    expect(await whole('communication', '2026-Q1', B)).toBe('0/1 final 1/1 withheld 0')
  })

  it('leaves units out from which nothing is expected', async () => {
    expect(await whole('pre-release', '2026-Q1', A)).toBeUndefined()
    expect(await whole('communication', '2026-03', PROVINCE)).toBeUndefined()
  })
})
