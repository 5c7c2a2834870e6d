import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { brokenCarryOver } from '#models/quality/broken-carry-over.ts'
import { copiedReport } from '#models/quality/copied-report.ts'
import { creditBalance } from '#models/quality/credit-balance.ts'
import { impossibleFigure } from '#models/quality/impossible-figure.ts'
import { lateRevision } from '#models/quality/late-revision.ts'
import { listsDisagree } from '#models/quality/lists-disagree.ts'
import { noService } from '#models/quality/no-service.ts'
import { registerAgainstTally } from '#models/quality/register-against-tally.ts'
import { residentsJump } from '#models/quality/residents-jump.ts'
import type { Engine } from '#pipelines/warehouse/engine.ts'
import { badRows, brief, emptyTables, put, sent, windows } from './asked.ts'

let engine: Engine
beforeAll(async () => {
  engine = await emptyTables()
})
afterAll(() => engine?.close())
beforeEach(async () => {
  await engine.rows('begin')
  await windows(engine, ['adm:2026-02', 'adm:2026-03', 'adm:2026-04', 'adm:2026-Q1', 'adm:2026-Q2'])
})
afterEach(() => engine.rows('rollback'))

describe('a copied report', () => {
  const tally = (
    unit: string,
    quarter: string,
    items: Readonly<Record<string, number>>,
    more = 0,
  ) =>
    sent(
      engine,
      'tally',
      `committee:${unit}`,
      `adm:2026-${quarter}`,
      Object.entries(items).map(([item, count]) => ({ item, count, cumulative: count + more })),
    )
  const twice = async (
    unit: string,
    first: Readonly<Record<string, number>>,
    then: Readonly<Record<string, number>> = first,
  ) => {
    await tally(unit, 'Q1', first)
    await tally(unit, 'Q2', then, 9)
  }

  it('has every number of the quarter before, four different flows among them', async () => {
    const busy = { returned: 7, moved_in: 3, expunged: 2, counselled: 5, managed_end: 40 }
    await twice('copied', busy)
    await twice('one number changed', busy, { ...busy, managed_end: 41 })
    await twice('one item more', busy, { ...busy, trainings: 0 })
    await twice('one came and was helped', { returned: 1, received: 1, counselled: 1, papers: 1 })
    await twice('three different', { returned: 3, received: 3, counselled: 2, papers: 1 })
    await twice('stocks stay', { managed_end: 40, files: 38, helpers: 12, group_a: 7, group_b: 5 })
    await twice('nothing happened', { returned: 0, moved_in: 0, managed_end: 4 })
    await tally('no quarter before', 'Q2', busy)
    const rows = await badRows(engine, copiedReport)
    expect(rows.map(brief)).toEqual(['copied adm:2026-Q2 tally 4/4'])
    expect(JSON.parse(rows[0]?.facts ?? '')).toEqual({ different: 4 })
  })

  it('is found in forms of columns, too, by body where several share a place; two nil months are none', async () => {
    const facility = 'facility:trai-tam-giam'
    const released = {
      facility: 'Trại tạm giam',
      inmates_end: 400,
      released_completed: 11,
      released_amnesty: 0,
      released_conditional: 2,
      counselled: 12,
      oriented: 9,
    }
    for (const month of ['02', '03']) {
      await sent(engine, 'pre-release', facility, `adm:2026-${month}`, [released], { unit: '24' })
      await sent(engine, 'community-sentence', 'police:nil', `adm:2026-${month}`, [])
    }
    await sent(
      engine,
      'pre-release',
      facility,
      'adm:2026-04',
      [{ ...released, inmates_end: 399 }],
      { unit: '24' },
    )
    expect((await badRows(engine, copiedReport)).map(brief)).toEqual([
      `24 adm:2026-03 pre-release/${facility} 4/4`,
    ])
  })
})

describe('two sources that differ by more than honest work leaves', () => {
  const differences = (
    rows: readonly (readonly [
      kind: string,
      unit: string,
      field: string,
      left: number,
      right: number,
    ])[],
  ) =>
    put(
      engine,
      'reconciliation',
      rows.map(([kind, unit_id, field, left_n, right_n]) => ({
        kind,
        unit_id,
        window_id: 'adm:2026-Q1',
        field,
        left_n,
        right_n,
      })),
    )

  it('at least 3 and more than a fifth; once for all items, by the one that is furthest apart', async () => {
    await differences([
      ['register-tally', 'two', 'returned', 0, 2],
      ['register-tally', 'a fifth', 'returned', 12, 15],
      ['register-tally', 'more', 'returned', 11, 14],
      ['register-tally', 'items', 'group_a', 4, 0],
      ['register-tally', 'items', 'managed_end', 30, 20],
      ['register-tally', 'items', 'papers', 1, 0],
      ['listed-credit', 'other rule', 'listed', 9, 0],
    ])
    const rows = await badRows(engine, registerAgainstTally)
    expect(rows.map(brief)).toEqual([
      'items adm:2026-Q1 register-tally 30/20',
      'more adm:2026-Q1 register-tally 11/14',
    ])
    expect(rows.map(({ facts }) => JSON.parse(facts))).toEqual([
      { item: 'managed_end', items: 2 },
      { item: 'returned', items: 1 },
    ])
  })

  it('lists of two bodies, a reporter against himself, the balance of a bank', async () => {
    await differences([
      ['notices-returns', 'u', 'returned', 4, 8],
      ['moves-in', 'u', 'moved_from', 2, 0],
      ['opening-closing', 'u', 'an_treo', 20, 26],
      ['running-total', '24', 'officials_reached/agency:so-y-te', 50, 30],
      ['running-total', '24', 'officials_reached/agency:so-noi-vu', 50, 49],
      ['credit-balance', 'u', 'outstanding', 50_000, 51_000],
      ['credit-balance', 'v', 'outstanding', 50_000, 50_999],
    ])
    const found = async (rule: Parameters<typeof badRows>[1]) =>
      (await badRows(engine, rule)).map(brief)
    expect(await found(listsDisagree)).toEqual(['u adm:2026-Q1 notices-returns 4/8'])
    expect(await found(brokenCarryOver)).toEqual([
      '24 adm:2026-Q1 running-total/agency:so-y-te 50/30',
      'u adm:2026-Q1 opening-closing 20/26',
    ])
    expect(await found(creditBalance)).toEqual(['u adm:2026-Q1 credit-balance 50000/51000'])
  })
})

