import { readFile } from 'node:fs/promises'
import cron from 'node-cron'
import { z } from 'zod'
import { plans } from '#models/plans/index.ts'
import { type CalendarDate, isCalendarDate } from '#sources/vocabulary/date.ts'
import { deliverySchema } from './delivery/settings.ts'
import type { Site } from './site.ts'
import { areAnsweredApart, connectorId, sourceSchema } from './sources.ts'

const day = z.custom<CalendarDate>((v) => typeof v === 'string' && isCalendarDate(v), {
  error: 'expected a day as YYYY-MM-DD',
})

const planIds = plans.map(({ id }) => id) as [string, ...string[]]

/** Everything an installation may choose; secrets never stand here. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  plan: z.enum(planIds).default(planIds[0]).describe('Which plan is carried out here.'),
  province: z
    .string()
    .regex(/^\d{2}$/, 'expected a code of 2 digits, as 24')
    .nullable()
    .default(null)
    .describe('Code of another province in which the plan is tried; null means its own.'),
  communes: z
    .array(z.string().regex(/^\d{5}$/, 'expected a code of 5 digits, as 07210'))
    .min(1, 'name at least one commune, or null for all')
    .nullable()
    .default(null)
    .describe(
      'Codes of the communes that take part; null means all of the plan (a pilot names some).',
    ),
  businessDate: day
    .nullable()
    .default(null)
    .describe('The day as which everything is computed; null means today in Asia/Ho_Chi_Minh.'),
  inbox: z
    .array(z.string())
    .default([])
    .describe(
      'Folders that are pulled, as seen from this file; empty means the folder inbox beside the data folder.',
    ),
  answers: z
    .string()
    .regex(/^[^/\\.~][^/\\]*$/, 'expected the name of a folder, as phan-hoi')
    .nullable()
    .default('phan-hoi')
    .describe('Folder inside each inbox into which answers are written; null means none.'),
  retentionYears: z
    .int()
    .min(1)
    .max(100)
    .nullable()
    .default(null)
    .describe(
      'Years after the end of management for which the data of a person are kept; null means that `purge` must be told a day.',
    ),
  sources: z
    .array(sourceSchema)
    .default([])
    .refine(
      (sources) => new Set(sources.map(connectorId)).size === sources.length,
      'two sources of one kind have one id; give each its own',
    )
    .refine(
      areAnsweredApart,
      'answers lie in a folder from which reports are taken, or where another source has its own; give each its own folder',
    )
    .describe('Other ways in, beside the inbox folders.'),
  readers: z
    .int()
    .min(1)
    .max(64)
    .nullable()
    .default(null)
    .describe('Reader children; null means one per core.'),
  schedule: z
    .string()
    .refine((text) => cron.validate(text), 'expected a cron expression, as */15 6-18 * * *')
    .default('*/15 6-18 * * *')
    .describe('When `serve` wakes the job: a cron expression in Asia/Ho_Chi_Minh.'),
  delivery: deliverySchema
    .prefault({})
    .describe('How alerts leave, and when; without a way out none is queued.'),
  port: z.int().min(0).max(65_535).default(8420).describe('Port of the pages on loopback.'),
})

export type Config = Readonly<z.infer<typeof configSchema>>

/** The configuration file says something that cannot be; the message names file, field and what is known. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly path: string

  constructor(path: string, problem: string, options?: ErrorOptions) {
    super(`${path}: ${problem}`, options)
    this.path = path
  }
}

/** Reads `hoanhap.config.json` once into a complete, frozen value; a missing file means all defaults. */
export async function readConfig(site: Site): Promise<Config> {
  const text = await readFile(site.config, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return '{}'
    throw cause
  })
  return parseConfig(text, site.config)
}

/** The text of a configuration as a complete, frozen value. */
export function parseConfig(text: string, path: string): Config {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new ConfigError(path, `is no JSON (${(cause as Error).message})`, { cause })
  }
  const parsed = configSchema.safeParse(json)
  if (!parsed.success)
    throw new ConfigError(path, z.prettifyError(parsed.error), { cause: parsed.error })
  return Object.freeze(parsed.data)
}
