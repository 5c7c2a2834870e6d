import { describe, expect, it } from 'vitest'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { owes } from '#models/plans/calendar.ts'
import { formById } from '#sources/forms/index.ts'
import { read } from '#sources/read.ts'
import { places } from '#sources/reference/places.ts'
import { type Delivery, personalOf } from '#sources/synthetic/index.ts'
import { addDays, daysBetween } from '#sources/vocabulary/date.ts'
import { type WorkbookSpec, writeWorkbook } from '#sources/workbooks/template.ts'
import { complaints, sheetsInForce } from './recount.ts'
import { made, reporters } from './small.ts'

const { province, schedule, deliveries } = made()

const workbooks = deliveries.flatMap((delivery) =>
  delivery.spec instanceof Uint8Array ? [] : [{ ...delivery, spec: delivery.spec }],
)
const registers = workbooks.filter(({ spec }) => spec.reporter.kind === 'police')
const months = [...new Set(registers.map(({ spec }) => spec.window.id))]

const UNIT_IDS = /^\d{5}@\d{4}-\d{2}-\d{2}(; \d{5}@\d{4}-\d{2}-\d{2})*$/

const rowsOf = ({ spec }: { readonly spec: WorkbookSpec }) =>
  spec.sheets.flatMap(({ form, rows }) => rows.map((row) => ({ form, row })))

