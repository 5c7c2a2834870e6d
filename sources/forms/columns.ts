import { z } from 'zod'
import type { Value } from '../submission.ts'
import { type CalendarDate, isCalendarDate } from '../vocabulary/date.ts'
import type { UnitId } from '../vocabulary/unit.ts'
import type { Column, ColumnKind, Hints, Need, Next, Owners, Store } from './form.ts'

interface Options<N extends Need> {
  readonly need: N
  readonly store: Store
  readonly aliases?: readonly string[]
  readonly help?: string
  readonly group?: string
  readonly droppable?: true
  readonly width?: number
  readonly next?: Next
}

type Held<T extends Value, N extends Need> = N extends 'required' ? T : T | null

/** Free text, trimmed, NFC; at most `max` characters (500 when not said). A number cell is padded to `digits`. */
export function text<const N extends Need>(
  header: string,
  options: Options<N> & {
    readonly max?: number
    readonly digits?: number
    readonly paragraphs?: true
  },
): Column<Held<string, N>> {
  const schema = z
    .string()
    .min(1)
    .max(options.max ?? 500)
  return column('text', 'VARCHAR', schema, header, options)
}

/** A whole number of persons, files, times …, 0 or more, or at least `least`. */
export function count<const N extends Need>(
  header: string,
  options: Options<N> & { readonly least?: number },
): Column<Held<number, N>> {
  return column('count', 'BIGINT', z.int().min(options.least ?? 0), header, options)
}

/** An amount typed in triệu đồng with one decimal, kept as whole thousands of đồng. */
export function money<const N extends Need>(
  header: string,
  options: Options<N>,
): Column<Held<number, N>> {
  return column('money', 'BIGINT', z.int().min(0), header, options)
}

/** A calendar year of four digits. */
export function year<const N extends Need>(
  header: string,
  options: Options<N>,
): Column<Held<number, N>> {
  return column('year', 'BIGINT', z.int().min(1900).max(2100), header, options)
}

/** A day, read as ngày/tháng/năm or as a serial day; not after the day of receipt unless `future`. */
export function date<const N extends Need>(
  header: string,
  options: Options<N> & { readonly future?: true },
): Column<Held<CalendarDate, N>> {
  const schema = z.custom<CalendarDate>((v) => typeof v === 'string' && isDay(v))
  return column('date', 'DATE', schema, header, options)
}

/** One of a list; typed as label or code, with or without diacritics. */
export function choice<const C extends Readonly<Record<string, string>>, const N extends Need>(
  header: string,
  choices: C,
  options: Options<N>,
): Column<Held<keyof C & string, N>> {
  const schema = z.enum(Object.keys(choices) as [keyof C & string, ...(keyof C & string)[]])
  const made = column('choice', 'VARCHAR', schema, header, options)
  return { ...made, choices } as Column<Held<keyof C & string, N>>
}

/** `co` Có, `khong` Không, `chua` Chưa rà soát: nobody is forgotten by not being asked. */
export function yesNo<const N extends Need>(
  header: string,
  options: Options<N>,
): Column<Held<'co' | 'khong' | 'chua', N>> {
  return choice(header, { co: 'Có', khong: 'Không', chua: 'Chưa rà soát' }, options)
}

/** Số định danh cá nhân: 12 digits as text. */
export function nationalId<const N extends Need>(
  header: string,
  options: Options<N>,
): Column<Held<string, N>> {
  const schema = z.string().regex(/^\d{12}$/)
  return column('national-id', 'VARCHAR', schema, header, { ...options, digits: 12 })
}

/** A commune by code or name, resolved to a unit id on the last day of the window. */
export function commune<const N extends Need>(
  header: string,
  options: Options<N> & { readonly elsewhere?: true },
): Column<Held<UnitId, N>> {
  const schema = z.custom<UnitId>((v) => typeof v === 'string' && UNIT_ID.test(v))
  return column('commune', 'VARCHAR', schema, header, { ...options, digits: 5 })
}

/** A commune, or, on a day when there were districts, one of those. */
export function area<const N extends Need>(
  header: string,
  options: Options<N>,
): Column<Held<UnitId, N>> {
  const made = commune(header, options)
  return { ...made, hints: { ...made.hints, districts: true } }
}

/** The column as one that only these reporters fill in: it stays empty in everybody else's sheet. */
export function ownedBy<T extends Value>(owners: Owners, column: Column<T>): Column<T | null> {
  return { ...column, owners, schema: column.schema.nullable() }
}

/** Several communes, by code or name, between semicolons or commas; kept as unit ids joined by `; `. */
export function communes<const N extends Need>(
  header: string,
  options: Options<N>,
): Column<Held<string, N>> {
  const schema = z.string().refine((v) => v.split('; ').every((id) => UNIT_ID.test(id)))
  return column('commune', 'VARCHAR', schema, header, { ...options, digits: 5, many: true })
}

/** Days that were looked at before: a register holds a dozen in each row, and few different ones. */
const days = new Set<string>()
const MOST_DAYS = 50_000

function isDay(text: string): boolean {
  if (days.has(text)) return true
  if (!isCalendarDate(text)) return false
  if (days.size < MOST_DAYS) days.add(text)
  return true
}

const UNIT_ID = /^[^@;]+@\d{4}-\d{2}-\d{2}$/

function column<T extends Value, N extends Need>(
  kind: ColumnKind,
  sql: Column['sql'],
  schema: z.ZodType<T>,
  header: string,
  options: Options<N> & Hints,
): Column<Held<T, N>> {
  const { need, store, aliases = [], help = null, group = null, ...rest } = options
  return {
    kind,
    header,
    aliases,
    need,
    store,
    help,
    group,
    choices: null,
    sql,
    schema: (need === 'required' ? schema : schema.nullable()) as z.ZodType<Held<T, N>>,
    hints: hintsOf(rest),
    owners: null,
  }
}

function hintsOf({ future, elsewhere, many, digits, least, ...rest }: Hints): Hints {
  const { droppable, paragraphs, width, next } = rest
  return {
    ...(future && { future }),
    ...(elsewhere && { elsewhere }),
    ...(many && { many }),
    ...(digits !== undefined && { digits }),
    ...(least !== undefined && { least }),
    ...(droppable && { droppable }),
    ...(paragraphs && { paragraphs }),
    ...(width !== undefined && { width }),
    ...(next && { next }),
  }
}
