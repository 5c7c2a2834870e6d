import { expect, test } from 'vitest'
import { beginBuild, buildOf, endBuild, lastBuild } from '#pipelines/ledger/builds.ts'
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
