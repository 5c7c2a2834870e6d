import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { A, B, C, type Generation, generationOf, PROVINCE, unitOf } from '#test/support/rows.ts'
import {
  credit,
  mover,
  offence,
  offences,
  reach,
  register,
  resident,
  sentences,
  tally,
} from '#test/support/sent.ts'

const gone = (to: string, on: string) => ({
  left_on: on,
  left_reason: 'chuyen_trong_tinh',
  moved_to: unitOf(to),
})

describe('two sources of one number', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C],
      missing: [`returnee-register police:${C} 2026-03`],
      reports: [
        register(A, '2026-03', [
          resident('always', '2024-01-20', { employment: 'on_dinh', group: 'A' }),
          resident('back and received', '2026-01-20', { received_on: '2026-01-25' }),
          resident('back by amnesty', '2026-02-20', {
            release_basis: 'dac_xa',
            loan_need: 'co',
            loan_eligible: 'co',
            loan_listed_on: '2026-03-01',
          }),
          resident('moved to B', '2025-01-20', gone(B, '2026-02-10')),
          resident('moved to B, where nobody saw him', '2025-01-20', gone(B, '2026-02-11')),
          resident('moved to C, silent since', '2025-01-20', gone(C, '2026-02-20')),
          resident('expunged', '2024-01-20', {
            left_on: '2026-03-02',
            left_reason: 'xoa_an_tich',
          }),
        ]),
        register(B, '2026-03', [
          mover('moved to B', '2026-02-12', { moved_from: unitOf(A) }),
          mover('came from A, which knows nothing', '2026-03-12', {
            moved_from: unitOf(A),
            credit_advised_on: '2026-03-01',
            loan_listed_on: '2026-03-01',
          }),
          mover('came from another province', '2026-03-12'),
          resident('found by a review', '2026-02-20', { entry_kind: 'ra_soat' }),
        ]),
        offences('2026-03', [offence('V1', 'always', A, '2026-03-03')]),
        tally(A, '2026-Q1', {
          managed_start: 7,
          returned: 2,
          returned_completed: 1,
          returned_amnesty: 0,
          received: 1,
          moved_in: 0,
          moved_out: 3,
          expunged: 1,
          managed_end: 3,
          employed_stable: 1,
          loan_listed: 1,
          prosecuted: 0,
          group_a: 1,
          trainings: 9,
        }),
        tally(B, '2026-Q1', { moved_in: 4, managed_end: 4, credit_advised: 1 }),
        tally(C, '2026-Q1', { returned: 5 }),
        credit('2026-02', { [A]: { outstanding: 100_000 } }),
        credit('2026-03', {
          [A]: { listed: 3, lent_training: 4_000, repaid: 1_500, outstanding: 102_000 },
          [B]: { listed: 0 },
          [C]: { listed: 8 },
        }),
        sentences(A, '2026-02', 'an_treo', [4, 5]),
        sentences(A, '2026-03', 'an_treo', [6, 6]),
        sentences(B, '2026-02', 'an_treo', [1, 2]),
        sentences(B, '2026-03', 'an_treo', [2, 2]),
      ],
    })
  })
  afterAll(() => given?.close())

  const rows = async (kind: string) => {
    const found = await given.engine.rows(
      'select unit_id, window_id, field, left_n, right_n from reconciliation where kind = $1 order by all',
      [kind],
    )
    return found.map((row) => Object.values(row).join(' ').replaceAll('@2025-07-01', ''))
  }

  it('the tally of a committee beside the register of its police, item by item', async () => {
    // five stood on A's register when the quarter began: one stays, three moved, one was expunged
    expect(await rows('register-tally')).toEqual([
      `${A} adm:2026-Q1 managed_start 5 7`,
      `${A} adm:2026-Q1 prosecuted 1 0`,
      `${A} adm:2026-Q1 returned_amnesty 1 0`,
    ])
  })

  it('those whom the bank received beside those whom the register lists, where there is one', async () => {
    expect(await rows('listed-credit')).toEqual([`${A} adm:2026-03 listed 1 3`])
  })

  it('moves that only one side tells, asked of communes that have reported', async () => {
    expect(await rows('moves-out')).toEqual([`${A} adm:2026-02 moved_to 2 1`])
    expect(await rows('moves-in')).toEqual([`${B} adm:2026-03 moved_from 1 0`])
  })

  it('an opening beside the last closing, a balance beside what follows from the last one', async () => {
    expect(await rows('opening-closing')).toEqual([`${A} adm:2026-03 an_treo 5 6`])
    expect(await rows('credit-balance')).toEqual([`${A} adm:2026-03 outstanding 102500 102000`])
  })
})

describe('one window after another', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B],
      businessDate: '2026-06-20',
      reports: [
        reach(`committee:${A}`, '2026-Q1', [10, 20], [500, 900]),
        reach(`committee:${A}`, '2026-Q2', [12, 20], [450, 900]),
        reach('agency:so-y-te', '2026-Q1', [10, 20]),
        reach('agency:so-y-te', '2026-Q2', [9, 20]),
        reach('agency:so-noi-vu', '2026-Q1', [10, 20]),
        reach('agency:so-noi-vu', '2026-Q2', [8, 20]),
        tally(B, '2026-Q1', { returned: 3, managed_start: 9, managed_end: 12 }),
        tally(
          B,
          '2026-Q2',
          { returned: 1, managed_start: 11, managed_end: 13 },
          { toDate: { returned: 1, managed_start: 8, managed_end: 11 } },
        ),
      ],
    })
  })
  afterAll(() => given?.close())

  it('opens with what was there at the last close', async () => {
    const found = await given.engine.rows(
      `select unit_id, window_id, field, left_n, right_n from reconciliation where kind = 'opening-closing'`,
    )
    expect(found.map((row) => Object.values(row).join(' '))).toEqual([
      `${unitOf(B)} adm:2026-Q2 managed_start 12 11`,
    ])
  })

  it('adds up over the year: what happened does not grow less, stocks may; agencies are told apart', async () => {
    const found = await given.engine.rows(
      `select unit_id, window_id, field, left_n, right_n from reconciliation where kind = 'running-total' order by all`,
    )
    expect(found.map((row) => Object.values(row).join(' '))).toEqual([
      `${unitOf(A)} adm:2026-Q2 adults_reached 500 450`,
      `${unitOf(B)} adm:2026-Q2 returned 3 1`,
      `${unitOf(PROVINCE)} adm:2026-Q2 officials_reached/agency:so-noi-vu 10 8`,
      `${unitOf(PROVINCE)} adm:2026-Q2 officials_reached/agency:so-y-te 10 9`,
    ])
  })
})
