import { describe, expect, test } from 'vitest'
import { issuedDocument } from '#sources/forms/issued-document.ts'
import { complaintsOf, type TestRow } from './complaints.ts'
import { issued } from './rows.ts'

describe('rows of issued documents', () => {
  test.each<readonly [string, TestRow, readonly string[]]>([
    ['issued', issued, []],
    ['not yet arrived', { ...issued, received_on: null }, []],
    ['sent before it was issued', { ...issued, sent_on: '2026-01-04' }, ['sent_on date-order']],
    [
      'arrived before it was sent',
      { ...issued, received_on: '2026-01-05' },
      ['received_on date-order'],
    ],
    ['of no plan', { ...issued, plan_ref: null }, ['plan_ref schema']],
  ])('%s', (_, row, expected) => {
    expect(complaintsOf(issuedDocument, row)).toEqual(expected)
  })
})
