import { dirname, resolve } from 'node:path'
import { type Window, window as windowById, wordsOf } from '#sources/vocabulary/window.ts'
import type { HandedOver } from '../handout/estates.ts'
import { privateFolder } from '../handout/folder.ts'
import { type HandedOut, handOut } from '../handout/hand-out.ts'
import { type OwedBook, owedBooks, windowsAsked } from '../handout/owed.ts'
import { audit } from '../ledger/audit.ts'
import { openReaders } from '../readers/pool.ts'
import { businessDateOf, openStation, type Station } from '../station.ts'
import { type Answer, answer, type Context } from './command.ts'
import { actorOf } from './decide.ts'
import { UsageError } from './usage.ts'
import { foldedInto, someWindows, windowSaid } from './windows.ts'

export interface WorkbooksOptions {
  /** Folder to write into. */
  readonly out: string
  /** By id or in words: `adm:2026-10`, `Tháng 10/2026`. */
  readonly window: string
  /** Another plan than the configured one. */
  readonly plan?: string
  /** Only this reporter's. */
  readonly reporter?: string
  readonly actor?: string
}

/**
 * Writes one workbook for every reporter that owes anything for a window, filled in as far as its last report goes.
 *
 * They hold names: the folder is private, apart from all others, and the audit trail says who had them made.
 */
export async function workbooks(
  { site, effects }: Context,
  options: WorkbooksOptions,
): Promise<Answer> {
  const station = await openStation(site, effects, options.plan)
  const readers = openReaders(station.setup, { size: station.readers, log: station.log })
  try {
    const window = windowToHandOut(options.window, station)
    const books = booksOf(station, window, options.reporter)
    const folder = await privateFolder(options.out, foldersOf(station))
    await enter(station, window, books, options)
    const { handed, failed } = await handOut(books, folder, station, readers)
    const state = stateOf(window, station)
    const json = {
      plan: station.plan.id,
      window: window.id,
      state,
      folder,
      workbooks: handed,
      failed,
    }
    const lines = [
      `${handed.length} workbooks for ${wordsOf(window)}, ${STATES[state]}: ${folder}`,
      ...handed.flatMap(remarksOf),
      ...failed.map(({ reporter, why }) => `✗ ${reporter}: ${why}`),
    ]
    return answer(json, lines, failed.length === 0)
  } finally {
    readers.close()
    await station.close()
  }
}

function booksOf(station: Station, window: Window, reporter?: string): readonly OwedBook[] {
  const known = station.reporters.find(({ id }) => id === reporter)
  if (reporter !== undefined && known === undefined) throw unknownReporter(reporter)
  const books = owedBooks(station, window, known?.id)
  if (books.length > 0) return books
  const asked = someWindows(windowsAsked(station, known?.id), businessDateOf(station))
  throw new UsageError(
    `${known?.id ?? 'nobody'} owes ${known === undefined ? 'anything' : 'nothing'} for '${window.id}' under ${station.plan.id}; something is owed for ${asked || 'no window'}`,
  )
}

/** Where nothing is owed for it by itself, because the plan's text folds it into the report of the year, the year. */
function windowToHandOut(text: string, station: Station): Window {
  const said = windowSaid(text, station.plan)
  const year = foldedInto(said.id, station.plan)
  return year === undefined || owedBooks(station, said).length > 0 ? said : windowById(year)
}

export function unknownReporter(id: string): UsageError {
  return new UsageError(
    `reporter '${id}' is unknown; write police:CODE, committee:CODE, agency:… or facility:…`,
  )
}

/** Where a workbook would be published, taken in as a report, or kept among the stores. */
function foldersOf({ site, config }: Station): readonly string[] {
  const others = config.sources.flatMap((source) => {
    if (!('path' in source)) return []
    const { path, answers } = { answers: undefined, ...source }
    return answers === undefined ? [path] : [path, answers]
  })
  const named = [...config.inbox, ...others].map((path) => resolve(dirname(site.config), path))
  return [site.data, site.keys, site.out, site.inbox, ...named]
}

/** Before the first name is read: who had how many workbooks made, for which window. */
async function enter(
  { ledger, plan, clock }: Station,
  window: Window,
  books: readonly OwedBook[],
  { actor, reporter = 'all' }: WorkbooksOptions,
): Promise<void> {
  await audit(ledger.db, {
    at: clock(),
    actor: actorOf(actor === undefined ? {} : { actor }),
    action: 'read-persons',
    object: `template ${plan.id} ${window.id} ${reporter} (${books.length})`,
  })
}

const STATES = {
  closed: 'closed',
  running: 'still running',
  ahead: 'not begun',
} as const

function stateOf(window: Window, station: Station): keyof typeof STATES {
  const today = businessDateOf(station)
  if (today < window.from) return 'ahead'
  return today < window.to ? 'running' : 'closed'
}

/** What the person who hands the workbooks out must know. */
function remarksOf({ reporter, revision, forms }: HandedOut): readonly string[] {
  return forms.flatMap(({ form, from, accepted, missing, withheld, handedOver }) => [
    ...(accepted
      ? [
          `! ${reporter}: ${form} is there already; this workbook replaces it as sending ${revision}`,
        ]
      : []),
    ...(missing.length > 0 && from !== null
      ? [
          `! ${reporter}: ${form} begins with ${from.window}, nothing counts for ${missing.join(', ')}`,
        ]
      : []),
    ...handedOver.map((one) => `! ${reporter}: ${handedOverLine(form, one)}`),
    ...(withheld > 0
      ? [`! ${reporter}: ${form} holds ${withheld} rows that were withheld, marked to be mended`]
      : []),
  ])
}

function handedOverLine(form: string, { reporter, from, rows, divided }: HandedOver): string {
  if (from === null)
    return `no ${form} of ${reporter}, whose place it takes, counts; nobody of there is in it`
  const share = divided ? ', which was divided: its own people are to be picked out' : ''
  return `${form} begins with ${rows} rows of ${reporter}, ${from.window}${share}`
}
