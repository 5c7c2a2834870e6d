import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { employmentRate } from '#models/indicators/index.ts'
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
import { register, resident } from '#test/support/sent.ts'

/** A register that lists so many people: the figure tells which one counts. */
const listing = (n: number) =>
  Array.from({ length: n }, (_, at) => resident(`${n}-${at}`, '2024-01-01', {}, []))

const on = (day: number) => `2026-03-${day}T05:00:00.000Z`

describe('which submission counts', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C, D, E, F, G, H],
      knownUntil: '2026-03-20T16:59:59.999Z',
      missing: [`returnee-register police:${F} 2026-02`, `returnee-register police:${G} 2026-02`],
      reports: [
        // A: the correction came before what it corrects
        register(A, '2026-03', listing(2), { revision: 2, receivedAt: on(15) }),
        register(A, '2026-03', listing(1), { revision: 1, receivedAt: on(17) }),
        // B: one revision twice; C: the same, given in the other order
        register(B, '2026-03', listing(1), { receivedAt: on(15) }),
        register(B, '2026-03', listing(2), { receivedAt: on(16) }),
        register(C, '2026-03', listing(2), { receivedAt: on(16) }),
        register(C, '2026-03', listing(1), { receivedAt: on(15) }),
        // D: the correction was withdrawn; E: withdrawn only after the moment that is asked for
        register(D, '2026-03', listing(1), { revision: 1, receivedAt: on(15) }),
        register(D, '2026-03', listing(2), {
          revision: 2,
          receivedAt: on(16),
          withdrawnAt: on(17),
        }),
        register(E, '2026-03', listing(1), { revision: 1, receivedAt: on(15) }),
        register(E, '2026-03', listing(2), {
          revision: 2,
          receivedAt: on(16),
          withdrawnAt: on(21),
        }),
        // F: held and nobody has accepted it; its month 02 all withdrawn, so that nothing is there
        register(F, '2026-03', listing(5), { revision: 1, receivedAt: on(15) }),
        register(F, '2026-03', listing(1), { revision: 2, receivedAt: on(16), outcome: 'held' }),
        register(F, '2026-02', listing(1), { withdrawnAt: on(1) }),
        // G: held and accepted, once in time and once after the moment; its month 02 rejected
        register(G, '2026-03', listing(5), { revision: 1, receivedAt: on(15) }),
        register(G, '2026-03', listing(1), {
          revision: 2,
          receivedAt: on(16),
          outcome: 'held',
          acceptedAt: on(17),
        }),
        register(G, '2026-03', listing(4), {
          revision: 3,
          receivedAt: on(18),
          outcome: 'held',
          acceptedAt: on(21),
        }),
        register(G, '2026-02', [], { outcome: 'rejected' }),
        // H: a rejected correction, and one that came after the moment
        register(H, '2026-03', listing(1), { revision: 1, receivedAt: on(15) }),
        register(H, '2026-03', [], { revision: 2, receivedAt: on(16), outcome: 'rejected' }),
        register(H, '2026-03', listing(3), { revision: 3, receivedAt: '2026-03-20T17:00:00.000Z' }),
      ],
    })
  })
  afterAll(() => given?.close())

  const people = async (unit: string, window = '2026-03') =>
    (await given.figure(employmentRate, window, unit))?.replace('0/', '')

  it('is the highest revision, whatever came first', async () => expect(await people(A)).toBe('2'))

  it('is the later received of one revision, in whatever order they are told', async () => {
    expect(await people(B)).toBe('2')
    expect(await people(C)).toBe('2')
  })

  it('is the one before when the last is withdrawn, as known then', async () => {
    expect(await people(D)).toBe('1')
    expect(await people(E)).toBe('2')
  })

  it('is not a held one until somebody accepts it', async () => {
    expect(await people(F)).toBe('5')
    expect(await people(G)).toBe('1')
  })

  it('is never a rejected one, nor one that was not known yet', async () => {
    expect(await people(H)).toBe('1')
  })

  it('may be none, and then there is no value', async () => {
    expect(await people(F, '2026-02')).toBeUndefined()
    expect(await people(G, '2026-02')).toBeUndefined()
    expect(await given.whole(employmentRate, '2026-02', PROVINCE)).toBe(
      '0/0 provisional 6/8 withheld 0',
    )
  })

  it('ends what it supersedes at the moment when both were known', async () => {
    const spans = await given.engine.rows(`
      select split_part(reporter_id, ':', 2) as code, revision, known_to from submission
      where form = 'returnee-register' and window_id = 'adm:2026-03' and rows_accepted > 0
        and reporter_id in ('police:${A}', 'police:${B}', 'police:${D}', 'police:${G}') order by 1, 2, known_from`)
    expect(spans.map(({ code, revision, known_to }) => [code, revision, known_to])).toEqual([
      [A, 1, on(17)],
      [A, 2, null],
      [B, 1, on(16)],
      [B, 1, null],
      [D, 1, null],
      [D, 2, on(17)],
      [G, 1, on(17)],
      [G, 2, null],
      [G, 3, null],
    ])
  })
})
