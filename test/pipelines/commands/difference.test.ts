import { expect, test } from 'vitest'
import { differenceOf } from '#pipelines/commands/difference.ts'
import type { Parsed } from '#pipelines/vault/parsed.ts'
import { inputOf, type Row } from '#test/support/rows.ts'
import { models, register, resident } from '#test/support/sent.ts'

async function parsed(sent: ReturnType<typeof register>): Promise<Parsed> {
  const input = inputOf({ reports: [sent] })
  const [known] = input.submissions
  return input.parsed(known as never)
}

const ofRegister = (rows: readonly Row[]) => parsed(register('07210', '2026-03', rows))

test('a row is the same person’s when it shares an identifier, whatever else it says and wherever it stands', async () => {
  const before = await ofRegister([
    resident('A', '2026-01-02', {}, ['nid:k-AAAAAAAA', 'case:k-BBBBBBBB']),
    resident('B', '2026-01-03', {}, ['nid:k-CCCCCCCC']),
    resident('C', '2026-01-04', {}, ['case:k-DDDDDDDD']),
  ])
  const after = await ofRegister([
    resident('D', '2026-01-05', {}, ['nid:k-EEEEEEEE']),
    resident('A', '2026-01-02', { employment: 'on_dinh', group: 'A' }, ['case:k-BBBBBBBB']),
    resident('B', '2026-01-03', { employment: 'on_dinh' }, ['nid:k-CCCCCCCC']),
  ])
  expect(differenceOf(before, after)).toEqual({
    replaces: before.header.submissionId,
    rowsBefore: 3,
    rowsAfter: 3,
    gone: [{ row: 11, key: 'case …DDDDDD' }],
    come: [{ row: 9, key: 'nid …EEEEEE' }],
    changedRows: 2,
    changedCells: { 'Tình trạng việc làm': 2, 'Xếp loại (nhóm)': 1 },
  })
})

test('on a form without persons rows are told apart by its key', async () => {
  const before = await parsed(models('07210', '2026-Q1', [{}, {}]))
  const after = await parsed(models('07210', '2026-Q1', [{ rating: 'chua' }]))
  expect(differenceOf(before, after)).toMatchObject({
    gone: [{ row: 10, key: 'M-07210-1' }],
    come: [],
    changedRows: 1,
  })
})

test('where nothing counts, all rows are new', async () => {
  const after = await ofRegister([resident('A', '2026-01-02', {}, ['nid:k-AAAAAAAA'])])
  expect(differenceOf(null, after)).toMatchObject({
    replaces: null,
    rowsBefore: 0,
    gone: [],
    come: [{ row: 9, key: 'nid …AAAAAA' }],
  })
})
