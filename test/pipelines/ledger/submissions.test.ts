import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recordAction } from '#pipelines/ledger/actions.ts'
import { recordDelivery } from '#pipelines/ledger/deliveries.ts'
import type { Ledger } from '#pipelines/ledger/open.ts'
import {
  type Candidate,
  counting,
  decide,
  losesTooMuch,
  reread,
} from '#pipelines/ledger/submissions.ts'
import { day, ledgerOfTest } from '#test/support/ledger-of-test.ts'

const place = { form: 'returnee-register', reporter_id: 'police:07210', window_id: 'adm:2026-01' }

interface Sent {
  readonly letter: string
  readonly revision: number
  readonly rows: number
  readonly on?: number
  readonly outcome?: Candidate['outcome']
}

function candidate({ letter, revision, rows, on = 2, outcome = 'accepted' }: Sent): Candidate {
  const sha256 = letter.repeat(64)
  return {
    submission_id: `${sha256}/${place.form}`,
    sha256,
    ...place,
    assignment: null,
    form_version: 1,
    sheet: '01.Danh sach',
    revision,
    nil: 0,
    outcome,
    rows_read: rows,
    rows_accepted: rows,
    versions: '1',
    parsed_name: 'x',
    data_to: null,
    document_no: null,
    document_date: null,
    arrived_on: '2026-02-02',
    received_at: day(on).toISOString(),
    decided_at: day(on).toISOString(),
  }
}

async function decideAll({ db }: Ledger, sent: readonly Sent[]) {
  for (const { letter, on = 2 } of sent) {
    await recordDelivery(db, {
      connector: 'i',
      sourceName: letter,
      sha256: letter.repeat(64),
      bytes: 1,
      at: day(on),
    })
  }
  const decided = await decide(db, sent.map(candidate))
  return Object.fromEntries(
    decided.map((one) => [one.submission.sha256[0], one.submission.outcome]),
  )
}

async function inForce({ db }: Ledger): Promise<string | undefined> {
  return (await counting(db, place)).at(-1)?.sha256[0]
}

describe('losesTooMuch', () => {
  // More than a fifth and at least 3: of 10 rows 2 is a fifth, 3 is more; of 15 rows 3 is exactly a fifth.
  test.each([
    [10, 10, false],
    [10, 8, false],
    [10, 7, true],
    [15, 12, false],
    [15, 11, true],
    [4, 2, false],
    [3, 0, true],
    [2, 0, false],
    [100, 80, false],
    [100, 79, true],
    [5, 50, false],
  ])('%i rows, then %i: %s', (before, after, expected) => {
    expect(losesTooMuch(before, after)).toBe(expected)
  })
})

