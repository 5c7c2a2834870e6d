import { z } from 'zod'
import { formById } from '#sources/forms/index.ts'
import type { Reading } from '#sources/submission.ts'
import { type CalendarDate, isCalendarDate } from '#sources/vocabulary/date.ts'
import type { ReporterId } from '#sources/vocabulary/reporter.ts'
import type { UnitId } from '#sources/vocabulary/unit.ts'
import { factSchema, problemSchema } from '../problem.ts'

const day = z.custom<CalendarDate>((v) => typeof v === 'string' && isCalendarDate(v))
const count = z.int().min(0)
const outcome = z.enum(['accepted', 'partial', 'rejected'])
const textOf = <T extends string>() => z.custom<T>((v) => typeof v === 'string')

/** More lenient than what is kept: a fact of another shape is empty, keys that nobody knows fall away; neither costs the file its reading. */
const problem = problemSchema.extend({ facts: z.record(z.string(), factSchema.catch('')) }).strip()

const values = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

const row = z.object({
  row: z.int().min(1),
  unitId: textOf<UnitId>(),
  values,
  identifiers: z.array(z.string().regex(/^[a-z]+:./)),
})

const line = z.object({ row: z.int().min(1), withheld: z.boolean(), values })

const sheet = z
  .object({
    form: z.string().refine((id) => formById(id) !== undefined),
    formVersion: count.catch(0),
    sheet: z.string(),
    reporter: textOf<ReporterId>().nullable(),
    window: z.string().nullable(),
    revision: z.int().nullable(),
    nil: z.boolean(),
    dataTo: day.nullable(),
    documentNo: z.string().nullable(),
    documentDate: day.nullable(),
    outcome,
    rowsRead: count,
    rowsAccepted: count,
    columns: z.record(z.string(), z.string()),
    rows: z.array(row),
    lines: z.array(line).optional(),
  })
  .refine(({ rows, rowsAccepted }) => rows.length === rowsAccepted)

/**
 * What a reader child may answer.
 *
 * The child has touched bytes from outside, so its word is checked before anything is stored: known forms, each once, whole numbers, as
 * many rows as it says. A version that a file's hidden sheet invents (`abc`) is 0.
 */
export const readingSchema: z.ZodType<Reading> = z.object({
  outcome,
  sheets: z
    .array(sheet)
    .refine((sheets) => new Set(sheets.map(({ form }) => form)).size === sheets.length),
  problems: z.array(problem),
  cover: values.optional(),
})
