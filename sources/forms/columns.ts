import { z } from 'zod'
import type { Value } from '../submission.ts'
import { type CalendarDate, isCalendarDate } from '../vocabulary/date.ts'
import type { UnitId } from '../vocabulary/unit.ts'
import type { Column, ColumnKind, Need, Store } from './form.ts'

interface Options<N extends Need> {
  readonly need: N
  readonly store: Store
  readonly aliases?: readonly string[]
  readonly help?: string
  readonly group?: string
}

type Held<T extends Value, N extends Need> = N extends 'required' ? T : T | null

/** Free text, trimmed, NFC; at most `max` characters (500 when not said). */
export function text<const N extends Need>(
  header: string,
  options: Options<N> & { readonly max?: number },
): Column<Held<string, N>> {
  return column(
    'text',
    'VARCHAR',
    z
      .string()
      .min(1)
      .max(options.max ?? 500),
    header,
    options,
  )
}

/** A whole number of persons, files, times …, 0 or more. */
export function count<const N extends Need>(
  header: string,
  options: Options<N>,
): Column<Held<number, N>> {
  return column('count', 'BIGINT', z.int().min(0), header, options)
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

/** A day, read as ngày/tháng/năm or as a serial day. */
export function date<const N extends Need>(
  header: string,
  options: Options<N>,
): Column<Held<CalendarDate, N>> {
  const schema = z.custom<CalendarDate>((v) => typeof v === 'string' && isCalendarDate(v))
  return column('date', 'DATE', schema, header, options)
}

/** One of a list; typed as label or code, with or without diacritics. */
export function choice<const C extends Readonly<Record<string, string>>, const N extends Need>(
  header: string,
  choices: C,
  options: Options<N>,
): Column<Held<keyof C & string, N>> {
  const schema = z.enum(Object.keys(choices) as [keyof C & string, ...(keyof C & string)[]])
  const made = column('choice', 'VARCHAR', schema as never, header, options)
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
  return column('national-id', 'VARCHAR', z.string().regex(/^\d{12}$/), header, options)
}

/** A commune by code or name, resolved to a unit id on the last day of the window. */
export function commune<const N extends Need>(
  header: string,
  options: Options<N>,
): Column<Held<UnitId, N>> {
  return column(
    'commune',
    'VARCHAR',
    z.custom<UnitId>((v) => typeof v === 'string'),
    header,
    options,
  )
}

function column<T extends Value, N extends Need>(
  kind: ColumnKind,
  sql: Column['sql'],
  schema: z.ZodType<T>,
  header: string,
  options: Options<N>,
): Column<Held<T, N>> {
  return {
    kind,
    header,
    aliases: options.aliases ?? [],
    need: options.need,
    store: options.store,
    help: options.help ?? null,
    group: options.group ?? null,
    choices: null,
    sql,
    schema: (options.need === 'required' ? schema : schema.nullable()) as z.ZodType<Held<T, N>>,
  }
}
