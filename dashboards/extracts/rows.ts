import type { VerdictCode } from '#models/database.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { draftExtract } from '../words.ts'

/**
 * One line of the province's extract: a figure of the province or one of its districts, never of a commune, with what makes it readable
 * alone.
 *
 * Csv, xlsx, Arrow and Parquet hold the same rows; field names are ASCII keys, words are in the cells.
 */
export interface ExtractRow {
  /** "bản thử, chưa được phép gửi" in every line, so that no copy of a part loses it. */
  readonly notice: string
  /** `195/KH-UBND`. */
  readonly plan: string
  readonly province_code: string
  readonly province: string
  /** The unit that the figure is of: the province, or a district. */
  readonly unit_code: string
  readonly unit: string
  /** On the units of the window's last day, or on those of the business date. */
  readonly map: 'then' | 'today'
  readonly window_id: string
  readonly from_date: CalendarDate
  /** Last day, inclusive, as people read it. */
  readonly last_date: CalendarDate
  readonly definition_id: string
  readonly indicator: string
  readonly definition: string
  /** The choices within the indicator, in words; empty where it has none. */
  readonly parameters: string
  /** What is counted: `người`, `xã, phường`. */
  readonly counted: string
  /** Null where no value exists; `observation` says so. */
  readonly numerator: number | null
  readonly denominator: number | null
  /** Of the plan's targets: `T02`, `II.2`, `dưới 1%`; null for other figures. */
  readonly target: string | null
  readonly clause: string | null
  readonly goal: string | null
  readonly verdict: VerdictCode | null
  readonly verdict_words: string | null
  readonly observation: 'value' | 'no-subjects' | 'missing'
  readonly state: 'provisional' | 'final'
  readonly basis: 'register' | 'tally' | 'form'
  /** `estimated`: the denominator is everyone, as far as the reporters know; or a divided unit's people were shared out. */
  readonly estimate: 'estimated' | 'counted'
  readonly units_expected: number
  readonly units_covered: number
  readonly rows_withheld: number
}

export type ExtractField = keyof ExtractRow

/** How a field is kept: `count` as a 64-bit integer, `date` as a day. */
export type FieldKind = 'text' | 'count' | 'date'

/** The fields in order, with their kind and their heading in Vietnamese. */
export const extractFields: Readonly<
  Record<ExtractField, { readonly kind: FieldKind; readonly heading: string }>
> = Object.freeze({
  notice: { kind: 'text', heading: 'Lưu ý' },
  plan: { kind: 'text', heading: 'Kế hoạch số' },
  province_code: { kind: 'text', heading: 'Mã tỉnh' },
  province: { kind: 'text', heading: 'Tỉnh' },
  unit_code: { kind: 'text', heading: 'Mã địa bàn' },
  unit: { kind: 'text', heading: 'Địa bàn' },
  map: { kind: 'text', heading: 'Bản đồ đơn vị hành chính' },
  window_id: { kind: 'text', heading: 'Mã kỳ' },
  from_date: { kind: 'date', heading: 'Từ ngày' },
  last_date: { kind: 'date', heading: 'Đến hết ngày' },
  definition_id: { kind: 'text', heading: 'Mã chỉ số' },
  indicator: { kind: 'text', heading: 'Chỉ số' },
  definition: { kind: 'text', heading: 'Định nghĩa' },
  parameters: { kind: 'text', heading: 'Tham số' },
  counted: { kind: 'text', heading: 'Đơn vị tính' },
  numerator: { kind: 'count', heading: 'Tử số' },
  denominator: { kind: 'count', heading: 'Mẫu số' },
  target: { kind: 'text', heading: 'Mã chỉ tiêu' },
  clause: { kind: 'text', heading: 'Mục trong Kế hoạch' },
  goal: { kind: 'text', heading: 'Chỉ tiêu' },
  verdict: { kind: 'text', heading: 'Mã đánh giá' },
  verdict_words: { kind: 'text', heading: 'Đánh giá' },
  observation: { kind: 'text', heading: 'Tình trạng giá trị' },
  state: { kind: 'text', heading: 'Tính chất số liệu' },
  basis: { kind: 'text', heading: 'Nguồn' },
  estimate: { kind: 'text', heading: 'Ước tính' },
  units_expected: { kind: 'count', heading: 'Số đơn vị phải báo cáo' },
  units_covered: { kind: 'count', heading: 'Số đơn vị có số liệu' },
  rows_withheld: { kind: 'count', heading: 'Số dòng chờ chỉnh lý' },
})

export const extractColumns = Object.keys(extractFields) as readonly ExtractField[]

/** A row as the query gives it, with the notice that every line of a draft carries. */
export function asDraft(row: Omit<ExtractRow, 'notice'>): ExtractRow {
  return { notice: draftExtract, ...row }
}
