import { expect, test } from 'vitest'
import { recordAction } from '#pipelines/ledger/actions.ts'
import { beginBuild, buildOf, buildOfSame, endBuild, lastBuild } from '#pipelines/ledger/builds.ts'
import { recordDelivery } from '#pipelines/ledger/deliveries.ts'
import { day, ledgerOfTest } from '#test/support/ledger-of-test.ts'

const build = {
  businessDate: '2026-02-20',
  knownUntil: day(20),
  codeVersion: '0.1.0',
  referenceSha: 'r',
  keyId: 'k',
  at: day(20),
} as const

test('generations count up, also past those that failed, and the last ready one is known', async () => {
  const { db } = await ledgerOfTest()
  expect(await lastBuild(db)).toBeUndefined()
  const first = await beginBuild(db, build)
  await endBuild(db, first, { state: 'ready', resultHash: 'h1' })
  const second = await beginBuild(db, build)
  await endBuild(db, second, { state: 'failed' })
  expect([first, second, await beginBuild(db, build)]).toEqual([1, 2, 3])
  expect(await lastBuild(db)).toMatchObject({
    generation: 1,
    state: 'ready',
    result_hash: 'h1',
    business_date: '2026-02-20',
    known_until: '2026-02-20T05:00:00.000Z',
  })
  expect(await buildOf(db, 2)).toMatchObject({ state: 'failed', result_hash: null })
})

test('a build that a killed run has left is failed when the next begins', async () => {
  const { db } = await ledgerOfTest()
  const killed = await beginBuild(db, build)
  const next = await beginBuild(db, build)
  expect(await buildOf(db, killed)).toMatchObject({ state: 'failed' })
  expect(await buildOf(db, next)).toMatchObject({ state: 'building' })
})

test('no generation takes the name of a file that lies there already', async () => {
  const { db } = await ledgerOfTest()
  expect(await beginBuild(db, build, 9)).toBe(10)
  expect(await beginBuild(db, build, 3)).toBe(11)
})

test('builds are of the same when nothing arrived and nobody acted between their instants', async () => {
  const { db } = await ledgerOfTest()
  const arrival = { connector: 'inbox', sourceName: 'a', sha256: 'a'.repeat(64), bytes: 1 }
  await recordDelivery(db, { ...arrival, at: day(22) })
  await recordAction(db, { at: day(18), actor: 'me', kind: 'extend', reason: 'so' })
  const generation = await beginBuild(db, build)
  const until = (n: number) => buildOfSame(db, { ...build, knownUntil: day(n) })
  expect(await until(20), 'it is not ready').toBeUndefined()
  await endBuild(db, generation, { state: 'ready', resultHash: 'h' })
  for (const [n, same] of [
    [17, false],
    [18, true],
    [20, true],
    [21, true],
    [22, false],
  ] as const)
    expect((await until(n))?.generation, `${n}`).toBe(same ? generation : undefined)
  for (const other of [
    { businessDate: '2026-02-21' },
    { codeVersion: '9' },
    { keyId: 'x' },
  ] as const)
    expect(await buildOfSame(db, { ...build, ...other })).toBeUndefined()
})
