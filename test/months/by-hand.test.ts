import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explainFigure } from '#pipelines/commands/explain.ts'
import { read } from '#pipelines/run.ts'
import { openStation, type Station } from '#pipelines/station.ts'
import { measure, measureAsOf } from '#pipelines/steps/measure.ts'
import { receive } from '#pipelines/steps/receive.ts'
import { type Engine, openReadOnly } from '#pipelines/warehouse/engine.ts'
import { byHandCommunes, byHandDeliveries, byHandTable } from '../support/by-hand.ts'
import { type TestSite, testSite } from '../support/site.ts'

/** The figures of a generation as `indicator window unit` → `numerator/denominator`. */
async function figuresOf(engine: Engine): Promise<ReadonlyMap<string, string>> {
  const rows = await engine.rows(`
    select d.indicator, d.parameters, v.window_id, split_part(v.unit_id, '@', 1) as unit, v.numerator, v.denominator
    from value v join definition d using (definition_id)
    where v.breakdown = '' and coalesce(json_extract_string(d.parameters, '$.who'), 'plan') = 'plan'
      and coalesce(json_extract_string(d.parameters, '$.basis'), 'register') = 'register'`)
  return new Map(
    rows.map((row) => {
      const { form } = JSON.parse(String(row['parameters'])) as { form?: string }
      const indicator = form === undefined ? row['indicator'] : `${row['indicator']}/${form}`
      return [
        `${indicator} ${row['window_id']} ${row['unit']}`,
        `${row['numerator']}/${row['denominator']}`,
      ]
    }),
  )
}

describe('a month worked out by hand', () => {
  let place: TestSite
  let station: Station
  let engine: Engine
  let figures: ReadonlyMap<string, string>

  beforeAll(async () => {
    place = await testSite({
      plan: 'bac-ninh-2026',
      communes: byHandCommunes,
      businessDate: '2026-03-20',
    })
    station = await openStation(place.site, place.effects)
    for (const { name, arrivedOn, bytes } of await byHandDeliveries(station)) {
      place.setDay(arrivedOn)
      await place.deliver(name, bytes)
      await receive(station)
    }
    place.setDay('2026-03-20')
    await read(station)
    engine = await openReadOnly((await measure(station)).file)
    figures = await figuresOf(engine)
  })

  afterAll(async () => {
    engine?.close()
    await station?.close()
    await place?.remove()
  })

  it('accepts every delivery whole', async () => {
    const outcomes = await engine.rows(
      'select outcome, count(*) as n, sum(rows_read - rows_accepted)::bigint as withheld from submission group by outcome',
    )
    expect(outcomes).toEqual([{ outcome: 'accepted', n: 29, withheld: 0 }])
    expect(await engine.rows("select * from problem where origin = 'reading'")).toEqual([])
  })

  for (const row of byHandTable('expected')) {
    const { indicator, window, unit, numerator, denominator } = row as Expected
    const expected = numerator === '' ? undefined : `${numerator}/${denominator}`
    it(`${indicator} in ${unit}, ${window}: ${expected ?? 'no value'}`, () => {
      expect(figures.get(`${indicator} ${window} ${unit}`)).toBe(expected)
    })
  }

  it('finds P12 on two registers and P11 on none, and nothing else', async () => {
    const found = await engine.rows(`
      select p.code, s.reporter_id, s.window_id
      from problem p join submission s using (submission_id)
      where p.origin = 'context' order by 1, 2`)
    expect(found).toEqual([
      {
        code: 'noticed-not-registered',
        reporter_id: 'agency:cong-an-tinh',
        window_id: 'adm:2026-02',
      },
      { code: 'overlapping-stays', reporter_id: 'police:07210', window_id: 'adm:2026-03' },
      { code: 'overlapping-stays', reporter_id: 'police:07264', window_id: 'adm:2026-03' },
    ])
  })

  it('reads otherwise as known at the end of 20/2/2026', async () => {
    const then = await openReadOnly(await measureAsOf(station, '2026-02-20'))
    const known = await figuresOf(then)
    then.close()
    expect(known.get('reoffending-rate adm:2026-01 07246')).toBe('1/3')
    expect(known.get('reoffending-rate adm:2026-01 24')).toBe('1/9')
    expect(known.get('reporting-completeness/returnee-register adm:2026-02 24')).toBe('2/3')
    const ofB = [...known.keys()].filter((key) => key.endsWith('adm:2026-02 07246'))
    expect(ofB.filter((key) => !key.startsWith('reporting-'))).toEqual([])
  })

  it('explains the 2 of 6 of phường Bắc Giang down to the cells', async () => {
    const context = { site: place.site, effects: place.effects }
    const options = { unit: '07210', window: 'adm:2026-Q1' }
    const { json } = await explainFigure(context, 'reoffending-rate', options)
    const { contributions } = json as { contributions: Contribution[] }
    const names = await personsByRow(engine)
    const counted = (in_num?: 1) =>
      [
        ...new Set(
          contributions
            .filter((row) => in_num === undefined || row.in_num === in_num)
            .map((row) => names.get(`${row.subject}`)),
        ),
      ].sort()
    expect(counted()).toEqual(['A-001', 'A-002', 'A-003', 'A-004', 'A-005', 'A-013'])
    expect(counted(1)).toEqual(['A-003', 'A-005'])
    const list = contributions
      .filter((row) => row.form === 'reoffence')
      .map((row) => `${row.window_id} ${row.sheet} ${row.cells?.replaceAll(/[A-Z]/g, '')}`)
    expect(list.sort()).toEqual([
      'adm:2026-03 03.Pham toi moi 10:10',
      'adm:2026-03 03.Pham toi moi 11:11',
    ])
  })
})

type Expected = Readonly<
  Record<'indicator' | 'window' | 'unit' | 'numerator' | 'denominator', string>
>

interface Contribution {
  readonly subject: string
  readonly in_num: number
  readonly form: string
  readonly window_id: string
  readonly sheet: string
  readonly cells: string | null
}

/** Case numbers never reach the warehouse; the tables tell which row of which register they stand in. */
async function personsByRow(engine: Engine): Promise<ReadonlyMap<string, string>> {
  const rows = await engine.rows(`
    select n.person, split_part(n.unit_id, '@', 1) as unit, n.window_id, s.revision,
      row_number() over (partition by n.submission_id order by n."row") - 1 as nth
    from now_returnee_register n join submission s using (submission_id)`)
  const table = byHandTable('returnee-register')
  const owners = new Map<string, string>()
  for (const { person, unit, window_id, revision, nth } of rows) {
    const own = table.filter(
      (row) =>
        row['unit_code'] === unit &&
        row['window'] === window_id &&
        Number(row['revision']) === revision,
    )
    const number = own[Number(nth)]?.['case_file_no']
    const known = owners.get(String(person))
    if (number !== undefined && (known === undefined || number.startsWith('A')))
      owners.set(String(person), number)
  }
  return owners
}