describe('deliveries', () => {
  it('come in order of arrival, each under a name of its own, none after the last day', () => {
    const days = deliveries.map(({ arrivedOn }) => arrivedOn)
    expect(days).toEqual(days.toSorted())
    expect(new Set(deliveries.map(({ name }) => name)).size).toBe(deliveries.length)
    expect(days.at(-1)).toBe('2026-09-20')
    for (const { spec, arrivedOn } of workbooks) {
      const dataTo = spec.cover['data_to'] as `${number}-${number}-${number}`
      expect(daysBetween(dataTo, arrivedOn)).toBeGreaterThanOrEqual(0)
      expect(dataTo >= spec.window.from && dataTo < spec.window.to).toBe(true)
    }
  })

  it('are mostly in time, and some late, missing, corrected, overtaken by their correction', () => {
    for (const id of months) {
      const sent = registers.filter(({ spec }) => spec.window.id === id)
      const due = `${id.slice(4)}-18`
      const late = sent.filter(
        ({ spec, arrivedOn }) => spec.cover['revision_no'] === 1 && arrivedOn >= due,
      )
      const senders = new Set(sent.map(({ spec }) => spec.reporter.id))
      expect(late.length).toBeGreaterThan(0)
      expect(late.length).toBeLessThan(25)
      expect(senders.size).toBeGreaterThan(90)
      expect(senders.size).toBeLessThan(100)
    }
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

  it('tick "Không phát sinh" exactly where a sheet is empty, but for the planted forgetting', () => {
    for (const { spec, bad } of workbooks) {
      for (const { form, nil, rows } of spec.sheets) {
        const forgotten = bad.some((fault) => fault.kind === 'no-tick' && fault.form === form.id)
        expect(nil).toBe(rows.length === 0 && !forgotten)
      }
    }
    expect(registers.some(({ spec }) => spec.sheets[0]?.nil)).toBe(true)
  })

  it('hold a file that is none, and a commune that is none', () => {
    const kinds = deliveries.flatMap(({ bad }) => bad.map(({ kind }) => kind))
    expect(kinds.filter((kind) => kind === 'not-a-workbook')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'unknown-unit')).toHaveLength(1)
  })
})

describe('rows', () => {
  it('pass their form but for the planted cells, sheet by sheet', () => {
    for (const { spec, arrivedOn, bad } of workbooks) {
      const planted = bad.flatMap((fault) =>
        fault.kind === 'bad-cell' && fault.withholds ? [fault.field] : [],
      )
      const found = rowsOf({ spec }).flatMap(({ form, row }) =>
        complaints(form, row as never, spec, arrivedOn).map((complaint) => complaint.split(' ')[0]),
      )
      expect(found.toSorted()).toEqual(planted.toSorted())
      for (const { form, rows } of spec.sheets) {
        const context = {
          from: spec.window.from,
          to: spec.window.to,
          receivedOn: arrivedOn,
          unitId: spec.unit.id,
          reporterKind: spec.reporter.kind,
        }
        expect(form.tableChecks.flatMap((check) => check(rows as never, context))).toEqual([])
      }
    }
  })

  it('know nothing of the days after the one to which they reach', () => {
    const ahead = new Set(['probation_end', 'founded_on'])
    const early = workbooks
      .filter(({ bad }) => bad.length === 0)
      .flatMap(({ name, spec }) =>
        rowsOf({ spec }).flatMap(({ form, row }) =>
          Object.entries(form.columns)
            .filter(([field, { kind }]) => kind === 'date' && !ahead.has(field))
            .filter(([field]) => String(row[field] ?? '') > String(spec.cover['data_to']))
            .map(([field]) => `${name}: ${field} ${row[field]}`),
        ),
      )
    expect(early).toEqual([])
  })

  it('conserve people: on a month’s last day each stands on one register, or on two where a leaving was forgotten', () => {
    const inForce = sheetsInForce(deliveries)
    for (const id of months) {
      const whole = [...inForce.values()].filter(
        ({ spec, form, rows }) =>
          form.id === 'returnee-register' &&
          spec.window.id === id &&
          spec.cover['data_to'] === addDays(spec.window.to, -1) &&
          rows.length === spec.sheets[0]?.rows.length,
      )
      const units = new Set(whole.map(({ spec }) => spec.unit.id))
      const lastDay = addDays(whole[0]?.spec.window.to ?? '2026-01-15', -1)
      const listed = whole.flatMap(({ spec, rows }) =>
        rows
          .filter((row) => row['left_on'] === null)
          .map((row) => `${spec.unit.id} ${row['case_file_no']}`),
      )
      const living = province.persons.flatMap(({ stays, caseFileNo }) =>
        stays
          .filter(({ unitId, from, to, leavingRecorded }) => {
            const gone = to !== null && to <= lastDay && leavingRecorded
            return units.has(unitId) && from <= lastDay && !gone
          })
          .map(({ unitId }) => `${unitId} ${caseFileNo}`),
      )
      const forgotten = province.persons.filter(({ stays }) =>
        stays.some(({ leavingRecorded, to }) => !leavingRecorded && (to as string) <= lastDay),
      )
      expect(listed.toSorted()).toEqual(living.toSorted())
      const persons = new Set(listed.map((entry) => entry.split(' ')[1]))
      expect(listed.length - persons.size).toBeLessThanOrEqual(forgotten.length)
    }
  })

  it('give communes as units, and every personal value is on the list of what may not leak', () => {
    const personal = personalOf(province, schedule)
    const known = new Set(Object.values(personal).flat())
    const wrong = workbooks.flatMap(({ name, spec, bad }) => {
      const typed = bad.map((fault) => (fault.kind === 'bad-cell' ? fault.field : ''))
      return rowsOf({ spec }).flatMap(({ form, row }) =>
        Object.entries(form.columns)
          .filter(([field]) => (row[field] ?? null) !== null)
          .filter(([field, { kind, store }]) => {
            const value = String(row[field])
            const personalField = store === 'identifier' || field === 'full_name'
            if (kind === 'commune') return !typed.includes(field) && !UNIT_IDS.test(value)
            return personalField && !known.has(value)
          })
          .map(([field]) => `${name}: ${field} ${row[field]}`),
      )
    })
    expect(wrong).toEqual([])
  })
})

describe('workbooks', () => {
  const plan = {
    id: bacNinh2026.id,
    number: bacNinh2026.document.number ?? '',
    family: bacNinh2026.windows.family,
    provinceCode: bacNinh2026.provinceCode,
    owed: (reporter: Parameters<typeof owes>[1], form: string) => owes(bacNinh2026, reporter, form),
  }
  const answer = async ({ name, arrivedOn, spec }: Delivery) =>
    read(spec instanceof Uint8Array ? spec : await writeWorkbook(spec), {
      fileName: name,
      receivedOn: arrivedOn,
      places: places(),
      reporters,
      plan,
    })

  /** One delivery for each kind of fault, and one for each kind of sender. */
  const chosen = [
    ...new Map(
      deliveries.map((delivery) => {
        const { bad, spec } = delivery
        const faults = bad.map((fault) => ('code' in fault ? fault.code : fault.kind)).toSorted()
        const sender =
          spec instanceof Uint8Array ? 'bytes' : `${spec.reporter.kind} ${spec.window.kind}`
        return [faults.length === 1 ? faults.join() : sender, delivery] as const
      }),
    ).values(),
  ]

  it.each(chosen.map((delivery) => [delivery.name, delivery] as const))(
    '%s is answered as planted',
    async (_, delivery) => {
      const reading = await answer(delivery)
      const codes = {
        'no-tick': 'nothing-and-not-ticked',
        'not-a-workbook': 'unknown-file',
        'unknown-unit': 'unknown-unit',
      }
      const expected = delivery.bad.map((fault) =>
        'code' in fault ? fault.code : codes[fault.kind],
      )
      const found = reading.problems.filter(
        ({ severity, code }) => severity === 'error' || code === 'unknown-commune',
      )
      expect(found.map(({ code }) => code).toSorted()).toEqual(expected.toSorted())
      if (delivery.bad.length === 0) expect(reading.outcome).toBe('accepted')
      if (delivery.bad.some(({ kind }) => kind === 'unknown-unit')) return
      for (const sheet of reading.sheets) {
        const spec = delivery.spec as WorkbookSpec
        const given = spec.sheets.find(({ form }) => form.id === sheet.form)?.rows.length ?? 0
        const withheld = delivery.bad.filter(
          (fault) => fault.kind === 'bad-cell' && fault.withholds,
        ).length
        expect(sheet.reporter).toBe(spec.reporter.id)
        expect(sheet.window).toBe(spec.window.id)
        expect(sheet.rowsRead).toBe(given)
        expect(sheet.rowsAccepted).toBe(given - withheld)
      }
    },
  )

  it('keep every value of an accepted row', async () => {
    const delivery = registers.find(({ spec, bad }) => bad.length === 0 && !spec.sheets[0]?.nil)
    const reading = await answer(delivery as Delivery)
    const fields = Object.keys(formById('returnee-register')?.columns ?? {}).filter(
      (field) => field !== 'row_no',
    )
    const pick = (row: Readonly<Record<string, unknown>>) =>
      fields.map((field) => row[field] ?? null)
    const given = delivery?.spec.sheets[0]?.rows ?? []
    expect(reading.sheets[0]?.rows.map(({ values }) => pick(values))).toEqual(given.map(pick))
  })
})
