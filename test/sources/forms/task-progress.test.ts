import { describe, expect, test } from 'vitest'
import { taskProgress } from '#sources/forms/task-progress.ts'
import { complaintsOf, type TestRow } from './complaints.ts'
import { task } from './rows.ts'

describe('rows of progress', () => {
  test.each<readonly [string, TestRow, readonly string[]]>([
    ['done', task, []],
    ['under way', { ...task, status: 'dang_thuc_hien', done_on: null }, []],
    ['done, nobody knows when', { ...task, done_on: null }, ['done_on required-when']],
    [
      'under way, with the day it was done',
      { ...task, status: 'dang_thuc_hien' },
      ['done_on only-when (warning)'],
    ],
    ['a number of nothing', { ...task, measure: null }, ['measure required-when']],
    ['without a number', { ...task, quantity: null, measure: null }, []],
    ['no status', { ...task, status: null, done_on: null }, ['status schema']],
  ])('%s', (_, row, expected) => {
    expect(complaintsOf(taskProgress, row)).toEqual(expected)
  })
})
