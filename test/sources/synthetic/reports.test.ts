import { describe, expect, it } from 'vitest'
import { expectedOf } from '#sources/synthetic/index.ts'
import { slipKinds } from '#sources/synthetic/mail/slip-kinds.ts'
import { daysBetween } from '#sources/vocabulary/date.ts'
import type { WorkbookSpec } from '#sources/workbooks/template.ts'
import { made } from './small.ts'

const { province, schedule, deliveries, personal } = made()
const expected = expectedOf(province, schedule, deliveries, { asked: [] })

const workbooks = deliveries.flatMap((delivery) =>
  delivery.spec instanceof Uint8Array ? [] : [{ ...delivery, spec: delivery.spec }],
)
const registers = workbooks.filter(({ spec }) => spec.reporter.kind === 'police')
const months = [...new Set(registers.map(({ spec }) => spec.window.id))]

const rowsOf = ({ spec }: { readonly spec: WorkbookSpec }) =>
  spec.sheets.flatMap(({ form, rows }) => rows.map((row) => ({ form, row })))

describe('deliveries', () => {
  it('come in order of arrival, each under a name of its own, none after the last day', () => {
    const days = deliveries.map(({ arrivedOn }) => arrivedOn)
    expect(days).toEqual(days.toSorted())
    expect(new Set(deliveries.map(({ name }) => name)).size).toBe(deliveries.length)
    expect(days.at(-1)).toBe('2026-09-20')
    for (const { spec, arrivedOn, slips } of workbooks) {
      const dataTo = spec.cover['data_to'] as `${number}-${number}-${number}`
      if (slips.some(({ field }) => field === 'data_to')) continue
      expect(daysBetween(dataTo, arrivedOn)).toBeGreaterThanOrEqual(0)
      expect(dataTo >= spec.window.from && dataTo < spec.window.to).toBe(true)
    }
  })

  it('are mostly in time, and some late, missing, sent again, corrected, overtaken by their correction', () => {
    for (const id of months) {
      const sent = registers.filter(({ spec }) => spec.window.id === id)
      const senders = new Set(sent.map(({ spec }) => spec.reporter.id))
      expect(senders.size).toBeGreaterThan(90)
      expect(senders.size).toBeLessThan(101)
      const due = `${id.slice(4)}-18`
      expect(sent.filter(({ arrivedOn }) => arrivedOn >= due).length).toBeGreaterThan(0)
    }
    const outcomes = expected.submissions.map(({ outcome }) => outcome)
    for (const outcome of ['accepted', 'partial', 'rejected', 'held'])
      expect(outcomes).toContain(outcome)
    expect(deliveries.some(({ copyOf }) => copyOf !== null)).toBe(true)
    const again = registers.filter(({ spec }) => spec.cover['revision_no'] === 2)
    const overtaking = again.filter(({ spec, arrivedOn }) =>
      registers.some(
        (other) =>
          other.spec.reporter.id === spec.reporter.id &&
          other.spec.window.id === spec.window.id &&
          other.spec.cover['revision_no'] === 1 &&
          other.arrivedOn > arrivedOn,
      ),
    )
    expect(again.length).toBeGreaterThan(overtaking.length)
    expect(overtaking.length).toBeGreaterThan(0)
  })

  it('carry the forms of their reporters, monthly and quarterly', () => {
    const forms = new Set(
      workbooks.map(({ spec }) =>
        [spec.reporter.kind, spec.window.kind, ...spec.sheets.map(({ form }) => form.id)].join(' '),
      ),
    )
    expect([...forms].toSorted()).toEqual([
      'agency month release-notice reoffence',
      'agency quarter communication',
      'committee quarter support-model exemplar communication',
      'facility month pre-release',
      'police month returnee-register',
    ])
  })

  it('carry the nine other forms, too, when everything that is taken is sent', () => {
    const { deliveries } = made({ communes: 4, months: 6, habits: 'perfect', taken: true })
    const carried = deliveries.flatMap(({ name, spec }) =>
      spec instanceof Uint8Array
        ? []
        : spec.sheets.map(({ form }) => `${spec.reporter.kind} ${name.split('-')[0]} ${form.id}`),
    )
    const of = (window: string) =>
      [...new Set(carried)].filter((line) => line.includes(` ${window} `)).toSorted()
    expect(of('T06')).toEqual([
      'agency T06 credit',
      'agency T06 release-notice',
      'agency T06 reoffence',
      'facility T06 pre-release',
      'police T06 community-sentence',
      'police T06 returnee-register',
    ])
    expect(of('Q2')).toEqual([
      'agency Q2 communication',
      'agency Q2 issued-document',
      'agency Q2 jobs-and-training',
      'agency Q2 narrative',
      'agency Q2 task-progress',
      'committee Q2 communication',
      'committee Q2 exemplar',
      'committee Q2 issued-document',
      'committee Q2 narrative',
      'committee Q2 support-model',
      'committee Q2 tally',
      'committee Q2 task-progress',
    ])
    expect(of('6M')).toEqual([
      'agency 6M civil-judgment',
      'agency 6M funding',
      'committee 6M funding',
    ])
  })

  it('hold a file that is none, and a commune that is none', () => {
    const codes = deliveries.flatMap(({ slips }) => slips.map(({ code }) => code))
    expect(codes.filter((code) => code === 'unknown-file')).toHaveLength(1)
    expect(codes.filter((code) => code === 'unknown-unit')).toHaveLength(1)
  })

  it('hold most kinds of mistake that a row can have, and every way of filling a sheet in wrongly', () => {
    const made = new Set(
      deliveries.flatMap(({ slips }) =>
        slips.map(({ form, field, code }) => `${form} ${field} ${code}`),
      ),
    )
    const sent = new Set<string>(
      workbooks.flatMap(({ spec }) => spec.sheets.map(({ form }) => form.id)),
    )
    const kinds = slipKinds.filter(({ form }) => sent.has(form))
    const never = kinds
      .map(({ form, field, code }) => `${form} ${field} ${code}`)
      .filter((kind) => !made.has(kind))
    expect(never.length).toBeLessThan(kinds.length / 3)
    const codes = new Set(deliveries.flatMap(({ slips }) => slips.map(({ code }) => code)))
    for (const code of [
      'nothing-and-not-ticked',
      'ticked-with-rows',
      'data-to-outside-window',
      'secret',
    ])
      expect([...codes]).toContain(code)
  })

  it('tell of nobody whose number, name or remark is not on the list of what may not leak', () => {
    const known = new Set(Object.values(personal).flat())
    const wrong = workbooks.flatMap(({ name, spec }) =>
      rowsOf({ spec }).flatMap(({ form, row }) =>
        Object.entries(form.columns)
          .filter(
            ([field, { store }]) =>
              store === 'identifier' || field === 'full_name' || field === 'remark',
          )
          .filter(([field]) => (row[field] ?? null) !== null && !known.has(String(row[field])))
          .map(([field]) => `${name}: ${field} ${row[field]}`),
      ),
    )
    expect(wrong).toEqual([])
  })
})
