import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { noMovement } from '#models/quality/no-movement.ts'
import { registerJump } from '#models/quality/register-jump.ts'
import type { Engine } from '#pipelines/warehouse/engine.ts'
import { badRows, brief, emptyTables, put, sent, windows } from './asked.ts'

let engine: Engine
beforeAll(async () => {
  engine = await emptyTables()
})
afterAll(() => engine?.close())
beforeEach(async () => {
  await engine.rows('begin')
  await windows(engine, ['adm:2026-02', 'adm:2026-03', 'adm:2026-04', 'adm:2026-05'])
})
afterEach(() => engine.rows('rollback'))

type Values = Readonly<Record<string, string | null>>

/** Back from prison years ago, still there. */
const OLD: Values = {
  entry_kind: 'ra_trai',
  release_basis: 'chap_hanh_xong',
  arrived_on: '2024-05-05',
  left_on: null,
  left_reason: null,
}

interface Listed {
  readonly name: string
  readonly values: Values
}

const people = (n: number, values: Values = {}, name = 'p'): readonly Listed[] =>
  Array.from({ length: n }, (_, each) => ({
    name: `${name}${each}`,
    values: { ...OLD, ...values },
  }))

async function register(unit: string, month: string, rows: readonly Listed[], withheld = 0) {
  const reporter = `police:${unit}`
  const windowId = `adm:2026-${month}`
  await sent(
    engine,
    'returnee-register',
    reporter,
    windowId,
    rows.map(({ values }) => values),
    { withheld },
  )
  if (rows.length === 0) return
  const submission_id = `${reporter} ${windowId}/returnee-register`
  await put(
    engine,
    'row_person',
    rows.map(({ name }, row) => ({ submission_id, row, person: `${unit} ${name}` })),
  )
}

/** March is 15/2–14/3, April 15/3–14/4 (mid months). */
describe('a register that jumps', () => {
  const ten = people(10)

  it.each([
    [6, 10, 'fires: 6 of 10 nobody explains', ['u adm:2026-04 returnee-register 10/16']],
    [4, 10, '4 of 10 are more than 30 %, but few', []],
    [6, 20, 'exactly 30 % is not more', []],
    [7, 20, 'one more is', ['u adm:2026-04 returnee-register 20/27']],
    [5, 0, 'from nobody to five who were there all along', ['u adm:2026-04 returnee-register 0/5']],
  ])('%i new beside %i: %s', async (more, before, _, expected) => {
    await register('u', '03', people(before))
    await register('u', '04', [...people(before), ...people(more, {}, 'new')])
    expect((await badRows(engine, registerJump)).map(brief)).toEqual(expected)
  })

  it.each<[string, Values]>([
    ['an amnesty of 60 %', { release_basis: 'dac_xa', arrived_on: '2026-04-01' }],
    ['moves into the commune', { entry_kind: 'chuyen_den', arrived_on: '2026-03-20' }],
    ['a handing over by reform', { entry_kind: 'sap_xep_dvhc', arrived_on: '2024-07-01' }],
    ['people found by a review', { entry_kind: 'ra_soat', arrived_on: '2025-07-01' }],
    ['arrivals written down a month late', { arrived_on: '2026-02-15' }],
  ])('%s is movement', async (_, values) => {
    await register('u', '03', ten)
    await register('u', '04', [...ten, ...people(6, values, 'new')])
    expect(await badRows(engine, registerJump)).toEqual([])
  })

  it('arrivals of the month before the last one are not', async () => {
    await register('u', '03', ten)
    await register('u', '04', [...ten, ...people(6, { arrived_on: '2026-02-14' }, 'new')])
    const [row] = await badRows(engine, registerJump)
    expect(JSON.parse(row?.facts ?? '')).toEqual({ unexplained: 6, came: 0, gone: 0 })
  })

  it('who is gone without a word is counted, who left with a date or was struck out is not', async () => {
    await register('gone', '03', ten)
    await register('gone', '04', people(4))
    await register('left', '03', ten)
    await register('left', '04', [
      ...people(4),
      ...people(10, { left_on: '2026-04-02', left_reason: 'chuyen_trong_tinh' }).slice(4),
    ])
    await register('struck', '03', ten)
    await register('struck', '04', [
      ...people(4),
      ...people(10, { left_reason: 'ghi_trung' }).slice(4),
    ])
    const rows = await badRows(engine, registerJump)
    expect(rows.map(brief)).toEqual(['gone adm:2026-04 returnee-register 10/4'])
    expect(JSON.parse(rows[0]?.facts ?? '')).toEqual({ unexplained: -6, came: 0, gone: 0 })
  })

  it('as many as are withheld for a bad cell may be among those, on either list', async () => {
    await register('later', '03', ten)
    await register('later', '04', people(4), 6)
    await register('earlier', '03', people(4), 6)
    await register('earlier', '04', ten)
    await register('too few', '03', ten)
    await register('too few', '04', people(4), 1)
    expect((await badRows(engine, registerJump)).map(brief)).toEqual([
      'too few adm:2026-04 returnee-register 10/4',
    ])
  })

  it('new file numbers move nobody, and a month that is missing says nothing', async () => {
    await register('renumbered', '03', ten)
    await register('renumbered', '04', [...people(4), ...people(6, {}, 'other')])
    await register('silent in March', '04', ten)
    await register('silent in April', '03', ten)
    await register('silent in April', '05', people(1))
    expect(await badRows(engine, registerJump)).toEqual([])
  })
})

