import { expect, it } from 'vitest'
import type { Facts, Rule } from '#models/alerting/condition.ts'
import { isWorse } from '#models/alerting/worse.ts'
import type { Goal } from '#models/plans/target.ts'

const below: Goal = { below: [1, 100] }
const atLeast: Goal = { atLeast: [30, 100] }
const of = (numerator: number, denominator: number, more: Facts = {}): Facts => ({
  numerator,
  denominator,
  ...more,
})

/** 30 % of 99 are 30, so 27 lack 3 and 25 lack 5; 30 % of 120 are 36, so 33 lack 3 as well. */
const table: readonly (readonly [string, Rule, Goal | null, Facts, Facts, boolean])[] = [
  ['one more case under a ceiling', 'signal', below, of(3, 141), of(4, 300), true],
  ['a larger denominator alone', 'signal', below, of(3, 141), of(3, 200), false],
  ['fewer cases', 'missed', below, of(3, 141), of(2, 100), false],
  ['more missing to a floor', 'missed', atLeast, of(27, 99), of(25, 99), true],
  ['as many missing of more', 'missed', atLeast, of(27, 99), of(33, 120), false],
  [
    'stronger evidence of the same count',
    'signal',
    below,
    of(3, 141, { strength: 'moderate' }),
    of(3, 90, { strength: 'strong' }),
    true,
  ],
  ['a poorer outlook', 'outlook', atLeast, { class: 'low' }, { class: 'very-low' }, true],
  ['a better outlook', 'outlook', atLeast, { class: 'very-low' }, { class: 'low' }, false],
  ['a later stage', 'overdue', null, { stage: 1 }, { stage: 2 }, true],
  ['the same stage of another day', 'overdue', null, { stage: 2 }, { stage: 2 }, false],
  [
    'a third stage of what a later report tells',
    'overdue',
    null,
    { stage: 2, later: 1 },
    { stage: 3, later: 1 },
    false,
  ],
  ['a later report that is gone', 'overdue', null, { stage: 3, later: 1 }, { stage: 3 }, true],
  ['a second request', 'reminder-requested', null, { stage: 1 }, { stage: 2 }, true],
  ['a reminder', 'due-soon', null, {}, {}, false],
  ['fewer reports', 'incomplete', null, of(70, 99), of(69, 99), true],
  ['more reports', 'incomplete', null, of(70, 99), of(78, 99), false],
  [
    'numbers further apart',
    'suspect',
    null,
    { left: 40, right: 44 },
    { left: 41, right: 36 },
    true,
  ],
  [
    'numbers as far apart',
    'suspect',
    null,
    { left: 40, right: 44 },
    { left: 50, right: 46 },
    false,
  ],
  ['restated once more', 'restated', null, of(3, 141), of(2, 141), true],
]

it.each(table)('%s', (_, rule, goal, before, after, worse) => {
  expect(isWorse(rule, goal, before, after)).toBe(worse)
})
