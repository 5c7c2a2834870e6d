import { describe, expect, test } from 'vitest'
import { storedFields } from '#sources/forms/form.ts'
import { narrative } from '#sources/forms/narrative.ts'
import { complaintsOf, type TestRow } from './complaints.ts'
import { section } from './rows.ts'

describe('rows of the narrative', () => {
  test.each<readonly [string, TestRow, readonly string[]]>([
    ['a section', section, []],
    ['only an attachment', { ...section, text: null }, []],
    [
      'neither text nor attachment',
      { ...section, text: null, attachment: null },
      ['text required-when'],
    ],
    ['six thousand letters', { ...section, text: 'ắ'.repeat(6000) }, []],
    ['one more', { ...section, text: 'a'.repeat(6001) }, ['text schema']],
  ])('%s', (_, row, expected) => {
    expect(complaintsOf(narrative, row)).toEqual(expected)
  })

  test('what is written stays in the vault', () => {
    expect(storedFields(narrative)).toEqual(['section', 'title', 'attachment'])
  })
})