/** The plan year began on 15/12/2025; February, March and April are 15/1–14/4. */
describe('three months without movement', () => {
  const back = { arrived_on: '2026-02-02' }

  it.each([
    [45, ['quiet adm:2026-04 returned 0/5']],
    [44, []],
  ])('to 900 people 100 came back; none to %i', async (n, expected) => {
    await register('quiet', '04', people(n))
    await register('other', '04', [...people(900 - n), ...people(100, back, 'back')])
    expect((await badRows(engine, noMovement)).map(brief)).toEqual(expected)
  })

  it('amnesties come in waves and count on neither side', async () => {
    const pardoned = { ...back, release_basis: 'dac_xa' }
    await register('quiet', '04', people(90))
    await register('other', '04', people(100, pardoned))
    expect(await badRows(engine, noMovement)).toEqual([])
    await register('third', '04', people(210, back, 'back').slice(0, 110))
    await register('pardons only', '04', [...people(80), ...people(20, pardoned, 'new')])
    // 110 came back to 90 + 80; where nobody was when it began, nobody is expected
    expect((await badRows(engine, noMovement)).map(brief)).toEqual([
      'pardons only adm:2026-04 returned 0/51',
      'quiet adm:2026-04 returned 0/58',
    ])
  })

  it.each<[string, Values]>([
    ['an amnesty brought', { release_basis: 'dac_xa' }],
    ['a reform handed over', { entry_kind: 'sap_xep_dvhc' }],
  ])('whom %s two weeks ago had no time to leave', async (_, values) => {
    await register('u', '04', [
      ...people(10),
      ...people(60, { ...values, arrived_on: '2026-04-01' }, 'new'),
    ])
    const left = { left_on: '2026-04-02', left_reason: 'xoa_an_tich' }
    await register('other', '04', [...people(810), ...people(90, left, 'left')])
    // 10 × 90 / 910 is one; of 70 it would be six
    expect(await badRows(engine, noMovement)).toEqual([])
  })

  it('nobody left, where everywhere else a tenth did', async () => {
    const left = { left_on: '2026-04-02', left_reason: 'xoa_an_tich' }
    await register('quiet', '04', people(60))
    await register('other', '04', [...people(40), ...people(10, left, 'left')])
    const rows = await badRows(engine, noMovement)
    expect(rows.map(brief)).toEqual(['quiet adm:2026-04 left 0/5'])
    expect(rows.map(({ facts }) => facts)).toEqual(['{"people":60,"events":10,"everyone":110}'])
  })

  it('the first two months of a plan year ask nothing, an earlier arrival is no movement', async () => {
    await register('quiet', '03', people(60))
    await register('other', '03', people(60, { arrived_on: '2026-02-20' }))
    expect(await badRows(engine, noMovement)).toEqual([])
  })
})