describe('figures', () => {
  const values = (
    rows: readonly (readonly [
      indicator: string,
      unit: string,
      numerator: number,
      denominator: number,
      more?: Readonly<Record<string, string>>,
    ])[],
  ) =>
    put(
      engine,
      'value',
      rows.map(([indicator, unit_id, numerator, denominator, more]) => ({
        definition_id: indicator,
        map: 'then',
        window_id: 'adm:2026-Q1',
        unit_id,
        breakdown: '',
        category: '',
        numerator,
        denominator,
        basis: 'register',
        ...{ ...more },
      })),
    )
  beforeEach(async () => {
    const known = ['counselling-coverage', 'helper-assignment-coverage', 'loans-outstanding']
    await put(
      engine,
      'definition',
      known.map((id) => ({ definition_id: id, indicator: id })),
    )
    const communes = ['all', 'some', 'none', 'few']
    await put(
      engine,
      'unit',
      communes.map((unit_id) => ({ unit_id, level: 'commune' })),
    )
    await put(
      engine,
      'inside',
      communes.map((unit_id) => ({ unit_id, in_unit: '24', level: 'province' })),
    )
  })

  it('are impossible when more are counted than there are, but not where money is counted by debtors', async () => {
    await values([
      ['counselling-coverage', 'all', 5, 5],
      ['counselling-coverage', 'some', 6, 5],
      ['counselling-coverage', 'few', -1, 5],
      ['loans-outstanding', 'all', 90_000, 3],
    ])
    expect((await badRows(engine, impossibleFigure)).map(brief)).toEqual([
      'few adm:2026-Q1 counselling-coverage -1/5',
      'some adm:2026-Q1 counselling-coverage 6/5',
    ])
  })

  it('say that nobody was helped in a quarter where the province would have helped 5', async () => {
    // the province: 8 of 10; of 7 it would have helped 5,6, of 6 it would have helped 4,8
    await values([
      ['counselling-coverage', '24', 80, 100],
      ['counselling-coverage', 'none', 0, 7],
      ['counselling-coverage', 'few', 0, 6],
      ['counselling-coverage', 'some', 1, 70],
      ['helper-assignment-coverage', '24', 80, 100],
      ['helper-assignment-coverage', 'none', 0, 70],
      ['counselling-coverage', 'none', 0, 70, { basis: 'register', window_id: 'adm:2026-02' }],
    ])
    const rows = await badRows(engine, noService)
    expect(rows.map(brief)).toEqual(['none adm:2026-Q1 counselling-coverage 0/5'])
    expect(JSON.parse(rows[0]?.facts ?? '')).toEqual({ people: 7, events: 80, everyone: 100 })
  })
})

it('adults of a commune that change by more than 30 % and 100 people', async () => {
  const adults = async (unit: string, totals: readonly [number, number]) => {
    for (const [n, adults_total] of totals.entries())
      await sent(engine, 'communication', `committee:${unit}`, `adm:2026-Q${n + 1}`, [
        { adults_total },
      ])
  }
  await adults('a digit too many', [9_000, 90_000])
  await adults('exactly 30 %', [9_000, 11_700])
  await adults('one more', [9_000, 11_701])
  await adults('a hamlet', [200, 299])
  expect((await badRows(engine, residentsJump)).map(brief)).toEqual([
    'a digit too many adm:2026-Q2 communication 9000/90000',
    'one more adm:2026-Q2 communication 9000/11701',
  ])
})

it('replacements that came after the day, of what had counted before', async () => {
  const [form, window_id] = ['tally', 'adm:2026-Q1']
  const sentOn = async (unit: string, revision: number, first: string, arrived_on: string) => {
    const whose = { form, reporter_id: `committee:${unit}`, window_id }
    const counts = { ...whose, unit_id: unit, submission_id: unit }
    await put(engine, 'in_force', [counts])
    await put(engine, 'submission', [{ ...counts, revision, arrived_on }])
    await put(engine, 'obligation', [{ ...whose, unit_id: unit, due_before: '2026-03-18' }])
    await put(engine, 'first_arrival', [{ ...whose, arrived_on: first }])
  }
  await engine.rows(
    'create table first_arrival (form text, reporter_id text, window_id text, arrived_on date)',
  )
  await sentOn('late', 2, '2026-03-16', '2026-03-20')
  await sentOn('on the first late day', 3, '2026-03-16', '2026-03-18')
  await sentOn('in time', 2, '2026-03-16', '2026-03-17')
  await sentOn('first was not taken', 2, '2026-03-20', '2026-03-20')
  await sentOn('late for the first time', 1, '2026-03-20', '2026-03-20')
  expect((await badRows(engine, lateRevision)).map(brief)).toEqual([
    'late adm:2026-Q1 tally 2/3',
    'on the first late day adm:2026-Q1 tally 3/1',
  ])
})
