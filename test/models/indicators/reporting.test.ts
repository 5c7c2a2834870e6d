import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportingCompleteness, reportingTimeliness } from '#models/indicators/index.ts'
import { A, B, C, D, E, F, type Generation, generationOf, PROVINCE } from '#test/support/rows.ts'
import { models, reach, register, resident } from '#test/support/sent.ts'

const form = 'returnee-register'
const P = [resident('P', '2024-05-01')]

/** Registers of a month are due before the 18th of the month in which it closes: 18/2/2026 for month 02. */
describe('reports received and on time', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C, D, E, F],
      missing: [`returnee-register police:${D} 2026-02`, `returnee-register police:${F} 2026-02`],
      reports: [
        register(A, '2026-02', [], { arrivedOn: '2026-02-17' }),
        register(B, '2026-02', [], { arrivedOn: '2026-02-18' }),
        // C: in time; what counts now is a later correction
        register(C, '2026-02', P, { arrivedOn: '2026-02-16' }),
        register(C, '2026-02', P, {
          revision: 2,
          arrivedOn: '2026-03-02',
          receivedAt: '2026-03-02T05:00:00.000Z',
        }),
        register(D, '2026-02', P, { outcome: 'rejected', arrivedOn: '2026-02-16' }),
        // E: in time what was withdrawn, late what came instead
        register(E, '2026-02', P, {
          arrivedOn: '2026-02-10',
          withdrawnAt: '2026-02-19T05:00:00.000Z',
        }),
        register(E, '2026-02', P, {
          revision: 2,
          arrivedOn: '2026-02-20',
          receivedAt: '2026-02-20T05:00:00.000Z',
        }),
        register(F, '2026-02', P, { outcome: 'held', arrivedOn: '2026-02-16' }),
        models(A, '2026-Q1', [], { arrivedOn: '2026-03-17' }),
        models(B, '2026-Q1', [], { arrivedOn: '2026-03-18' }),
        // received, from one that is only asked: expected of nobody
        reach('agency:toa-an', '2026-Q1', [1, 1], null, { arrivedOn: '2026-03-19' }),
      ],
    })
  })
  afterAll(() => given?.close())

  const both = async (window: string, unit: string, of = form) => [
    await given.figure(reportingCompleteness, window, unit, { form: of }),
    await given.figure(reportingTimeliness, window, unit, { form: of }),
  ]

  it('takes the due day strictly: to arrive on it is late', async () => {
    expect(await both('2026-02', A)).toEqual(['1/1', '1/1'])
    expect(await both('2026-02', B)).toEqual(['1/1', '0/1'])
  })

  it('remembers that a report was in time when it was corrected later', async () => {
    expect(await both('2026-02', C)).toEqual(['1/1', '1/1'])
  })

  it('has not received what was rejected or is held', async () => {
    expect(await both('2026-02', D)).toEqual(['0/1', '0/1'])
    expect(await both('2026-02', F)).toEqual(['0/1', '0/1'])
  })

  it('is not in time by a report that was withdrawn', async () => {
    expect(await both('2026-02', E)).toEqual(['1/1', '0/1'])
  })

  it('adds up in the province and over the months of a window', async () => {
    // months 01 and 03 came on 2/1/2026, before they were due
    expect(await both('2026-02', PROVINCE)).toEqual(['4/6', '2/6'])
    expect(await both('2026-Q1', PROVINCE)).toEqual(['16/18', '14/18'])
    expect(await both('2026-2M', B)).toEqual(['2/2', '1/2'])
  })

  it('counts a quarter’s form in windows that hold the quarter', async () => {
    expect(await both('2026-Q1', A, 'support-model')).toEqual(['1/1', '1/1'])
    expect(await both('2026-Q1', B, 'support-model')).toEqual(['1/1', '0/1'])
    expect(await both('2026-03', A, 'support-model')).toEqual([undefined, undefined])
  })

  it('keeps each form apart', async () => {
    expect(await both('2026-Q1', A, 'exemplar')).toEqual(['1/1', '1/1'])
    expect(await both('2026-Q1', B, 'exemplar')).toEqual(['1/1', '1/1'])
  })

  it('expects nothing of bodies that are only asked', async () => {
    // 6 communes and 12 obliged agencies
    expect(await both('2026-Q1', PROVINCE, 'communication')).toEqual(['18/18', '18/18'])
  })
})
