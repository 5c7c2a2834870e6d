import { describe, expect, it } from 'vitest'
import { type AgendaRow, agendaOf, nextDue, upcoming } from '#models/plans/agenda.ts'
import { planById, plans } from '#models/plans/index.ts'
import type { Plan } from '#models/plans/plan.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { places, restrictTo } from '#sources/reference/places.ts'
import { agendaTable } from './agenda-table.ts'

const table = agendaTable
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.replace(/ +/g, ' '))

const agendas = new Map(
  plans.map((plan) => [plan.id, agendaOf(plan, reportersOf(plan, places()), '2026-12-31')]),
)

function lineOf(row: AgendaRow): string {
  const { plan, kind, id, year, from, to, due, lastDay, workingDay } = row
  return [plan, kind, id, year, from, to, due, lastDay, workingDay]
    .map((cell) => cell ?? '-')
    .join(' | ')
}

describe('the table typed by hand', () => {
  const lines = [...agendas.values()].flat().map(lineOf)

  it('tells of all five plans, in at least 90 rows', () => {
    expect(table.length).toBeGreaterThanOrEqual(90)
    expect(new Set(table.map((line) => line.split(' | ')[0])).size).toBe(5)
    expect(new Set(table).size).toBe(table.length)
  })

  it.each(table)('%s', (line) => {
    expect(lines.filter((each) => each === line)).toHaveLength(1)
  })

  it('lists everything that the texts oblige to by the end of 2026, and every dated task of three plans', () => {
    const whole = ['bac-ninh-2026', 'bac-giang-2022', 'hung-yen-2026']
    const listed = ({ plan, kind, lastDay }: AgendaRow) =>
      kind === 'obligation'
        ? lastDay <= '2026-12-31'
        : kind === 'task' && whole.some((each) => each === plan)
    const rows = [...agendas.values()].flat().filter(listed)
    expect(rows.map(lineOf).filter((line) => !table.includes(line))).toEqual([])
  })
})

describe('a row', () => {
  const bacNinh = agendas.get('bac-ninh-2026') ?? []
  const find = (id: string, window: string | null) =>
    bacNinh.find((row) => row.id === id && row.window === window)

  it('names the clause and whom it obliges, apart from those whom it only asks', () => {
    const row = find('periodic-report', 'adm:2026-Q2')
    expect(row).toMatchObject({ basis: 'clause', reference: 'IV.2', dayStated: true })
    expect(row?.obliged).toHaveLength(99 + 11)
    expect(row?.requested).toEqual([
      'agency:vien-kiem-sat',
      'agency:toa-an',
      'agency:mat-tran-to-quoc',
    ])
  })

  it('of the collection rests on the directive, and on the clause where that covers it', () => {
    expect(find('returnee-register', 'adm:2026-06')).toMatchObject({
      kind: 'collection',
      basis: 'directive',
      reference: 'theo hướng dẫn của Công an tỉnh',
    })
    expect(find('support-model', 'adm:2026-Q1')).toMatchObject({ kind: 'collection' })
    expect(find('support-model', 'adm:2026-Q2')).toBeUndefined()
    expect(find('communication', 'adm:2026-Q2')?.obliged).toEqual(['agency:cong-an-tinh'])
  })

  it('of a task that names a year is due when the year is over', () => {
    expect(find('III.1.3', 'cal:2026')).toMatchObject({
      kind: 'task',
      dayStated: false,
      obliged: ['agency:cong-an-tinh'],
    })
  })
})

describe('what is due next', () => {
  const plan = planById('bac-ninh-2026')
  const agenda = agendaOf(plan, reportersOf(plan, restrictTo(places(), ['07210'])))
  const next = (on: `${number}-${number}-${number}`) => {
    const found = nextDue(agenda, on)
    return found && [found.inDays, ...found.rows.map(({ id }) => id)]
  }

  it('is everything of the nearest last day, that day itself included', () => {
    expect(next('2026-05-18')).toEqual([20, 'implementation-plan'])
    expect(next('2026-06-07')).toEqual([0, 'implementation-plan'])
    expect(next('2026-06-08')).toEqual([6, 'periodic-report'])
    expect(next('2026-06-15')?.[0]).toBe(2)
    expect(next('2026-12-18')).toEqual([13, 'III.1.3'])
  })

  it('is null when the plan asks for nothing more', () => {
    expect(next('2027-01-01')).toBeNull()
    expect(upcoming(agenda, '2027-01-01')).toEqual([])
  })
})

it('follows words that name no day: months and years that begin with the plan or after', () => {
  const plan = planById('bac-ninh-2026')
  const [first] = plan.obligations
  const asked = (when: 'monthly' | 'yearly' | 'on-request', years: readonly number[]) => {
    const of = { ...plan, years, obligations: [{ ...first, dues: [], when }] } as Plan
    return agendaOf(of, [], '2026-01-01')
      .filter(({ kind }) => kind === 'obligation')
      .map(({ from, to, dayStated }) => `${from} ${to} ${dayStated}`)
  }
  expect(asked('monthly', [2026])).toEqual([
    '2026-06-01 2026-07-01 false',
    '2026-07-01 2026-08-01 false',
    '2026-08-01 2026-09-01 false',
    '2026-09-01 2026-10-01 false',
    '2026-10-01 2026-11-01 false',
    '2026-11-01 2026-12-01 false',
    '2026-12-01 2027-01-01 false',
  ])
  expect(asked('yearly', [2026, 2027])).toEqual(['2027-01-01 2028-01-01 false'])
  expect(asked('on-request', [2026])).toEqual([])
})
