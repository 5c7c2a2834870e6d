import { describe, expect, test } from 'vitest'
import { civilJudgment } from '#sources/forms/civil-judgment.ts'
import { complaintsOf, type TestRow } from './complaints.ts'
import { remitted } from './rows.ts'

describe('rows of civil duties', () => {
  test.each<readonly [string, TestRow, readonly string[]]>([
    ['remitted', remitted, []],
    ['more granted than proposed', { ...remitted, granted: 5 }, ['granted exceeds (warning)']],
    ['of no office', { ...remitted, office: null }, ['office schema']],
  ])('%s', (_, row, expected) => {
    expect(complaintsOf(civilJudgment, row)).toEqual(expected)
  })
})