describe('decide', () => {
  test('holds a replacement that loses too much; the one before stays in force', async () => {
    const ledger = await ledgerOfTest()
    expect(await decideAll(ledger, [{ letter: 'a', revision: 1, rows: 10 }])).toEqual({
      a: 'accepted',
    })
    expect(await decideAll(ledger, [{ letter: 'b', revision: 2, rows: 7 }])).toEqual({ b: 'held' })
    expect(await inForce(ledger)).toBe('a')
  })

  test('weighs the next one against what is in force, not against what is held', async () => {
    const ledger = await ledgerOfTest()
    const told = await decideAll(ledger, [
      { letter: 'a', revision: 1, rows: 10 },
      { letter: 'b', revision: 2, rows: 1 },
      { letter: 'c', revision: 3, rows: 2 },
      { letter: 'd', revision: 4, rows: 9, outcome: 'partial' },
    ])
    expect(told).toEqual({ a: 'accepted', b: 'held', c: 'held', d: 'partial' })
    expect(await inForce(ledger)).toBe('d')
  })

  test('says the same however a batch was shuffled', async () => {
    const sent: readonly Sent[] = [
      { letter: 'a', revision: 1, rows: 10 },
      { letter: 'b', revision: 2, rows: 4 },
      { letter: 'c', revision: 3, rows: 9 },
      { letter: 'd', revision: 3, rows: 9, on: 3 },
      { letter: 'e', revision: 4, rows: 0, outcome: 'rejected' },
    ]
    const expected = { a: 'accepted', b: 'held', c: 'accepted', d: 'accepted', e: 'rejected' }
    const shuffled = fc.shuffledSubarray([...sent], { minLength: sent.length })
    await fc.assert(
      fc.asyncProperty(shuffled, async (batch) => {
        const ledger = await ledgerOfTest()
        expect(await decideAll(ledger, batch)).toEqual(expected)
        expect(await inForce(ledger)).toBe('d')
      }),
      { numRuns: 10 },
    )
  })

  test('lets the correction stand that came before the original', async () => {
    const ledger = await ledgerOfTest()
    await decideAll(ledger, [{ letter: 'b', revision: 2, rows: 4 }])
    expect(await decideAll(ledger, [{ letter: 'a', revision: 1, rows: 10, on: 3 }])).toEqual({
      a: 'accepted',
    })
    expect(await inForce(ledger)).toBe('b')
  })

  test('notices the same revision twice; the later received one counts', async () => {
    const ledger = await ledgerOfTest()
    await decideAll(ledger, [{ letter: 'b', revision: 1, rows: 4 }])
    await recordDelivery(ledger.db, {
      connector: 'i',
      sourceName: 'a',
      sha256: 'a'.repeat(64),
      bytes: 1,
      at: day(3),
    })
    const [second] = await decide(ledger.db, [
      candidate({ letter: 'a', revision: 1, rows: 5, on: 3 }),
    ])
    expect(second?.sameRevision).toEqual([`${'b'.repeat(64)}/returnee-register`])
    expect(await inForce(ledger)).toBe('a')
  })

  test('never lets a rejected one replace', async () => {
    const ledger = await ledgerOfTest()
    await decideAll(ledger, [
      { letter: 'a', revision: 1, rows: 10 },
      { letter: 'b', revision: 9, rows: 0, outcome: 'rejected' },
    ])
    expect(await inForce(ledger)).toBe('a')
  })

  test('decides each submission once', async () => {
    const ledger = await ledgerOfTest()
    const sent = [{ letter: 'a', revision: 1, rows: 10 }]
    await decideAll(ledger, sent)
    expect(await decideAll(ledger, sent)).toEqual({})
    expect(await ledger.db.selectFrom('submission').selectAll().execute()).toHaveLength(1)
  })
})

describe('what people do', () => {
  const act = ({ db }: Ledger, letter: string, kind: 'accept' | 'withdraw') =>
    recordAction(db, {
      at: day(5),
      actor: 'analyst',
      kind,
      submissionId: `${letter.repeat(64)}/returnee-register`,
      reason: 'rà soát',
    })

  test('accepting a held one puts it in force, withdrawing it puts the one before back', async () => {
    const ledger = await ledgerOfTest()
    await decideAll(ledger, [
      { letter: 'a', revision: 1, rows: 10 },
      { letter: 'b', revision: 2, rows: 2 },
    ])
    await act(ledger, 'b', 'accept')
    expect(await inForce(ledger)).toBe('b')
    await act(ledger, 'b', 'withdraw')
    expect(await inForce(ledger)).toBe('a')
    await act(ledger, 'a', 'withdraw')
    expect(await inForce(ledger)).toBeUndefined()
  })
})

describe('a later reading', () => {
  test('changes what was read and not what was told', async () => {
    const ledger = await ledgerOfTest()
    await decideAll(ledger, [{ letter: 'a', revision: 1, rows: 10 }])
    const again = candidate({ letter: 'a', revision: 1, rows: 0, on: 9, outcome: 'rejected' })
    await reread(ledger.db, [{ ...again, versions: '2', parsed_name: 'y' }])
    expect(await ledger.db.selectFrom('submission').selectAll().executeTakeFirst()).toMatchObject({
      outcome: 'accepted',
      rows_accepted: 0,
      versions: '2',
      parsed_name: 'y',
      received_at: day(2).toISOString(),
      decided_at: day(2).toISOString(),
    })
  })

  test('the ledger itself refuses another answer', async () => {
    const ledger = await ledgerOfTest()
    await decideAll(ledger, [{ letter: 'a', revision: 1, rows: 10 }])
    const change = ledger.db.updateTable('submission').set({ outcome: 'held' } as object)
    await expect(change.execute()).rejects.toThrow('what the sender was told is not changed')
  })
})
