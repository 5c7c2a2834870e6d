import { test } from 'vitest'
import { expectKilledRoundsWhole } from '#test/support/killed-rounds.ts'

test('rounds of alerts that are killed lose and double nothing; the long form is among the faults', () =>
  expectKilledRoundsWhole([3, 17, 1], 50))
