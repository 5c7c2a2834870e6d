import { describe, expect, test } from 'vitest'
import { anyForms } from '#sources/forms/index.ts'
import type { ProblemCode } from '#sources/problem.ts'
import { expectAnswered } from './answer-laws.ts'
import { type BookName, bookOf, books } from './books.ts'
import { mutations } from './classes/index.ts'
import { expectCost, expectMended, expectSentence, expectTold } from './laws.ts'
import { editedBy, goodReading, readAs, readerTells } from './told.ts'

/** What no single mistake in a workbook of ours draws, and why. */
const never: Partial<Record<ProblemCode, string>> = {
  'bad-encoding': 'of csv and json alone',
  'bad-envelope': 'of csv and json alone',
  unreadable: 'said of a place where no file lies',
  'reader-killed': 'said of a reader that was stopped, not by one that answers',
  'column-unknown': 'costs the values of a column and no row; told where reading is tested',
  'too-many-rows': 'needs five thousand bad cells, which no one slip makes',
}

/** Told of everything that a problem can be, so that a code that is added must be thought of here. */
const codes: Readonly<Record<ProblemCode, true>> = {
  'unknown-file': true,
  'too-large': true,
  'hostile-file': true,
  'damaged-file': true,
  password: true,
  'old-format': true,
  'other-office-format': true,
  'document-alone': true,
  unreadable: true,
  macro: true,
  secret: true,
  'empty-workbook': true,
  'no-known-form': true,
  'bad-encoding': true,
  'bad-envelope': true,
  'reader-killed': true,
  'cover-missing': true,
  'cover-field-missing': true,
  'unknown-unit': true,
  'unknown-reporter': true,
  'unknown-window': true,
  'wrong-plan': true,
  'not-owed': true,
  'hidden-sheet': true,
  'hidden-rows': true,
  'wrong-version': true,
  'data-to-outside-window': true,
  'data-to-early': true,
  'column-missing': true,
  'column-twice': true,
  'column-unknown': true,
  'nothing-and-not-ticked': true,
  'ticked-with-rows': true,
  'too-many-rows': true,
  'row-twice': true,
  'category-missing': true,
  required: true,
  'required-when': true,
  'not-a-date': true,
  'date-out-of-range': true,
  'ambiguous-number': true,
  'not-a-number': true,
  negative: true,
  'out-of-range': true,
  'not-a-choice': true,
  'not-an-id': true,
  'id-disagrees': true,
  'zero-padded': true,
  'unknown-commune': true,
  'too-long': true,
  'formula-without-value': true,
  'error-cell': true,
  'date-order': true,
  exceeds: true,
  'sum-differs': true,
  'parts-exceed': true,
  'only-when': true,
  'other-owner': true,
  'id-in-free-text': true,
  'stale-activity': true,
  'credit-eligibility': true,
}

/** Every so many classes are answered, too: more than two hundred; `HOANHAP_ALL_ANSWERS=1` answers all. */
const ANSWERED = process.env['HOANHAP_ALL_ANSWERS'] === undefined ? 3 : 1

describe('before anybody changed it', () => {
  test.each(Object.keys(books) as BookName[])('%s is accepted without a word', async (name) => {
    const { outcome, problems, sheets } = await goodReading(name)
    expect({ outcome, problems }).toEqual({ outcome: 'accepted', problems: [] })
    expect(sheets.map(({ rowsAccepted }) => rowsAccepted)).toEqual(
      bookOf(name).sheets.map(({ rows }) => rows.length),
    )
  })
})

describe('one mistake', () => {
  const named = mutations.map(
    (mutation, n) => [`${mutation.book}: ${mutation.name}`, mutation, n] as const,
  )

  test.each(named)('%s', async (_, mutation, n) => {
    const edited = await editedBy(mutation)
    const reading = await readAs(edited.bytes, bookOf(mutation.book))
    await expectTold(mutation, edited, readerTells)
    await expectSentence(mutation, edited, reading)
    await expectCost(mutation, edited, reading)
    await expectMended(mutation, edited)
    if (n % ANSWERED === 0) await expectAnswered(mutation, edited, reading)
  })
})

describe('the classes', () => {
  test('are more than two hundred, each with a name of its own', () => {
    expect(mutations.length).toBeGreaterThanOrEqual(200)
    expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length)
  })

  test('do not make one mistake twice', () => {
    const made = mutations
      .filter(({ edit }) => !('change' in edit))
      .map(({ book, form, edit }) => JSON.stringify([book, form?.id, edit]))
    expect(made.filter((each, at) => made.indexOf(each) !== at)).toEqual([])
  })

  test('draw every problem that a workbook can have, and no other', () => {
    const drawn = new Set(mutations.flatMap(({ told, beside }) => [told, ...beside].map(codeOf)))
    const expected = Object.keys(codes).filter((code) => !(code in never))
    expect([...drawn].sort()).toEqual(expected.sort())
  })

  test('are of every form', () => {
    const hurt = new Set(mutations.map(({ form }) => form?.id))
    expect(anyForms.filter(({ id }) => !hurt.has(id))).toEqual([])
  })
})

function codeOf({ code }: { readonly code: ProblemCode }): ProblemCode {
  return code
}
