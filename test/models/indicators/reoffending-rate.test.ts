import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reoffendingRate } from '#models/indicators/index.ts'
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
} from '#test/support/rows.ts'
import { mover, offence, offences, register, resident } from '#test/support/sent.ts'

const since = '2024-05-01'
const gone = (on: `${number}-${number}-${number}`) => ({ left_on: on, left_reason: 'xoa_an_tich' })

/** Months of the case: 01 = 15/12–14/1, 02 = 15/1–14/2, 03 = 15/2–14/3; Q1 = 15/12–14/3. */
describe('new offences among everyone managed', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C, D, E, F, G, H],
      missing: [`returnee-register police:${H} 2026-03`],
      reports: [
        // A: managed on any day of the window
        register(A, '2026-03', [
          resident('always', since),
          resident('left before', since, gone('2026-02-15')),
          resident('left on the first day', since, gone('2026-02-16')),
          resident('came on the last day', '2026-03-14'),
          resident('came too late', '2026-03-15'),
          resident('left before the year', since, gone('2025-12-15')),
        ]),
        // B: days of prosecution at the edges
        register(B, '2026-03', [
          resident('b first day', since),
          resident('b last day', since),
          resident('b day after', since),
          resident('b twice', since),
          resident('b only detected', since),
          resident('b dropped', since),
        ]),
        // C: one of two cases dropped, the other stands
        register(C, '2026-03', [resident('c half dropped', since)]),
        // D → E: prosecuted in E for what he did while D managed him
        register(D, '2026-03', [
          resident('moved', since, { left_on: '2026-02-01', left_reason: 'chuyen_trong_tinh' }),
        ]),
        register(E, '2026-03', [mover('moved', '2026-02-01'), resident('e other', since)]),
        // F: prosecuted after he had left management
        register(F, '2026-03', [
          resident('f gone', since, gone('2026-02-01')),
          resident('f stays', since),
        ]),
        // G: the list says that H managed him then, but H's register is missing
        register(G, '2026-03', [mover('g from h', '2026-02-20')]),
        offences('2026-01', [
          offence('V0', 'b dropped', B, '2025-12-28'),
          offence('V1', 'c half dropped', C, '2026-01-10'),
        ]),
        offences('2026-03', [
          offence('V0', 'b dropped', B, '2025-12-28', { dropped_on: '2026-03-01' }),
          offence('V1', 'c half dropped', C, '2026-01-10', { dropped_on: '2026-02-20' }),
          offence('V2', 'c half dropped', C, '2026-01-10'),
          offence('V3', 'b first day', B, '2026-02-15'),
          offence('V4', 'b last day', B, '2026-03-14'),
          offence('V5', 'b day after', B, '2026-03-15'),
          offence('V6', 'b twice', B, '2026-02-20'),
          offence('V7', 'b twice', B, '2026-03-01'),
          offence('V8', 'b only detected', B, null, { detected_on: '2026-02-20' }),
          offence('V9', 'moved', D, '2026-03-01'),
          offence('V10', 'f gone', F, '2026-02-20'),
          offence('V11', 'nobody knows him', F, '2026-02-20'),
          offence('V12', 'g from h', H, '2026-02-18'),
          offence('V13', 'h perhaps', H, '2026-02-18'),
        ]),
      ],
    })
  })
  afterAll(() => given?.close())

  it('looks at everyone with a stay on any day of the window', async () => {
    // always, left on the first day (last stay day 15/2), came on the last day
    expect(await given.figure(reoffendingRate, '2026-03', A)).toBe('0/3')
    // and left before; nobody from before the year
    expect(await given.figure(reoffendingRate, '2026-Q1', A)).toBe('0/4')
  })

  it('counts prosecutions from the first to the last day, a person once, a detection not at all', async () => {
    expect(await given.figure(reoffendingRate, '2026-03', B)).toBe('3/6')
  })

  it('lets a dropped case leave every window, also those before', async () => {
    expect(await given.figure(reoffendingRate, '2026-Q1', B)).toBe('3/6')
  })

  it('keeps a person whose other case stands', async () => {
    expect(await given.figure(reoffendingRate, '2026-Q1', C)).toBe('1/1')
    expect(await given.figure(reoffendingRate, '2026-03', C)).toBe('0/1')
  })

  it('gives the person to the commune of the event, in both parts of the ratio', async () => {
    expect(await given.figure(reoffendingRate, '2026-03', D)).toBe('1/1')
    expect(await given.figure(reoffendingRate, '2026-03', E)).toBe('0/1')
  })

  it('counts nobody who was not managed in the window, and reconciles him where the register has come', async () => {
    expect(await given.figure(reoffendingRate, '2026-03', F)).toBe('0/1')
    expect(await given.figure(reoffendingRate, '2026-Q1', F)).toBe('1/2')
    const left = await given.engine.rows(`
      select unit_id, left_n, right_n from reconciliation where kind = 'offence-not-managed' and window_id = 'adm:2026-03'`)
    expect(left).toEqual([{ unit_id: `${F}@2025-07-01`, left_n: 2, right_n: 0 }])
  })

  it('keeps the person of an event in an uncovered commune where he lives, so that the province loses nobody', async () => {
    expect(await given.figure(reoffendingRate, '2026-03', H)).toBeUndefined()
    expect(await given.figure(reoffendingRate, '2026-03', G)).toBe('1/1')
  })

  it('adds up in the province to distinct persons', async () => {
    // 03: A 0/3, B 3/6, C 0/1, D 1/1, E 0/1, F 0/1, G 1/1
    expect(await given.whole(reoffendingRate, '2026-03', PROVINCE)).toBe(
      '5/14 provisional 7/8 withheld 0',
    )
  })
})

