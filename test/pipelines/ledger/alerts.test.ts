import { describe, expect, test } from 'vitest'
import { enterRound } from '#pipelines/ledger/alert-round.ts'
import {
  alertCases,
  caseId,
  comment,
  raise,
  resolveByData,
  stateOf,
} from '#pipelines/ledger/alerts.ts'
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
