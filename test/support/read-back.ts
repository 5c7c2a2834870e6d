import { maySend } from '#models/plans/calendar.ts'
import type { Plan } from '#models/plans/plan.ts'
import type { Form } from '#sources/forms/form.ts'
import { read } from '#sources/read.ts'
import type { Reading, Value } from '#sources/submission.ts'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import type { ReporterId } from '#sources/vocabulary/reporter.ts'
import { window } from '#sources/vocabulary/window.ts'
import { writeWorkbook } from '#sources/workbooks/template.ts'
import { readContextOf } from './read-context.ts'

/** Fills rows into the form's own workbook, as a commune's reporter of a window, and reads it on the day after the window. */
export async function readBack(
  form: Form,
  rows: readonly Readonly<Record<string, Value>>[],
  { plan, reporter: id, window: of }: { plan: Plan; reporter: ReporterId; window: string },
): Promise<Reading> {
  const code = id.slice(id.indexOf(':') + 1)
  const context = readContextOf(plan, [code])
  const { from, to } = window(of)
  const reporter = context.reporters.find((each) => each.id === id)
  const unit = context.places.byCode(code, from)
  if (reporter === undefined || unit === undefined) throw new Error(`${id} is no reporter`)
  const { title, number } = plan.document
  const bytes = await writeWorkbook({
    ...{ reporter, unit, window: window(of) },
    plan: { number: number ?? '', title },
    cover: { data_to: addDays(to, -1), ...signed(addDays(to, -1)), revision_no: 1 },
    sheets: [{ form, nil: false, rows }],
  })
  const owed = (whose: ReporterId, what: string) => maySend(plan, whose, what)
  const asked = { ...context, plan: { ...context.plan, owed } }
  return read(bytes, { ...asked, fileName: 'bao-cao.xlsx', receivedOn: to })
}

/** What stands at the foot of a report that nobody has to ask about. */
function signed(on: CalendarDate) {
  return {
    document_no: '15/BC-UBND',
    document_date: on,
    prepared_by: 'Trần Văn B',
    signer_name: 'Lê Thị C',
    signer_title: 'Chủ tịch',
  }
}
