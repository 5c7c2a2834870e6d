import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Definition,
  define,
  type Indicator,
  type Parameters,
} from '#models/indicators/indicator.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { obligationsOf } from '#models/plans/calendar.ts'
import type { Plan } from '#models/plans/plan.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { fixTarget, type Target } from '#models/plans/target.ts'
import type { Decision } from '#pipelines/ledger/schema.ts'
import type { Parsed } from '#pipelines/vault/parsed.ts'
import { type BuildInput, build } from '#pipelines/warehouse/build.ts'
import { type Engine, openReadOnly } from '#pipelines/warehouse/engine.ts'
import type { Known } from '#pipelines/warehouse/known.ts'
import { formById } from '#sources/forms/index.ts'
import { places, restrictTo } from '#sources/reference/places.ts'
import type { Value } from '#sources/submission.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'

/** Communes of Bắc Ninh, so that cases that have nothing to do with each other can stand in one generation. */
export const [A, B, C, D, E, F, G, H] = [
  '07210',
  '07246',
  '07264',
  '07282',
  '07288',
  '07294',
  '07306',
  '07330',
] as const
export const PROVINCE = '24'

export const POLICE_OF_PROVINCE = 'agency:cong-an-tinh'
export const FACILITY = 'facility:trai-tam-giam'

/** The unit of a code since the reform; an id of another time stays as it is. */
export const unitOf = (code: string) => (code.includes('@') ? code : `${code}@2025-07-01`)

/** One row of a form: its fields, whom it is about, and where. */
export interface Row {
  readonly values: Readonly<Record<string, Value>>
  readonly ids?: readonly string[]
  /** Code of the place; the reporter's own where it is left out. */
  readonly unit?: string
}

/** A submission as a test states it; what is left out is of no matter to the figures. */
export interface Sent {
  readonly form: string
  readonly reporter: string
  readonly window: string
  readonly rows: readonly Row[]
  readonly revision?: number
  /** Rows that were read and withheld beside those given. */
  readonly withheld?: number
  readonly outcome?: Decision
  readonly arrivedOn?: CalendarDate
  /** First receipt; noon UTC of the arrival when left out. */
  readonly receivedAt?: string
  readonly withdrawnAt?: string
  /** When somebody accepted a held one. */
  readonly acceptedAt?: string
  /** What the cover quotes of the paper that it came with. */
  readonly document?: { readonly number: string; readonly date?: CalendarDate }
}

export interface Given {
  readonly reports: readonly Sent[]
  readonly communes?: readonly string[]
  readonly businessDate?: CalendarDate
  readonly knownUntil?: string
  /** The plan that asks for them; Bắc Ninh's when left out. */
  readonly plan?: Plan
  /** Figures beside those of the plan. */
  readonly also?: readonly Definition[]
  /** Reports that did not come, as `form reporter window`; all other reports that are owed come with nothing to tell. */
  readonly missing?: readonly string[]
}

export interface Generation {
  readonly engine: Engine
  readonly path: string
  /** `2/6`, or undefined where no value exists. */
  figure: <P extends Parameters>(...of: Figure<P>) => Promise<string | undefined>
  /** `2/6 final 3/3 withheld 0`: the figure with its state, the units it covers and the rows withheld. */
  whole: <P extends Parameters>(...of: Figure<P>) => Promise<string | undefined>
  close(): Promise<void>
}

/** Which figure: window of Bắc Ninh's family without it, unit by code. */
type Figure<P extends Parameters> = [
  of: Indicator<P>,
  window: string,
  unit: string,
  choice?: Partial<P>,
]

