import { test } from 'vitest'
import { expectKilledRoundsWhole } from '#test/support/killed-rounds.ts'

/** Forty kills after 1 to 12 rounds, drawn once by 7n mod 12. */
const KILLS = Array.from({ length: 40 }, (_, n) => ((7 * n) % 12) + 1)

test(
  'rounds of alerts that are killed forty times lose and double nothing',
  {
    timeout: 600_000,
  },
  () => expectKilledRoundsWhole(KILLS, 360),
)
