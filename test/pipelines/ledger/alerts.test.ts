import { describe, expect, test } from 'vitest'
import { alerts as examined } from '#pipelines/doctor/alerts.ts'
import { enterRound } from '#pipelines/ledger/alert-round.ts'
import {
  alertCases,
  caseId,
  comment,
  raise,
  resolveByData,
  stateOf,
} from '#pipelines/ledger/alerts.ts'
import type { AlertEvent } from '#pipelines/ledger/schema.ts'
import { day, ledgerOfTest } from '#test/support/ledger-of-test.ts'

const key = {
  rule: 'missed',
  plan: 'bac-ninh-2026',
  target: 'T02',
  unit_id: '24',
  cycle: 'adm:2026',
}
const evidence = (hash: string, generation = 1) => ({
  hash,
  generation,
  at: day(generation),
  actor: 'build',
})
const person = { at: day(9), actor: 'analyst', note: 'đã rà soát' }

describe('an alert case', () => {
  test('is opened once, whatever else is raised', async () => {
    const { db } = await ledgerOfTest()
    expect(await raise(db, key, evidence('h1'))).toBe('opened')
    expect(await raise(db, key, evidence('h1', 2))).toBeNull()
    expect(await raise(db, key, evidence('h2', 3))).toBe('evidence')
    expect(await raise(db, key, evidence('h1', 4))).toBeNull()
    expect(await raise(db, { ...key, unit_id: '07210@2025-07-01' }, evidence('h1', 4))).toBe(
      'opened',
    )
    const cases = await alertCases(db)
    const one = cases.find(({ case_id }) => case_id === caseId(key))
    expect(cases).toHaveLength(2)
    expect(one?.events.map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, 'opened'],
      [2, 'evidence'],
    ])
  })

  test('is resolved by data and reopened when the breach is back, with new evidence or the old', async () => {
    const { db } = await ledgerOfTest()
    await raise(db, key, evidence('h1'))
    for (const [n, hash] of ['h1', 'h1', 'h2', 'h1'].entries()) {
      expect(await resolveByData(db, caseId(key), evidence('', 2 + n))).toBe(true)
      expect(await resolveByData(db, caseId(key), evidence('', 3 + n))).toBe(false)
      expect((await alertCases(db))[0]?.state).toBe('resolved')
      expect(await raise(db, key, evidence(hash, 4 + n))).toBe('reopened')
      expect(await raise(db, key, evidence(hash, 5 + n))).toBeNull()
      expect((await alertCases(db))[0]?.state).toBe('open')
    }
    expect(await alertCases(db)).toHaveLength(1)
  })

  test('stays closed on the evidence with which a person closed it', async () => {
    const { db } = await ledgerOfTest()
    await raise(db, key, evidence('h1'))
    await comment(db, [caseId(key)], { kind: 'resolved', ...person })
    expect(await raise(db, key, evidence('h1', 4))).toBeNull()
    expect((await alertCases(db))[0]?.state).toBe('resolved')
    expect(await raise(db, key, evidence('h2', 5))).toBe('reopened')
  })

  test('keeps what people said, and stays resolved when they say more', async () => {
    const { db } = await ledgerOfTest()
    await raise(db, key, evidence('h1'))
    await comment(db, [caseId(key)], { kind: 'acked', ...person })
    expect((await alertCases(db))[0]?.state).toBe('acked')
    await comment(db, [caseId(key)], { kind: 'explained', ...person, cause: 'late-report' })
    expect(await raise(db, key, evidence('h2', 10))).toBe('evidence')
    expect((await alertCases(db))[0]?.state).toBe('explained')
    await resolveByData(db, caseId(key), evidence('', 11))
    await comment(db, [caseId(key)], { kind: 'explained', ...person })
    expect((await alertCases(db))[0]?.state).toBe('resolved')
  })

  test('that nobody opened cannot be resolved or commented', async () => {
    const { db } = await ledgerOfTest()
    expect(await resolveByData(db, 'none', evidence('', 1))).toBe(false)
    await expect(comment(db, ['none'], { kind: 'acked', ...person })).rejects.toThrow(RangeError)
  })

  test('has an id of all five columns, none of which runs into the next', () => {
    expect(caseId(key)).not.toBe(caseId({ ...key, rule: 'missedb', plan: 'ac-ninh-2026' }))
    expect(caseId(key)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('without events is open', () => {
    expect(stateOf([])).toBe('open')
  })
})

test('a round enters what each of its cases would be told alone', async () => {
  const rounds = [
    ['h1', null],
    ['h1', 'x1'],
    ['h2', 'x1'],
    [null, 'x2'],
    ['h2', null],
    [null, null],
    ['h3', 'x1'],
  ]
  const keys = [key, { ...key, target: 'T03' }] as const
  const together = await ledgerOfTest()
  const alone = await ledgerOfTest()
  for (const [n, round] of rounds.entries()) {
    const firing = keys.flatMap((key, at) => {
      const hash = round[at] ?? null
      return hash === null ? [] : [{ key, hash }]
    })
    const { hash: _, ...by } = evidence('', n + 1)
    const said = await enterRound(together.db, key.plan, firing, by)
    const each: unknown[] = []
    for (const { key, hash } of firing) each.push(await raise(alone.db, key, { ...by, hash }))
    const gone = keys.filter((key) => !firing.some((one) => one.key === key))
    for (const key of gone)
      if (await resolveByData(alone.db, caseId(key), by)) each.push('resolved')
    expect(said).toEqual(each.filter((kind) => kind !== null))
    expect(await alertCases(together.db)).toEqual(await alertCases(alone.db))
  }
  expect(await enterRound(together.db, 'another-plan', [], evidence('', 9))).toEqual([])
})

/** 3 of 141, 4 of 150, 3 of 160: under a ceiling only the second is worse than the first. */
const facts = (numerator: number, denominator: number) => JSON.stringify({ numerator, denominator })
const moreCases = (before: string, after: string) =>
  JSON.parse(after).numerator > JSON.parse(before).numerator
const of = (numerator: number, denominator: number, generation: number) => ({
  ...evidence(`${numerator}/${denominator}`, generation),
  windowId: 'adm:2026-9M',
  facts: facts(numerator, denominator),
})

describe.each(['acked', 'explained'] as const)('a case that is %s', (kind) => {
  const kinds = async (db: Awaited<ReturnType<typeof ledgerOfTest>>['db']) =>
    (await alertCases(db))[0]?.events.map((event) => event.kind)

  test('stays so while evidence is not worse than what the person saw, and is open again when it is', async () => {
    const { db } = await ledgerOfTest()
    await raise(db, key, of(3, 141, 1), moreCases)
    await raise(db, key, of(4, 145, 2), moreCases)
    await comment(db, [caseId(key)], { kind, ...person })
    expect(await raise(db, key, of(3, 160, 10), moreCases)).toBe('evidence')
    // Worse than the last evidence, not worse than the 4 of 145 that lay before the person.
    expect(await raise(db, key, of(4, 165, 11), moreCases)).toBe('evidence')
    expect((await alertCases(db))[0]?.state).toBe(kind)
    expect(await raise(db, key, of(5, 170, 12), moreCases)).toBe('reopened')
    expect(await raise(db, key, of(5, 170, 13), moreCases)).toBeNull()
    expect(await kinds(db)).toEqual([
      'opened',
      'evidence',
      kind,
      'evidence',
      'evidence',
      'reopened',
    ])
    expect((await alertCases(db))[0]?.state).toBe('open')
  })

  test('keeps what its evidence was', async () => {
    const { db } = await ledgerOfTest()
    await raise(db, key, of(3, 141, 1))
    expect((await alertCases(db))[0]?.events[0]).toMatchObject({
      window_id: 'adm:2026-9M',
      facts: '{"numerator":3,"denominator":141}',
    })
  })
})

test('the same data replayed ten times make one case with one event; what closes it says why', async () => {
  const { db } = await ledgerOfTest()
  const firing = [{ key, hash: '3/141', facts: facts(3, 141) }]
  const said: unknown[] = []
  for (let n = 1; n <= 10; n += 1) {
    const { hash: _, ...by } = evidence('', n)
    said.push(...(await enterRound(db, key.plan, firing, by)))
  }
  expect(said).toEqual(['opened'])
  const reason = { cause: 'corrected', note: 'Công an xã Xuân Lương (lần gửi 2)' } as const
  const reasons = new Map([[caseId(key), reason]])
  const { hash: _, ...by } = evidence('', 11)
  for (let n = 0; n < 10; n += 1)
    said.push(...(await enterRound(db, key.plan, [], by, { reasons })))
  const again = [{ key, hash: '5/150', facts: facts(5, 150) }]
  for (let n = 0; n < 10; n += 1) said.push(...(await enterRound(db, key.plan, again, by)))
  expect(said).toEqual(['opened', 'resolved', 'reopened'])
  const cases = await alertCases(db)
  expect(cases).toHaveLength(1)
  expect(cases[0]?.events.map(({ kind, cause, note }) => [kind, cause, note])).toEqual([
    ['opened', null, null],
    ['resolved', reason.cause, reason.note],
    ['reopened', null, null],
  ])
})

describe('doctor', () => {
  async function told(spoil: Partial<AlertEvent>): Promise<unknown> {
    const { db } = await ledgerOfTest()
    await raise(db, key, evidence('h1'))
    await raise(db, key, evidence('h2', 2))
    const event = (await alertCases(db))[0]?.events[1] as AlertEvent
    await db
      .insertInto('alert_event')
      .values({ ...event, seq: 3, ...spoil })
      .execute()
    return examined(db).catch((cause: Error) => cause.message)
  }

  test.each([
    ['a new piece of evidence', { evidence_hash: 'h3' }, '1 cases, 1 open'],
    ['the same evidence twice', { kind: 'reopened' }, /says the same twice at event 3/],
    [
      'a cause that nobody knows',
      { evidence_hash: null, kind: 'resolved', cause: 'gone' },
      /unknown cause at event 3/,
    ],
    [
      'a cause of data given by a person',
      { evidence_hash: null, kind: 'explained', cause: 'arrived' },
      /unknown cause/,
    ],
    ['an event that is missing', { evidence_hash: 'h3', seq: 4 }, /lacks event 3/],
  ] as const)('looks at each case: %s', async (_, spoil, says) => {
    expect(await told(spoil)).toEqual(typeof says === 'string' ? says : expect.stringMatching(says))
  })
})