/** Builds a generation from a few rows; nothing of it stays after `close`. */
export async function generationOf(given: Given): Promise<Generation> {
  const folder = await mkdtemp(join(tmpdir(), 'hoanhap-rows-'))
  const path = join(folder, 'gen.duckdb')
  await build(path, inputOf(given))
  const engine = await openReadOnly(path)
  const row = async <P extends Parameters>(...[of, window, unit, choice = {}]: Figure<P>) => {
    const [found] = await engine.rows(
      `select * from value where definition_id = $1 and window_id = $2 and unit_id = $3 and breakdown = '' and map = 'then'`,
      [define(of, choice).id, fullWindow(window), unitOf(unit)],
    )
    return found
  }
  return {
    engine,
    path,
    async figure(...of) {
      const v = await row(...of)
      return v && `${v['numerator']}/${v['denominator']}`
    },
    async whole(...of) {
      const v = await row(...of)
      return (
        v &&
        `${v['numerator']}/${v['denominator']} ${v['state']} ${v['units_covered']}/${v['units_expected']} withheld ${v['rows_withheld']}`
      )
    },
    async close() {
      engine.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What the builder gets for the given reports. */
export function inputOf({
  reports,
  communes = [A, B, C],
  businessDate = '2026-03-20',
  knownUntil = `${businessDate}T16:59:59.999Z`,
  missing = [],
  plan = bacNinh2026,
  also = [],
}: Given): BuildInput {
  const few = restrictTo(places(), communes)
  const owed = obligationsOf(plan, reportersOf(plan, few), businessDate)
  const there = new Set([...reports.map(keyOf), ...missing.map(fullKey)])
  const nil = owed
    .map((o): Sent => ({ form: o.form, reporter: o.reporter_id, window: o.window_id, rows: [] }))
    .filter((sent) => !there.has(keyOf(sent)))
  const made = new Map<string, Parsed>()
  const submissions = [...reports, ...nil].map((sent, n) => {
    const known = knownOf({ ...usual(businessDate), ...sent }, n)
    made.set(known.submission.submission_id, parsedOf(sent, known))
    return known
  })
  return {
    plan: { ...plan, targets: [...plan.targets, ...also.map(asTarget)] },
    places: few,
    meta: {
      business_date: businessDate,
      known_until: knownUntil,
      code_version: 'test',
      reference_sha: 'test',
      key_id: 'test',
    },
    submissions,
    extensions: [],
    parsed: async ({ submission }) => made.get(submission.submission_id) as Parsed,
  }
}

/** What is asked of is measured; of what is promised of it these tests say nothing. */
function asTarget({ id, indicator, parameters }: Definition): Target {
  return fixTarget({
    id,
    indicator,
    with: parameters,
    all: true,
    level: 'province',
    clause: '',
    statement: '',
  })
}

/** When a report arrives of which a test does not say so: in time for every window of 2026 that such tests look at. */
function usual(businessDate: CalendarDate): Pick<Sent, 'arrivedOn'> {
  return { arrivedOn: businessDate < '2026-01-02' ? businessDate : '2026-01-02' }
}

function keyOf({ form, reporter, window }: Pick<Sent, 'form' | 'reporter' | 'window'>): string {
  return fullKey(`${form} ${reporter} ${window}`)
}

/** Windows of the plan's family may be written without it. */
function fullKey(key: string): string {
  const [form, reporter, window = ''] = key.split(' ')
  return `${form} ${reporter} ${fullWindow(window)}`
}

function fullWindow(window: string): string {
  return /:|\.\./.test(window) ? window : `adm:${window}`
}

function knownOf(sent: Sent, n: number): Known {
  const { form, reporter, rows, withheld = 0, revision = 1, arrivedOn = '2026-01-02' } = sent
  const window = fullWindow(sent.window)
  const sha256 = createHash('sha256')
    .update(JSON.stringify([n, sent]))
    .digest('hex')
  const receivedAt = sent.receivedAt ?? `${arrivedOn}T05:00:00.000Z`
  const told = sent.outcome ?? (withheld > 0 ? 'partial' : 'accepted')
  return {
    submission: {
      submission_id: `${sha256}/${form}`,
      sha256,
      form,
      assignment: null,
      form_version: 1,
      sheet: formById(form)?.sheet ?? '?',
      reporter_id: reporter,
      window_id: window,
      revision,
      nil: rows.length === 0 ? 1 : 0,
      outcome: told,
      rows_read: rows.length + withheld,
      rows_accepted: rows.length,
      versions: 'test',
      parsed_name: sha256,
      data_to: null,
      document_no: sent.document?.number ?? null,
      document_date: sent.document?.date ?? null,
      arrived_on: arrivedOn,
      received_at: receivedAt,
      decided_at: receivedAt,
    },
    assignedFrom: null,
    knownFrom: sent.acceptedAt ?? receivedAt,
    knownTo: sent.withdrawnAt ?? null,
    outcome: sent.acceptedAt === undefined ? told : 'accepted',
  }
}

function parsedOf(sent: Sent, { submission: s }: Known): Parsed {
  const own = sent.reporter.match(/^(?:police|committee):(\d+)$/)?.[1] ?? PROVINCE
  const fields = Object.keys(formById(sent.form)?.columns ?? {})
  return {
    header: {
      kind: 'header',
      layout: 1,
      submissionId: s.submission_id,
      sha256: s.sha256,
      form: s.form,
      formVersion: 1,
      reader: 1,
      reference: 'test',
      keyId: 'test',
      receivedOn: s.arrived_on,
      position: 0,
      sheet: s.sheet,
      reporter: sent.reporter as never,
      window: s.window_id,
      revision: s.revision,
      nil: s.nil === 1,
      dataTo: null,
      documentNo: null,
      documentDate: null,
      outcome: 'accepted',
      rowsRead: s.rows_read,
      rowsAccepted: s.rows_accepted,
      columns: Object.fromEntries(fields.map((field, n) => [field, letterOf(n)])),
      fileProblems: [],
      problems: [],
    },
    rows: sent.rows.map(({ values, ids = [], unit = own }, n) => ({
      row: 9 + n,
      unitId: unitOf(unit) as never,
      values,
      ids: ids as never,
    })),
  }
}

function letterOf(n: number): string {
  return n < 26
    ? String.fromCharCode(65 + n)
    : `${letterOf(Math.floor(n / 26) - 1)}${letterOf(n % 26)}`
}
