import type { Window } from '#sources/vocabulary/window.ts'
import { freezeDocument } from '../issued/document.ts'
import { asksForReason, mayFollow, nextWords } from '../issued/steps.ts'
import {
  type IssueDocument,
  issueDocuments,
  type NewIssue,
  recordIssues,
} from '../ledger/issues.ts'
import type { IssueState } from '../ledger/schema.ts'
import { openStation, type Station } from '../station.ts'
import { warehouse } from '../warehouse/dialect.ts'
import { openReadOnly } from '../warehouse/engine.ts'
import { type Proof, requireCurrent } from '../warehouse/proof.ts'
import { type Answer, answer, type Context } from './command.ts'
import { actorOf } from './decide.ts'
import { documentJson, documentLine } from './issued-documents.ts'
import { UsageError } from './usage.ts'
import { windowSaid } from './windows.ts'

/** Which document: the newest of the window. */
export interface IssueOptions {
  /** The plan that this site carries out when left out; another is refused. */
  readonly plan?: string
  readonly window: string
  readonly actor?: string
  /** Why a draft takes the place of what somebody has agreed to. */
  readonly reason?: string
}

export type CorrectIssueOptions = IssueOptions & { readonly reason: string }

/**
 * Freezes what the current generation says of a closed window as a draft; a newer draft takes the place of one that is not issued, with a
 * reason where somebody has agreed to it. Files first, then the ledger: what is cut off in between leaves nothing that counts.
 */
export function issueDraft(context: Context, options: IssueOptions): Promise<Answer> {
  return withNewest(context, options, async (station, of, newest) => {
    if (newest !== undefined) requireStep(newest, of, 'draft')
    if (newest !== undefined && asksForReason(newest.state) && isEmpty(options.reason)) {
      const said = `${nameOf(newest)} is ${newest.state}; a new draft takes that back and asks for --reason`
      throw new UsageError(`${said}; ${nextWords(newest.state, of.id)}`)
    }
    return drafted(station, of, {
      document: newest?.document ?? '1',
      corrects: newest?.corrects ?? null,
      reason: options.reason ?? newest?.last.reason ?? null,
      actor: actorOf(options),
    })
  })
}

/** Begins the corrected edition of an issued document, as a draft of its own; what was issued stays as it is, and stands until then. */
export function issueCorrect(context: Context, options: CorrectIssueOptions): Promise<Answer> {
  return withNewest(context, options, async (station, of, newest) => {
    const { document } = requireStep(newest, of, 'corrected')
    if (isEmpty(options.reason)) throw new UsageError('say why it is corrected: --reason …')
    return drafted(station, of, {
      document: String(Number(document) + 1),
      corrects: document,
      reason: options.reason,
      actor: actorOf(options),
    })
  })
}

/** Number, day and signer: of the step `issued` alone. */
export type Signed = Pick<NewIssue, 'number' | 'date' | 'signer'>

export const unsigned: Signed = Object.freeze({ number: null, date: null, signer: null })

async function drafted(
  station: Station,
  of: Window,
  to: Pick<NewIssue, 'document' | 'corrects' | 'reason'> & { readonly actor: string },
): Promise<Answer> {
  const proof = await requireCurrent(station.site.warehouse, station.ledger.db)
  await requireMeasured(proof, of)
  const { dumpSha, bytesSha, manifest } = await freezeDocument(station, proof, of)
  const { document, corrects, reason } = to
  const draft: NewIssue = {
    ...{ plan: station.plan.id, window_id: of.id, document, state: 'draft' },
    generation: manifest.generation,
    ...{ dump_sha: dumpSha, bytes_sha: bytesSha },
    ...{ business_date: proof.meta.business_date, known_until: proof.meta.known_until },
    ...{ figures: manifest.figures, corrects, reason, ...unsigned },
  }
  return entered(station, document, [draft], to.actor)
}

/** Enters steps and tells how the document stands by them. */
export async function entered(
  station: Station,
  document: string,
  steps: readonly NewIssue[],
  actor: string,
): Promise<Answer> {
  const { db } = station.ledger
  await recordIssues(db, steps, { at: station.clock(), actor })
  const window = steps[0]?.window_id
  const all = await issueDocuments(db, station.plan.id)
  const now = all.find((each) => each.window === window && each.document === document)
  if (now === undefined) throw new Error(`document ${document} of ${window} was not entered`)
  return answer(documentJson(now), [documentLine(now), nextWords(now.state, now.window)])
}

/** Works on the newest document of a window under the lease; `all` are those of the window, first to last. */
export async function withNewest(
  { site, effects }: Context,
  options: IssueOptions,
  work: (
    station: Station,
    of: Window,
    newest: IssueDocument | undefined,
    all: readonly IssueDocument[],
  ) => Promise<Answer>,
): Promise<Answer> {
  const station = await openStation(site, effects)
  try {
    const own = station.plan.id
    if (options.plan !== undefined && options.plan !== own)
      throw new UsageError(`this site carries out plan '${own}', not '${options.plan}'`)
    const of = windowSaid(options.window, station.plan)
    const all = await issueDocuments(station.ledger.db, own)
    const ofWindow = all.filter((each) => each.window === of.id)
    return await work(station, of, ofWindow.at(-1), ofWindow)
  } finally {
    await station.close()
  }
}

/** The document, when it may go to a state; else a refusal that names its own and what may follow. */
export function requireStep(
  document: IssueDocument | undefined,
  of: Window,
  to: IssueState,
): IssueDocument {
  if (document === undefined)
    throw new UsageError(`nothing of ${of.id} is drafted; ${nextWords(null, of.id)}`)
  if (mayFollow(document.state, to)) return document
  const said = `${nameOf(document)} is ${document.state}, which cannot become ${to}`
  throw new UsageError(`${said}; ${nextWords(document.state, of.id)}`)
}

function nameOf({ window: id, document, issued }: IssueDocument): string {
  const number = issued === null ? '' : `, number ${issued.number}`
  return `document ${document} of ${id}${number}`
}

/** A window of the generation that has closed on its business date. */
async function requireMeasured({ file, meta }: Proof, of: Window): Promise<void> {
  if (of.to > meta.business_date) {
    const said = `${of.id} has not closed: it ends before ${of.to}`
    throw new UsageError(`${said}, the figures are of ${meta.business_date}`)
  }
  const engine = await openReadOnly(file)
  try {
    const rows = await warehouse(engine).selectFrom('win').select(['window_id']).execute()
    if (rows.some(({ window_id }) => window_id === of.id)) return
    const known = rows.map(({ window_id }) => window_id).sort()
    const said = `${of.id} is not measured for plan '${meta.plan}'`
    throw new UsageError(`${said}; known are ${known.join(', ')}`)
  } finally {
    engine.close()
  }
}

/** True for what was left out, or is nothing but blanks. */
export function isEmpty(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}