describe('the list that decides', () => {
  const P = resident('P', since)
  const registers = [register(A, '2026-02', [P]), register(A, '2026-03', [P])]

  it('is needed: without one of the close or later there is no figure, anywhere', async () => {
    const given = await generationOf({
      missing: ['reoffence agency:cong-an-tinh 2026-03'],
      reports: registers,
    })
    expect(await given.figure(reoffendingRate, '2026-02', A)).toBe('0/1')
    for (const window of ['2026-03', '2026-Q1'])
      for (const unit of [A, B, PROVINCE])
        expect(await given.figure(reoffendingRate, window, unit)).toBeUndefined()
    await given.close()
  })

  it('may be a later one, since each tells the whole year to date', async () => {
    const given = await generationOf({
      missing: ['reoffence agency:cong-an-tinh 2026-02'],
      reports: [...registers, offences('2026-03', [offence('V1', 'P', A, '2026-02-10')])],
    })
    expect(await given.figure(reoffendingRate, '2026-02', A)).toBe('1/1')
    await given.close()
  })

  it('makes all figures provisional when a row of the newest was withheld: it may be anyone', async () => {
    const given = await generationOf({
      reports: [
        ...registers,
        offences('2026-02', [], { withheld: 3 }),
        offences('2026-03', [offence('V1', 'P', A, '2026-03-01')], { withheld: 1 }),
      ],
    })
    expect(await given.whole(reoffendingRate, '2026-03', PROVINCE)).toBe(
      '1/1 provisional 3/3 withheld 1',
    )
    expect(await given.whole(reoffendingRate, '2026-02', PROVINCE)).toBe(
      '0/1 provisional 3/3 withheld 1',
    )
    expect(await given.whole(reoffendingRate, '2026-03', A)).toBe('1/1 provisional 1/1 withheld 0')
    await given.close()
  })

  it('leaves no doubt behind once a newer one is whole', async () => {
    const given = await generationOf({
      reports: [...registers, offences('2026-02', [], { withheld: 3 })],
    })
    expect(await given.whole(reoffendingRate, '2026-02', PROVINCE)).toBe('0/1 final 3/3 withheld 0')
    expect(await given.whole(reoffendingRate, '2026-02', A)).toBe('0/1 final 1/1 withheld 0')
    await given.close()
  })
})
