import type { World } from '#pipelines/demo/order.ts'
import type { Form, RowOf } from '#sources/forms/form.ts'
import type { UnitId } from '#sources/vocabulary/unit.ts'
import type { Row, Sent } from './rows.ts'

type Values = Row['values']

/** Everything that the reporters of a world send, as the rows that reading its workbooks gives. */
export function sentIn({ deliveries, schedule }: World): readonly Sent[] {
  const known = new Set<string>(schedule.reporters.map(({ id }) => id))
  return deliveries.flatMap(({ spec, arrivedOn }) => {
    if (spec instanceof Uint8Array || !known.has(spec.reporter.id)) return []
    const { reporter, window, cover, sheets } = spec
    return sheets.map(({ form, rows }) => ({
      form: form.id,
      reporter: reporter.id,
      window: window.id,
      revision: Number(cover['revision_no']),
      arrivedOn,
      rows: rows.map((values) => rowOf(form, values as Values, reporter.unitId)),
    }))
  })
}

function rowOf(form: Form, values: Values, own: UnitId): Row {
  const place = form.unit === 'reporter' ? own : values[form.unit.column]
  const unitId = (place ?? own) as UnitId
  const ids = form.identifiers?.(values as RowOf<typeof form.columns>, unitId) ?? []
  return { values, ids, unit: unitId.slice(0, unitId.indexOf('@')) }
}
