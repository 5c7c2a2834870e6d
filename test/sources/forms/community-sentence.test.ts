import { describe, expect, test } from 'vitest'
import { communitySentence } from '#sources/forms/community-sentence.ts'
import { complaintsOf, type TestRow } from './complaints.ts'
import { categories, suspended } from './rows.ts'

describe('rows of community sentences', () => {
  test.each<readonly [string, TestRow, readonly string[]]>([
    ['served', suspended, []],
    ['nobody', categories[1] ?? {}, []],
    [
      'more moved in than came',
      { ...suspended, of_which_moved_in: 6 },
      ['of_which_moved_in exceeds'],
    ],
    [
      'more done and moved out than left',
      { ...suspended, of_which_completed: 4 },
      ['decrease parts-exceed'],
    ],
    ['some who left for other reasons', { ...suspended, of_which_completed: 1 }, []],
    ['that do not add up', { ...suspended, closing: 32, supervised: 32 }, ['closing sum-differs']],
    [
      'more on the register than there are',
      { ...suspended, also_on_register: 32 },
      ['also_on_register exceeds'],
    ],
    ['more supervised than there are', { ...suspended, supervised: 32 }, ['supervised exceeds']],
    [
      'more in need twice than in need',
      { ...suspended, job_need_also: 7 },
      ['job_need_also exceeds'],
    ],
    ['more reached than in need', { ...suspended, job_reached: 7 }, ['job_reached exceeds']],
    [
      'more reached twice than reached, and than in need twice',
      { ...suspended, job_reached_also: 6 },
      ['job_reached_also exceeds', 'job_reached_also exceeds'],
    ],
    [
      'more digital files than files',
      { ...suspended, files_digitised: 32 },
      ['files_digitised exceeds'],
    ],
    [
      'more files told elsewhere than files',
      { ...suspended, files_also: 32 },
      ['files_also exceeds'],
    ],
    ['an unknown category', { ...suspended, category: 'tu_hinh' }, ['category schema']],
  ])('%s', (_, row, expected) => {
    expect(complaintsOf(communitySentence, row)).toEqual(expected)
  })
})
