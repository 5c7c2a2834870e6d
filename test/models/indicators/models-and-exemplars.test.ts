import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exemplarCoverage, modelCoverage } from '#models/indicators/index.ts'
import {
  A,
  B,
  C,
  D,
  E,
  F,
  G,
  type Generation,
  generationOf,
  H,
  PROVINCE,
  unitOf,
} from '#test/support/rows.ts'
import { exemplars, models, register, resident } from '#test/support/sent.ts'

const someone = (name: string) => [resident(name, '2024-05-01')]
const left = (name: string) => [
  resident(name, '2024-05-01', { left_on: '2026-03-14', left_reason: 'chet' }),
]

/** Q1 = 15/12–14/3. */
describe('support models where somebody lives', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C, D, E, F, G, H],
      missing: [`support-model committee:${F} 2026-Q1`, `returnee-register police:${G} 2026-03`],
      reports: [
        register(A, '2026-03', someone('a')),
        models(A, '2026-Q1', [{}, { founded_on: '2026-03-14' }]),
        // B: founded too late, or stopped in time
        register(B, '2026-03', someone('b')),
        models(B, '2026-Q1', [
          { founded_on: '2026-03-15' },
          { status: 'tam_dung', status_on: '2026-03-14' },
          { status: 'giai_the', status_on: '2026-02-01' },
        ]),
        // C: stopped only after the window
        register(C, '2026-03', someone('c')),
        models(C, '2026-Q1', [{ status: 'tam_dung', status_on: '2026-03-15' }]),
        // D is covered by a model that E keeps for both, twice named
        register(D, '2026-03', someone('d')),
        register(E, '2026-03', [...someone('e'), resident('e2', '2026-01-01')]),
        models(E, '2026-Q1', [{ scope: 'lien_xa', covers: `${unitOf(D)}; ${unitOf(E)}` }]),
        register(F, '2026-03', someone('f')),
        models(G, '2026-Q1', [{}]),
        // H: a model and nobody who lives there any more
        register(H, '2026-03', left('h')),
        models(H, '2026-Q1', [{}]),
      ],
    })
  })
  afterAll(() => given?.close())

  it('counts a commune once, however many models and residents it has', async () => {
    expect(await given.figure(modelCoverage, '2026-Q1', A)).toBe('1/1')
  })

  it('asks for a model that works on the last day', async () => {
    expect(await given.figure(modelCoverage, '2026-Q1', B)).toBe('0/1')
    expect(await given.figure(modelCoverage, '2026-Q1', C)).toBe('1/1')
  })

  it('counts a model of several communes for each of them', async () => {
    expect(await given.figure(modelCoverage, '2026-Q1', D)).toBe('1/1')
    expect(await given.figure(modelCoverage, '2026-Q1', E)).toBe('1/1')
  })

  it('needs both the register and the form', async () => {
    expect(await given.figure(modelCoverage, '2026-Q1', F)).toBeUndefined()
    expect(await given.figure(modelCoverage, '2026-Q1', G)).toBeUndefined()
  })

  it('asks nothing of a commune without residents on the last day', async () => {
    expect(await given.figure(modelCoverage, '2026-Q1', H)).toBe('0/0')
  })

  it('exists in quarters, not in months', async () => {
    for (const window of ['2026-01', '2026-02', '2026-03', '2026-2M'])
      for (const unit of [A, PROVINCE])
        expect(await given.figure(modelCoverage, window, unit)).toBeUndefined()
  })

  it('sums the covered communes', async () => {
    expect(await given.whole(modelCoverage, '2026-Q1', PROVINCE)).toBe(
      '4/5 provisional 6/8 withheld 0',
    )
  })
})

/** Q2 = 15/3–14/6; 6M = 15/12–14/6. */
describe('exemplars of the plan year', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C, D],
      businessDate: '2026-06-20',
      missing: [`exemplar committee:${D} 2026-Q2`],
      reports: [
        exemplars(A, '2026-Q1', [{ recognised_on: '2025-12-15' }]),
        exemplars(A, '2026-Q2', [{ recognised_on: '2025-12-15' }]),
        exemplars(B, '2026-Q2', [
          { recognised_on: '2025-12-14' },
          { recognised_on: '2026-06-15' },
          { recognised_on: '2026-04-01', withdrawn_on: '2026-06-14' },
        ]),
        exemplars(C, '2026-Q2', [{ recognised_on: '2026-06-14', withdrawn_on: '2026-06-15' }]),
        exemplars(D, '2026-Q1', [{ recognised_on: '2026-02-02' }]),
      ],
    })
  })
  afterAll(() => given?.close())

  it('counts those of the year up to the window’s end, an earlier quarter’s too', async () => {
    expect(await given.figure(exemplarCoverage, '2026-Q1', A)).toBe('1/1')
    expect(await given.figure(exemplarCoverage, '2026-Q2', A)).toBe('1/1')
    expect(await given.figure(exemplarCoverage, '2026-6M', A)).toBe('1/1')
  })

  it('leaves out those of an earlier year, of a later day, and those withdrawn by then', async () => {
    expect(await given.figure(exemplarCoverage, '2026-6M', B)).toBe('0/1')
    expect(await given.figure(exemplarCoverage, '2026-6M', C)).toBe('1/1')
  })

  it('takes all communes that reported at the close, with or without residents', async () => {
    expect(await given.figure(exemplarCoverage, '2026-Q1', B)).toBe('0/1')
    expect(await given.figure(exemplarCoverage, '2026-6M', D)).toBeUndefined()
    expect(await given.whole(exemplarCoverage, '2026-Q1', PROVINCE)).toBe(
      '2/4 final 4/4 withheld 0',
    )
    expect(await given.whole(exemplarCoverage, '2026-6M', PROVINCE)).toBe(
      '2/3 provisional 3/4 withheld 0',
    )
  })
})
