import { sql } from 'kysely'
import { describe, expect, it, test } from 'vitest'
import { mayFollow, nextWords } from '#pipelines/issued/steps.ts'
import { issueDocuments, type NewIssue, recordIssues } from '#pipelines/ledger/issues.ts'
import type { Ledger } from '#pipelines/ledger/open.ts'
import type { IssueState } from '#pipelines/ledger/schema.ts'
import { day, ledgerOfTest } from '#test/support/ledger-of-test.ts'

const states: readonly IssueState[] = ['draft', 'submitted', 'approved', 'issued', 'corrected']

function step(state: IssueState, of: Partial<NewIssue> = {}): NewIssue {
  const signed = state === 'issued'
  return {
    ...{ plan: 'p', window_id: 'adm:2026-01', document: '1', state, generation: 1 },
    ...{ dump_sha: 'd', bytes_sha: 'b', business_date: '2026-01-20', known_until: 'then' },
    ...{ figures: 'provisional', corrects: null, reason: null },
    number: signed ? '1/BC' : null,
    date: signed ? '2026-01-21' : null,
    signer: signed ? 'Ký' : null,
    ...of,
  }
}

async function ledger(): Promise<Ledger> {
  const made = await ledgerOfTest()
  await sql`insert into build values (1, '2026-01-20', 'then', 'c', 'r', 'k', 'h', 'ready', 'now')`.execute(
    made.db,
  )
  return made
}

const enter = ({ db }: Ledger, ...steps: readonly NewIssue[]) =>
  recordIssues(db, steps, { at: day(2), actor: 'Phòng' })

describe('documents in the ledger', () => {
  it('are told by their steps, each in the audit trail', async () => {
    const made = await ledger()
    await enter(made, step('draft'))
    await enter(made, step('submitted'))
    await enter(made, step('draft', { document: '2', corrects: '1' }), step('approved'))
    const documents = await issueDocuments(made.db, 'p')
    expect(documents.map((one) => [one.document, one.state, one.corrects, one.issued])).toEqual([
      ['1', 'approved', null, null],
      ['2', 'draft', '1', null],
    ])
    const trail = await made.db.selectFrom('audit').selectAll().orderBy('seq').execute()
    expect(trail.map(({ action, object }) => `${action} ${object}`)).toEqual([
      'issue-draft p adm:2026-01 1 1',
      'issue-submitted p adm:2026-01 1 2',
      'issue-draft p adm:2026-01 2 1',
      'issue-approved p adm:2026-01 1 3',
    ])
    expect(await issueDocuments(made.db, 'q')).toEqual([])
  })

  it('are only added to', async () => {
    const made = await ledger()
    await enter(made, step('draft'))
    for (const changed of ['update issue set dump_sha = 1', 'delete from issue'])
      await expect(sql.raw(changed).execute(made.db)).rejects.toThrow(
        'rows of issue are only added',
      )
  })

  it.each([
    ['a number before it is issued', step('approved', { number: '1/BC' })],
    ['no number when it is', step('issued', { number: null })],
    ['no day', step('issued', { date: null })],
    ['no signer', step('issued', { signer: null })],
    ['no build behind it', step('draft', { generation: 2 })],
    ['itself to correct', step('draft', { corrects: '1' })],
  ])('never have %s', async (_, wrong) => {
    await expect(enter(await ledger(), wrong)).rejects.toThrow(/CHECK|FOREIGN KEY/)
  })

  it('have a number of their own within a year, all or none of several steps', async () => {
    const made = await ledger()
    await enter(made, step('issued'))
    const again = step('issued', { window_id: 'adm:2026-02' })
    await expect(enter(made, step('draft', { document: '3' }), again)).rejects.toThrow(/UNIQUE/)
    expect(await issueDocuments(made.db)).toHaveLength(1)
    await enter(made, { ...again, date: '2027-01-21' })
  })
})

test('a document goes from draft to corrected, one step at a time, and back to a draft until it is issued', () => {
  const allowed = [null, ...states].flatMap((from) =>
    states.filter((to) => mayFollow(from, to)).map((to) => `${from} ${to}`),
  )
  expect(allowed).toEqual([
    ...['null draft', 'draft draft', 'draft submitted', 'submitted draft', 'submitted approved'],
    ...['approved draft', 'approved issued', 'issued corrected'],
  ])
  expect(nextWords('draft', 'adm:2026-01')).toBe(
    'next: hoanhap issue submit --window adm:2026-01; or hoanhap issue draft --window adm:2026-01',
  )
  expect(nextWords('corrected', 'adm:2026-01')).toBe('nothing follows')
})
