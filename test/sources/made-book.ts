import { type CoverField, cover } from '#sources/forms/cover.ts'
import type { Column, Form } from '#sources/forms/form.ts'
import { returneeRegister } from '#sources/forms/returnee-register.ts'
import type { ReadContext } from '#sources/read.ts'
import type { Book, Cell, Sheet, SheetRow } from '#sources/readers/book.ts'
import { places } from '#sources/reference/places.ts'
import type { Value } from '#sources/submission.ts'
import { daysBetween, isCalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'

/** What stands in a cell: text, number, a serial day as `{ day }`, or a cell as it is. */
export type Typed = string | number | boolean | null | { readonly day: string } | Cell

const obliged = { standing: 'obliged' } as const

export const reporters: readonly Reporter[] = [
  {
    id: 'police:07210',
    kind: 'police',
    name: 'Công an phường Bắc Giang',
    unitId: '07210@2025-07-01',
    ...obliged,
  },
  {
    id: 'police:07246',
    kind: 'police',
    name: 'Công an xã Xuân Lương',
    unitId: '07246@2025-07-01',
    ...obliged,
  },
  {
    id: 'committee:07210',
    kind: 'committee',
    name: 'UBND phường Bắc Giang',
    unitId: '07210@2025-07-01',
    ...obliged,
  },
  {
    id: 'agency:cong-an-tinh',
    kind: 'agency',
    name: 'Công an tỉnh',
    unitId: '24@2025-07-01',
    ...obliged,
  },
  {
    id: 'agency:so-tu-phap',
    kind: 'agency',
    name: 'Sở Tư pháp',
    unitId: '24@2025-07-01',
    ...obliged,
  },
  {
    id: 'facility:trai-tam-giam',
    kind: 'facility',
    name: 'Trại tạm giam',
    unitId: '24@2025-07-01',
    ...obliged,
  },
]

/** Bắc Ninh's plan; every reporter owes the forms of its kind. */
export const context: ReadContext = {
  fileName: 'bo-bieu.xlsx',
  receivedOn: '2026-01-15',
  places: places(),
  reporters,
  plan: {
    id: 'bac-ninh-2026',
    number: '195/KH-UBND',
    family: 'adm',
    provinceCode: '24',
    owed: (reporter, form) => !(reporter.startsWith('committee:') && form === 'returnee-register'),
  },
}

/** The cover of Công an phường Bắc Giang for January 2026, in the words that stand there. */
const januaryCover: Readonly<Record<CoverField, Typed>> = {
  unit_code: '07210',
  unit_name: 'Công an phường Bắc Giang',
  reporting_body: 'Công an cấp xã',
  plan_ref: '195/KH-UBND',
  window: 'Tháng 1/2026 (15/12/2025–14/1/2026)',
  data_to: { day: '2026-01-14' },
  submission_kind: 'Báo cáo lần đầu',
  revision_no: 1,
  revision_reason: null,
  document_no: null,
  document_date: null,
  signer_name: null,
  signer_title: null,
  prepared_by: 'Trần Văn Lập',
  phone: null,
  secrecy: 'Không',
}

export function coverSheet(changes: Partial<Record<CoverField, Typed>> = {}): Sheet {
  const values = { ...januaryCover, ...changes }
  const fields = Object.entries(cover.columns)
  const title = row(1, ['BỘ BIỂU BÁO CÁO CÔNG TÁC TÁI HÒA NHẬP CỘNG ĐỒNG'])
  const lines = fields.map(([field, { header }], index) =>
    row(4 + index, [header, values[field as CoverField]]),
  )
  return { name: cover.sheet, hidden: false, rows: [title, ...lines] }
}

interface SheetParts {
  readonly form?: Form
  readonly rows?: readonly Readonly<Record<string, Typed>>[]
  readonly name?: string
  /** `☐` or `☑` before "Không phát sinh trong kỳ". */
  readonly tick?: string
  /** Fields in the order of the columns; all of the form's when not said. */
  readonly fields?: readonly string[]
  /** Headers in place of the form's own. */
  readonly headers?: Readonly<Record<string, string>>
  /** Rows that stand above everything else. */
  readonly above?: readonly string[]
}

/** A form's sheet as an officer sends it: title, tick, groups, headers, column numbers, data, foot. */
export function formSheet({
  form = returneeRegister,
  rows = [],
  name = form.sheet,
  tick = '☐',
  fields = Object.keys(form.columns),
  headers = {},
  above = [],
}: SheetParts): Sheet {
  const at = above.length
  const column = (field: string): Column | undefined => form.columns[field]
  const lines = [
    ...above.map((text, index) => row(1 + index, [text])),
    row(at + 1, [`Biểu số ${form.number}/THNCĐ`]),
    row(at + 2, [form.title]),
    row(at + 4, [`${tick} Không phát sinh trong kỳ`]),
    row(at + 6, ['A. Nhân thân']),
    row(
      at + 7,
      fields.map((field) => headers[field] ?? column(field)?.header ?? field),
    ),
    row(
      at + 8,
      fields.map((_, index) => `(${index + 1})`),
    ),
    ...rows.map((values, index) =>
      row(
        at + 9 + index,
        fields.map((field) => typedAs(column(field), values[field] ?? null)),
      ),
    ),
    row(at + 10 + rows.length, ['Biểu có dữ liệu cá nhân nhạy cảm. Chỉ gửi qua kênh được cấp; …']),
    row(at + 11 + rows.length, [
      'NGƯỜI LẬP BIỂU',
      null,
      'CÁN BỘ KIỂM TRA',
      null,
      'THỦ TRƯỞNG ĐƠN VỊ',
    ]),
    row(at + 12 + rows.length, ['(ký, ghi rõ họ tên)']),
  ]
  return { name, hidden: false, rows: lines.filter(({ cells }) => cells.size > 0) }
}

export function bookOf(...sheets: readonly Sheet[]): Book {
  return { kind: 'xlsx', sheets, date1904: false, envelope: null }
}

/** The very hidden sheet, which says by which versions the workbook was made. */
export function markerSheet(
  forms: readonly (readonly [id: string, version: number, sheet: string])[],
  { reporter = 'police:07210', layoutVersion = 1 } = {},
): Sheet {
  const lines = [
    row(1, ['hoanhap', layoutVersion]),
    row(2, ['195/KH-UBND', reporter, 'adm:2026-01']),
    ...forms.map((form, index) => row(3 + index, [...form])),
  ]
  return { name: '_hoanhap', hidden: true, rows: lines }
}

export function row(number: number, values: readonly Typed[]): SheetRow {
  const cells = new Map<number, Cell>()
  for (const [index, value] of values.entries()) {
    const cell = cellOf(value)
    if (cell !== null) cells.set(index + 1, cell)
  }
  return { row: number, cells }
}

export function cellOf(value: Typed): Cell | null {
  if (value === null) return null
  if (typeof value === 'string') return value === '' ? null : { kind: 'text', text: value }
  if (typeof value === 'number') return { kind: 'number', number: value, isDate: false }
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value }
  return 'day' in value
    ? { kind: 'number', number: daysBetween('1899-12-30', value.day as '2026-01-01'), isDate: true }
    : value
}

/** Stored values as a workbook shows them: labels of choices, serial days, codes of communes; anything else as it is. */
function typedAs(column: Column | undefined, value: Typed): Typed {
  if (column === undefined || typeof value !== 'string') return value
  const label = column.choices?.[value as Value & string]
  if (label !== undefined) return label
  if (column.kind === 'date' && isCalendarDate(value)) return { day: value }
  return column.kind === 'commune' ? value.replace(/@[\d-]+/g, '') : value
}
