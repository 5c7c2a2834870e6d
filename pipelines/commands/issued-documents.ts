import { manifestOf } from '../issued/manifest.ts'
import { nextWords } from '../issued/steps.ts'
import { issuedPath } from '../issued/store.ts'
import { type IssueDocument, issueDocuments } from '../ledger/issues.ts'
import { openLedgerReadOnly } from '../ledger/open.ts'
import { settingOf } from '../station.ts'
import { type Answer, answer, type Context, table } from './command.ts'
import { UsageError } from './usage.ts'
import { windowSaid } from './windows.ts'

export interface IssueListOptions {
  readonly plan?: string
}

export interface IssueShowOptions extends IssueListOptions {
  readonly window: string
  /** The newest of the window when left out. */
  readonly document?: string
}

/** Every document of the plan, in whatever state. */
export async function issueList(context: Context, options: IssueListOptions = {}): Promise<Answer> {
  const { documents } = await documentsOf(context, options)
  const rows = documents.map((each) => {
    const { window, document, state, last, issued } = each
    const signed = [issued?.number ?? '–', issued?.date ?? '–', issued?.signer ?? '–']
    return [window, document, state, last.business_date, last.figures, ...signed]
  })
  const head = ['window', 'document', 'state', 'figures of', 'kind', 'number', 'date', 'signer']
  return answer(
    { documents: documents.map(documentJson) },
    rows.length === 0 ? 'nothing was drafted yet: hoanhap issue --window …' : table(head, rows),
  )
}

/** One document: its steps, who took them, and the frozen files with where they lie. */
export async function issueShow(context: Context, options: IssueShowOptions): Promise<Answer> {
  const { documents, plan } = await documentsOf(context, options)
  const asked = windowSaid(options.window, plan)
  const own = documents.filter(({ window }) => window === asked.id)
  const found = own.findLast((each) => each.document === (options.document ?? each.document))
  if (found === undefined)
    throw new UsageError(unknownWords(documents, own, { ...options, window: asked.id }))
  const { issued } = context.site
  const { dump_sha, bytes_sha } = found.last
  const { files } = await manifestOf(issued, bytes_sha)
  const placed = files.map((file) => ({ ...file, file: issuedPath(issued, file.sha256) }))
  const dump = { sha256: dump_sha, file: issuedPath(issued, dump_sha, true) }
  return answer({ ...documentJson(found), dump, files: placed }, [
    documentLine(found),
    nextWords(found.state, found.window),
    '',
    table(
      ['step', 'at', 'by', 'reason'],
      found.steps.map(({ state, at, actor, reason }) => [state, at, actor, reason ?? '–']),
    ),
    '',
    ...[{ path: 'dump.ndjson', ...dump }, ...placed].map(
      ({ path, sha256, file }) => `${path}  ${sha256}\n  ${file}`,
    ),
  ])
}

async function documentsOf({ site }: Context, { plan }: IssueListOptions) {
  const setting = await settingOf(site)
  const ledger = await openLedgerReadOnly(site.ledger)
  try {
    const documents = await issueDocuments(ledger.db, plan ?? setting.plan.id)
    return { documents, plan: setting.plan }
  } finally {
    await ledger.close()
  }
}

function unknownWords(
  documents: readonly IssueDocument[],
  own: readonly IssueDocument[],
  { window, document }: IssueShowOptions,
): string {
  if (own.length > 0)
    return `no document ${document} of ${window}; known are ${own.map((each) => each.document).join(', ')}`
  const windows = [...new Set(documents.map((each) => each.window))]
  const known = windows.length === 0 ? 'none is' : `known are ${windows.join(', ')}`
  return `nothing of ${window} is drafted or issued; ${known}`
}

/** A document as JSON tells of it. */
export function documentJson(of: IssueDocument) {
  const { plan, window, document, state, corrects, last, issued, steps } = of
  return {
    ...{ plan, window, document, state, corrects },
    ...{ businessDate: last.business_date, knownUntil: last.known_until, figures: last.figures },
    ...{ generation: last.generation, resultHash: last.dump_sha, bytes: last.bytes_sha },
    number: issued?.number ?? null,
    date: issued?.date ?? null,
    signer: issued?.signer ?? null,
    steps: steps.map(({ seq, state, at, actor, reason, dump_sha, bytes_sha }) => ({
      ...{ seq, state, at, actor, reason, resultHash: dump_sha, bytes: bytes_sha },
    })),
  }
}

/** A document in one line for a person. */
export function documentLine(of: IssueDocument): string {
  const { window, document, state, corrects, last, issued } = of
  const edition = corrects === null ? '' : `, corrects document ${corrects}`
  const signed =
    issued === null ? '' : `, number ${issued.number} of ${issued.date}, signed by ${issued.signer}`
  return `document ${document} of ${window}${edition}: ${state}${signed}; ${last.figures} figures of ${last.business_date}, known until ${last.known_until}`
}
