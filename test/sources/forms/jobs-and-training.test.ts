import { describe, expect, test } from 'vitest'
import { jobsAndTraining } from '#sources/forms/jobs-and-training.ts'
import { complaintsOf, type TestRow } from './complaints.ts'
import { placed, trained } from './rows.ts'

describe('rows of jobs and training', () => {
  test.each<readonly [string, TestRow, readonly string[]]>([
    ['jobs', placed, []],
    ['training', trained, []],
    ['more placed than introduced', { ...placed, placed: 7 }, ['placed exceeds (warning)']],
    [
      'more helped with fees than enrolled',
      { ...trained, fee_supported: 6 },
      ['fee_supported exceeds (warning)'],
    ],
    ['of no population', { ...placed, population: null }, ['population schema']],
    ['a negative count', { ...placed, advised: -1 }, ['advised schema']],
  ])('%s', (_, row, expected) => {
    expect(complaintsOf(jobsAndTraining, row)).toEqual(expected)
  })
})
