import { beforeEach, describe, expect, it } from 'vitest'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { recordAction } from '#pipelines/ledger/actions.ts'
import type { Ledger } from '#pipelines/ledger/open.ts'
import { instantOf, type Submission } from '#pipelines/ledger/schema.ts'
import { knownSubmissions, submissionRow } from '#pipelines/warehouse/known.ts'
import { places } from '#sources/reference/places.ts'
import { day, ledgerOfTest } from '#test/support/ledger-of-test.ts'

function submission(
  name: string,
  received: Date,
  outcome: Submission['outcome'] = 'accepted',
): Submission {
  return {
    submission_id: `${name}/returnee-register`,
    sha256: name,
    form: 'returnee-register',
    assignment: null,
    form_version: 1,
    sheet: '01.Danh sach',
    reporter_id: 'police:07210',
    window_id: 'adm:2026-01',
    revision: 1,
    nil: 0,
    outcome,
    rows_read: 3,
    rows_accepted: 2,
    versions: 'v',
    parsed_name: name,
    data_to: null,
    document_no: null,
    document_date: null,
    arrived_on: '2026-02-01',
    received_at: instantOf(received),
    decided_at: instantOf(received),
  }
}

describe('what was known at an instant', () => {
  let ledger: Ledger
  beforeEach(async () => {
    ledger = await ledgerOfTest()
    const rows = [
      submission('early', day(2)),
      submission('late', day(8)),
      submission('held', day(2), 'held'),
      submission('bad', day(2), 'rejected'),
    ]
    for (const row of rows) {
      await ledger.db
        .insertInto('file')
        .values({ sha256: row.sha256, bytes: 1, first_received_at: row.received_at })
        .execute()
      await ledger.db.insertInto('submission').values(row).execute()
    }
    const act = (n: number, kind: 'accept' | 'withdraw', name: string) =>
      recordAction(ledger.db, {
        at: day(n),
        actor: 'CB',
        kind,
        submissionId: `${name}/returnee-register`,
        reason: 'x',
      })
    await act(3, 'withdraw', 'early')
    await act(4, 'accept', 'held')
    await act(5, 'accept', 'early')
    await act(6, 'withdraw', 'held')
    await act(6, 'accept', 'bad')
  })

  const at = async (n: number) =>
    Object.fromEntries(
      (await knownSubmissions(ledger.db, instantOf(day(n)))).map(
        ({ submission: s, outcome, knownFrom, knownTo }) => [
          s.sha256,
          [outcome, knownFrom, knownTo],
        ],
      ),
    )
  const on = (n: number) => instantOf(day(n))

  it('holds what had arrived by then, the instant itself included', async () => {
    expect(Object.keys(await at(1))).toEqual([])
    expect(Object.keys(await at(2))).toEqual(['bad', 'early', 'held'])
    expect(Object.keys(await at(8))).toEqual(['bad', 'early', 'held', 'late'])
  })

  it('knows a withdrawal once it was made, until it was taken back', async () => {
    expect((await at(2))['early']).toEqual(['accepted', on(2), null])
    expect((await at(3))['early']).toEqual(['accepted', on(2), on(3)])
    expect((await at(5))['early']).toEqual(['accepted', on(2), null])
  })

  it('takes a held one as accepted from the moment somebody accepted it, not before', async () => {
    expect((await at(3))['held']).toEqual(['held', on(2), null])
    expect((await at(4))['held']).toEqual(['accepted', on(4), null])
    expect((await at(6))['held']?.[0]).toBe('held')
  })

  it('never takes a rejected one as accepted', async () => {
    expect((await at(9))['bad']?.[0]).toBe('rejected')
  })

  it('writes them in the order of the table’s columns', async () => {
    const [known] = await knownSubmissions(ledger.db, on(9))
    if (known === undefined) throw new Error('nothing is known')
    expect(submissionRow(known, bacNinh2026, reportersOf(bacNinh2026, places()))).toEqual([
      'bad/returnee-register',
      'bad',
      'returnee-register',
      null,
      1,
      'police:07210',
      '07210@2025-07-01',
      'adm:2026-01',
      1,
      false,
      'rejected',
      3,
      2,
      '01.Danh sach',
      null,
      null,
      null,
      '2026-02-01',
      on(2),
      on(2),
      null,
    ])
  })
})

describe('what a person assigned', () => {
  const sent = 'a/returnee-register'

  /** Sent on the 2nd and rejected; assigned on the 4th and, to another, on the 6th; taken back on the 8th. */
  async function assignedTwice(outcome: Submission['outcome'] = 'accepted'): Promise<Ledger> {
    const ledger = await ledgerOfTest()
    const { db } = ledger
    await db
      .insertInto('file')
      .values({ sha256: 'a', bytes: 1, first_received_at: instantOf(day(2)) })
      .execute()
    const rejected = { ...submission('a', day(2), 'rejected'), reporter_id: null }
    await db.insertInto('submission').values(rejected).execute()
    for (const [n, kind] of [
      [4, 'assign'],
      [6, 'assign'],
      [8, 'withdraw'],
    ] as const) {
      const act = { at: day(n), actor: 'CB', kind, submissionId: sent, reason: 'x' }
      const assignment = await recordAction(db, act)
      if (kind === 'withdraw') continue
      const reading = { ...submission('a', day(2), outcome), assignment, parsed_name: `a${n}` }
      const submission_id = `${sent}@${assignment}`
      await db
        .insertInto('submission')
        .values({ ...reading, submission_id })
        .execute()
    }
    return ledger
  }

  const at = async ({ db }: Ledger, n: number) =>
    (await knownSubmissions(db, instantOf(day(n)))).map(
      ({ submission: s, outcome, assignedFrom, knownFrom, knownTo }) => [
        ...[s.submission_id, outcome, assignedFrom, knownFrom, knownTo],
      ],
    )

  it('is known from the act on, until a newer one or its end, beside what was sent', async () => {
    const ledger = await assignedTwice()
    const asSent = [sent, 'rejected', null, instantOf(day(2)), null]
    expect(await at(ledger, 3)).toEqual([asSent])
    expect(await at(ledger, 4)).toEqual([
      asSent,
      [`${sent}@1`, 'accepted', sent, instantOf(day(4)), null],
    ])
    expect(await at(ledger, 6)).toEqual([
      asSent,
      [`${sent}@2`, 'accepted', sent, instantOf(day(6)), null],
    ])
    expect(await at(ledger, 8)).toEqual([asSent])
  })

  it('waits where it is held, and counts from its own acceptance on', async () => {
    const ledger = await assignedTwice('held')
    expect((await at(ledger, 6)).at(-1)).toEqual([
      ...[`${sent}@2`, 'held', sent, instantOf(day(6)), null],
    ])
    const accepted = { at: day(7), actor: 'CB', kind: 'accept', reason: 'x' } as const
    await recordAction(ledger.db, { ...accepted, submissionId: `${sent}@2` })
    expect((await at(ledger, 7)).at(-1)).toEqual([
      ...[`${sent}@2`, 'accepted', sent, instantOf(day(7)), null],
    ])
  })
})
