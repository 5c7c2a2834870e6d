import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reoffendingRate, reoffendingWithin12Months } from '#models/indicators/index.ts'
import { define } from '#models/indicators/indicator.ts'
import { A, B, C, type Generation, generationOf, PROVINCE } from '#test/support/rows.ts'
import { mover, offence, offences, register, resident } from '#test/support/sent.ts'

const returned = { population: 'returned' }
const moved = { left_on: '2026-02-20', left_reason: 'chuyen_trong_tinh' } as const

/** Those back in Q1 (15/12/2025–14/3/2026), as it is known in December 2026 and, of later lists, in 2027. */
describe('new offences of those who came back', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C],
      businessDate: '2026-12-20',
      missing: [`returnee-register police:${C} 2026-03`],
      also: [
        define(reoffendingRate),
        define(reoffendingRate, returned),
        define(reoffendingWithin12Months),
        define(reoffendingWithin12Months, { stage: 'detected' }),
      ],
      reports: [
        register(A, '2026-03', [
          resident('first day', '2025-12-15'),
          resident('last day', '2026-03-14'),
          resident('before', '2025-12-14'),
          resident('after', '2026-03-15'),
          resident('in the window', '2026-01-10'),
          resident('dropped', '2026-01-10'),
          resident('twice', '2026-01-10'),
          resident('earlier case', '2026-02-01'),
          mover('moved in', '2026-02-01'),
        ]),
        // came back to B, moved to A, prosecuted there
        register(B, '2026-03', [
          resident('wanderer', '2026-01-20', moved),
          resident('b', '2026-01-20'),
        ]),
        register(A, '2026-04', [mover('wanderer', '2026-02-20')]),
        offences('2026-04', [offence('V0', 'nobody any more', A, '2026-02-02')]),
        offences('2026-12', [
          // on the day of the return, and on the last day of the twelve months
          offence('V1', 'first day', A, '2025-12-15'),
          offence('V2', 'last day', A, '2026-12-01', { detected_on: '2026-11-30' }),
          offence('V3', 'before', A, '2026-01-01'),
          offence('V4', 'after', A, '2026-04-01'),
          offence('V5', 'in the window', A, '2026-03-14'),
          offence('V6', 'dropped', A, '2026-02-02', { dropped_on: '2026-06-01' }),
          offence('V7', 'twice', A, '2026-02-02'),
          offence('V8', 'twice', A, '2026-09-09'),
          offence('V9', 'earlier case', A, '2026-01-31'),
          offence('V10', 'moved in', A, '2026-02-20'),
          offence('V11', 'wanderer', A, '2026-03-10'),
          offence('V12', 'b', B, null, { detected_on: '2026-06-06' }),
        ]),
      ],
    })
  })
  afterAll(() => given?.close())

  it('follow each for twelve months, also after the window, and count a person once', async () => {
    // first day, last day, in the window, dropped, twice, earlier case; counted: first day, last day, in the window, twice
    expect(await given.figure(reoffendingWithin12Months, '2026-Q1', A)).toBe('4/6')
  })

  it('stay with the commune to which each came back', async () => {
    expect(await given.figure(reoffendingWithin12Months, '2026-Q1', B)).toBe('1/2')
    expect(await given.figure(reoffendingWithin12Months, '2026-Q1', B, { stage: 'detected' })).toBe(
      '1/2',
    )
  })

  it('are provisional until eighteen months after the window', async () => {
    expect(await given.whole(reoffendingWithin12Months, '2026-Q1', PROVINCE)).toBe(
      '5/8 provisional 2/3 withheld 0',
    )
    expect(await given.whole(reoffendingWithin12Months, '2026-Q1', A)).toBe(
      '4/6 provisional 1/1 withheld 0',
    )
  })

  it('count in the window, beside those managed, by the commune of the event', async () => {
    // first day, in the window, twice, earlier case, and the wanderer, whom the event brings to A
    expect(await given.figure(reoffendingRate, '2026-Q1', A, returned)).toBe('5/7')
    expect(await given.figure(reoffendingRate, '2026-Q1', B, returned)).toBe('0/1')
    expect(await given.figure(reoffendingRate, '2026-Q1', PROVINCE, returned)).toBe('5/8')
  })
})

describe('the twelve months', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      businessDate: '2027-07-15',
      reports: [
        register(A, '2026-01', [
          resident('last day', '2025-12-16'),
          resident('anniversary', '2025-12-15'),
          resident('as he came', '2025-12-15'),
          resident('before he came', '2025-12-16'),
        ]),
        offences('2026-12', [
          offence('V1', 'last day', A, '2026-12-15'),
          offence('V2', 'anniversary', A, '2026-12-15'),
          offence('V3', 'as he came', A, '2025-12-15'),
          offence('V4', 'before he came', A, '2025-12-15'),
        ]),
      ],
    })
  })
  afterAll(() => given?.close())

  it('begin with the day of the return and end on the day before the anniversary', async () => {
    const offended = await given.engine.rows(
      `select subject from pop_followed_prosecuted where window_id = 'adm:2026-01' and offended order by 1`,
    )
    expect(offended).toEqual([{ subject: 'as he came' }, { subject: 'last day' }])
  })

  it('and six for the courts, then it is final', async () => {
    expect(await given.whole(reoffendingWithin12Months, '2026-01', A)).toBe(
      '2/4 final 1/1 withheld 0',
    )
    expect(await given.whole(reoffendingWithin12Months, '2026-02', A)).toBe(
      '0/0 provisional 1/1 withheld 0',
    )
  })
})
