import { z } from 'zod'
import type { Problem, ProblemCode } from '#sources/problem.ts'

/** What a sentence needs beside the value: a word, a number, a list of words. */
export const factSchema = z.union([z.string(), z.number(), z.array(z.string())])

/** A {@link Problem} as it stands in JSON, exactly. */
export const problemSchema = z.strictObject({
  code: z.custom<ProblemCode>((v) => typeof v === 'string'),
  severity: z.enum(['error', 'warning']),
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  field: z.string().nullable(),
  value: z.string().nullable(),
  personal: z.boolean(),
  facts: z.record(z.string(), factSchema),
}) satisfies z.ZodType<Problem>
