import { beforeAll, describe, expect, test } from 'vitest'
import { nextOf } from '#sources/forms/form.ts'
import { formById } from '#sources/forms/index.ts'
import { type ReadContext, read } from '#sources/read.ts'
import type { Reading, SheetReading } from '#sources/submission.ts'
import { addDays } from '#sources/vocabulary/date.ts'
import { type Window, windowsOf } from '#sources/vocabulary/window.ts'
import { carriedRows, nextYearOf } from '#sources/workbooks/carry.ts'
import { type WorkbookSpec, writeWorkbook } from '#sources/workbooks/template.ts'
import { readContextOf } from '#test/support/read-context.ts'
import { made } from '../synthetic/small.ts'

const communes = [
  ...['07210', '07246', '07264', '09169', '09340', '07333'],
  ...['07681', '07795', '09187', '09265', '09367', '07627'],
]
const { plan, deliveries } = made({ communes, months: 6 })
const context = readContextOf(plan, communes)

/** Every list and every quarter, and the registers of some months: they are many and alike. */
const some = deliveries.filter(
  ({ spec }, at) =>
    !(spec instanceof Uint8Array) && (spec.reporter.kind !== 'police' || at % 3 === 0),
)

/** A report, the workbook of the next window that begins with it, and how that reads when it is sent as it is. */
interface Pair {
  readonly name: string
  readonly sent: WorkbookSpec
  readonly first: Reading
  readonly second: Reading
}

let pairs: readonly Pair[]

beforeAll(async () => {
  const made: Pair[] = []
  for (const { name, spec, arrivedOn } of some) {
    if (spec instanceof Uint8Array) continue
    const first = await reading(spec, arrivedOn)
    if (first.outcome === 'rejected') continue
    const next = following(spec.window)
    const second = await reading(nextSpec(spec, first, next), next.to)
    made.push({ name, sent: spec, first, second })
  }
  pairs = made
})

async function reading(spec: WorkbookSpec, receivedOn: ReadContext['receivedOn']) {
  return read(await writeWorkbook(spec), { ...context, fileName: '', receivedOn, lines: true })
}

function following(window: Window): Window {
  const found = windowsOf('adm', 2026).find(
    ({ kind, from }) => kind === window.kind && from === window.to,
  )
  if (found === undefined) throw new RangeError(window.id)
  return found
}

function nextSpec(spec: WorkbookSpec, { sheets }: Reading, window: Window): WorkbookSpec {
  return {
    ...spec,
    window,
    cover: { data_to: addDays(window.to, -1), prepared_by: 'Người Lập' },
    sheets: sheets.map((sheet) => {
      const form = formOf(sheet)
      const rows = carriedRows(form, sheet.lines ?? [], nextYearOf(window, spec.window))
      return { form, nil: false, rows: rows.map(({ values }) => values) }
    }),
  }
}

function formOf({ form }: Pick<SheetReading, 'form'>) {
  const found = formById(form)
  if (found === undefined) throw new RangeError(form)
  return found
}

/** By form, each sheet that counted with the same sheet a window later. */
function sheetsOf(form: string) {
  return pairs.flatMap(({ sent, first, second }) => {
    const before = first.sheets.find((sheet) => sheet.form === form)
    const after = second.sheets.find((sheet) => sheet.form === form)
    const typed = sent.sheets.find((sheet) => sheet.form.id === form)
    if (before === undefined || after === undefined || typed === undefined) return []
    return before.outcome === 'rejected' ? [] : [{ before, after, typed }]
  })
}

describe('the workbook of the next window, sent as it was handed out', () => {
  test('there are enough of them, clean ones and ones with rows withheld', () => {
    expect(sheetsOf('returnee-register').length).toBeGreaterThan(20)
    expect(sheetsOf('support-model').length).toBeGreaterThan(3)
    const withheld = sheetsOf('returnee-register').filter(
      ({ before }) => before.outcome === 'partial',
    )
    expect(withheld.length).toBeGreaterThan(0)
  })

  test.each(['returnee-register', 'reoffence', 'exemplar'])(
    '%s holds every accepted row again, value for value, names included',
    (form) => {
      const rows = sheetsOf(form).flatMap(({ before, after }) => {
        const values = (sheet: SheetReading) => sheet.rows.map((row) => row.values)
        expect(values(after)).toEqual(values(before))
        return values(before)
      })
      expect(rows.length).toBeGreaterThan(3)
    },
  )

  test('holds every row that was typed in the order in which it was typed, withheld ones too', () => {
    for (const { after, typed } of sheetsOf('returnee-register')) {
      const names = typed.rows.map((row) => row['full_name'])
      expect(after.lines?.map(({ values }) => values['full_name'] ?? undefined)).toEqual(
        names.map((name) => name ?? undefined),
      )
    }
  })

  test('asks again for what is about its window, and for nothing else', () => {
    for (const { first, second } of pairs) {
      const open = second.problems.filter(({ severity }) => severity === 'error')
      const before = first.problems.map(({ code, field }) => `${code} ${field}`)
      const unexpected = open.filter(({ code, sheet, field }) => {
        if (before.includes(`${code} ${field}`)) return false
        if (code === 'nothing-and-not-ticked') return false
        const reading = second.sheets.find((one) => one.sheet === sheet)
        const column = reading && field ? formOf(reading).columns[field] : undefined
        const cleared = column !== undefined && nextOf(column) !== 'same'
        return !(cleared && (code === 'required' || code === 'required-when'))
      })
      expect(unexpected).toEqual([])
    }
  })

  test('is of models and of outreach the frame without the counts', () => {
    for (const { before, after } of sheetsOf('support-model')) {
      const counted = { helping_now: null, helped_ytd: null, jobs_ytd: null }
      expect((after.lines ?? []).map(({ values }) => values)).toEqual(
        (before.lines ?? []).map(({ values }) => ({ ...values, ...counted })),
      )
    }
    for (const { before, after } of sheetsOf('communication')) {
      const [row] = before.rows
      const { officials_total, adults_total, reach_method } = row?.values ?? {}
      const kept = Object.entries(after.lines?.[0]?.values ?? {}).filter(([, v]) => v !== null)
      expect(Object.fromEntries(kept)).toEqual(
        Object.fromEntries(
          Object.entries({ officials_total, adults_total, reach_method }).filter(
            ([, value]) => value !== null,
          ),
        ),
      )
    }
  })
})
