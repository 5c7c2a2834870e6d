import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  exemplarCoverage,
  largeCaseloadExemplarCoverage,
  largeCaseloadModelCoverage,
  modelCoverage,
} from '#models/indicators/index.ts'
import { define } from '#models/indicators/indicator.ts'
import { A, B, C, D, E, F, type Generation, generationOf, PROVINCE } from '#test/support/rows.ts'
import { exemplars, models, register, resident } from '#test/support/sent.ts'

const persons = (code: string, n: number) =>
  Array.from({ length: n }, (_, at) => resident(`${code}-${at}`, '2024-05-01'))

const outstanding = { rating: 'tieu_bieu' }

/** Q1 = 15/12–14/3. */
describe('communes where many live', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C, D, E, F],
      also: [
        define(largeCaseloadModelCoverage),
        define(largeCaseloadModelCoverage, { threshold: '11' }),
        define(largeCaseloadModelCoverage, { rating: 'all' }),
        define(modelCoverage, { communes: 'all' }),
        define(exemplarCoverage, { communes: 'with-residents' }),
      ],
      reports: [
        register(A, '2026-03', persons(A, 9)),
        models(A, '2026-Q1', [outstanding]),
        exemplars(A, '2026-Q1', [{ kind: 'hoan_luong' }]),
        // B: the tenth leaves the day after the window
        register(B, '2026-03', [
          ...persons(B, 9),
          resident('b', '2024-05-01', { left_on: '2026-03-15', left_reason: 'chet' }),
        ]),
        models(B, '2026-Q1', [outstanding]),
        exemplars(B, '2026-Q1', [{ kind: 'hoan_luong', recognised_on: '2024-09-02' }]),
        // C: a working model, and a group, but neither outstanding nor a person
        register(C, '2026-03', persons(C, 11)),
        models(C, '2026-Q1', [{ rating: 'hieu_qua' }]),
        exemplars(C, '2026-Q1', [{ kind: 'tap_the' }, { kind: 'doanh_nghiep' }]),
        // D: over on the last day
        register(D, '2026-03', persons(D, 10)),
        models(D, '2026-Q1', [{ ...outstanding, status: 'tam_dung', status_on: '2026-03-14' }]),
        exemplars(D, '2026-Q1', [{ kind: 'nguoi_giup_do', withdrawn_on: '2026-03-14' }]),
        // E: over the day after
        register(E, '2026-03', persons(E, 10)),
        models(E, '2026-Q1', [{ ...outstanding, status: 'tam_dung', status_on: '2026-03-15' }]),
        exemplars(E, '2026-Q1', [{ kind: 'nguoi_giup_do', withdrawn_on: '2026-03-15' }]),
        // F: nobody lives there
        models(F, '2026-Q1', [outstanding]),
        exemplars(F, '2026-Q1', [{ kind: 'tap_the' }]),
      ],
    })
  })
  afterAll(() => given?.close())

  it('are those with the threshold or more on the last day', async () => {
    expect(await given.figure(largeCaseloadModelCoverage, '2026-Q1', A)).toBe('0/0')
    expect(await given.figure(largeCaseloadModelCoverage, '2026-Q1', B)).toBe('1/1')
    expect(await given.figure(largeCaseloadModelCoverage, '2026-Q1', C)).toBe('0/1')
    expect(await given.figure(largeCaseloadModelCoverage, '2026-Q1', PROVINCE)).toBe('2/4')
    const eleven = { threshold: '11' }
    expect(await given.figure(largeCaseloadModelCoverage, '2026-Q1', B, eleven)).toBe('0/0')
    expect(await given.figure(largeCaseloadModelCoverage, '2026-Q1', PROVINCE, eleven)).toBe('0/1')
  })

  it('need a model that is outstanding, where the plan says so, and works on the last day', async () => {
    const any = { rating: 'all' }
    expect(await given.figure(largeCaseloadModelCoverage, '2026-Q1', C, any)).toBe('1/1')
    expect(await given.figure(largeCaseloadModelCoverage, '2026-Q1', D)).toBe('0/1')
    expect(await given.figure(largeCaseloadModelCoverage, '2026-Q1', E)).toBe('1/1')
  })

  it('need a person recognised at any time and not withdrawn by then', async () => {
    expect(await given.figure(largeCaseloadExemplarCoverage, '2026-Q1', A)).toBe('0/0')
    expect(await given.figure(largeCaseloadExemplarCoverage, '2026-Q1', B)).toBe('1/1')
    expect(await given.figure(largeCaseloadExemplarCoverage, '2026-Q1', C)).toBe('0/1')
    expect(await given.figure(largeCaseloadExemplarCoverage, '2026-Q1', D)).toBe('0/1')
    expect(await given.figure(largeCaseloadExemplarCoverage, '2026-Q1', E)).toBe('1/1')
    expect(await given.figure(largeCaseloadExemplarCoverage, '2026-Q1', PROVINCE)).toBe('2/4')
  })

  it('are not asked by a plan that means all communes, nor those without anybody by one that does not', async () => {
    // all six: A, B, C, E and F have a working model
    expect(await given.figure(modelCoverage, '2026-Q1', PROVINCE, { communes: 'all' })).toBe('5/6')
    expect(await given.figure(modelCoverage, '2026-Q1', PROVINCE)).toBe('4/5')
    // of the year: A, C, E and F; D is withdrawn, B is of 2024
    expect(await given.figure(exemplarCoverage, '2026-Q1', PROVINCE)).toBe('4/6')
    const withResidents = { communes: 'with-residents' }
    expect(await given.figure(exemplarCoverage, '2026-Q1', PROVINCE, withResidents)).toBe('3/5')
  })
})

it('have a threshold of one or more, and a rating that is known', () => {
  for (const threshold of ['0', '-1', '9,5', 'ten'])
    expect(() => largeCaseloadModelCoverage.denominator({ threshold, rating: 'all' })).toThrow(
      `threshold '${threshold}' is no whole number of 1 or more`,
    )
  expect(() => largeCaseloadModelCoverage.numerator({ threshold: '10', rating: 'kem' })).toThrow(
    "'kem' is no rating of this indicator; known are tieu_bieu, all",
  )
})
