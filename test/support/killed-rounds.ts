import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'
import { alerts } from '#pipelines/doctor/alerts.ts'
import { enterRound } from '#pipelines/ledger/alert-round.ts'
import { alertCases } from '#pipelines/ledger/alerts.ts'
import { openLedger } from '#pipelines/ledger/open.ts'
import { folderOfTest } from './folder-of-test.ts'
import { day, ledgerOfTest } from './ledger-of-test.ts'
import { byRound, PLAN, roundOf } from './rounds.ts'

const program = fileURLToPath(new URL('./enter-rounds.ts', import.meta.url))
const typescript = fileURLToPath(new URL('../../pipelines/typescript.mjs', import.meta.url))

/** Runs the program until it has told of so many rounds, then kills it; gives the signal that ended it. */
async function enterUntil(ledger: string, last: number, rounds: number): Promise<string | null> {
  const execArgv = ['--import', `${typescript}?kysely`]
  const child = fork(program, [ledger, String(last)], { execArgv })
  let told = 0
  child.on('message', () => {
    told += 1
    if (told === rounds) child.kill('SIGKILL')
  })
  const [, signal] = await once(child, 'exit')
  return signal
}

/**
 * Enters rounds of alerts by a program that is killed while it goes on: after so many rounds each time, at whatever it does then. In the end
 * the ledger says, event by event, what one says into which the same rounds were entered undisturbed.
 */
export async function expectKilledRoundsWhole(
  kills: readonly number[],
  rounds: number,
): Promise<void> {
  const path = join(await folderOfTest(), 'ledger.sqlite')
  for (const told of kills) expect(await enterUntil(path, rounds, told)).toBe('SIGKILL')
  expect(await enterUntil(path, rounds, Number.POSITIVE_INFINITY)).toBeNull()

  const killed = await openLedger(path, () => day(1))
  onTestFinished(() => killed.close())
  const whole = await ledgerOfTest()
  for (let n = 1; n <= rounds; n += 1) await enterRound(whole.db, PLAN, roundOf(n), byRound(n))
  expect(await alertCases(killed.db)).toEqual(await alertCases(whole.db))
  expect(await alerts(killed.db)).toMatch(/^24 cases, /)
}
