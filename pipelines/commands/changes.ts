import { definitionsOf } from '#models/definitions.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { causesOf, type Moved, movedBetween, unfedBy } from '../issued/causes.ts'
import { type Change, changesOf } from '../issued/changes.ts'
import { figuresIn } from '../issued/current.ts'
import { type Fraction, figuresOf } from '../issued/figures.ts'
import { frozen } from '../issued/store.ts'
import { type IssueDocument, issueDocuments } from '../ledger/issues.ts'
import { openLedgerReadOnly } from '../ledger/open.ts'
import { type Setting, settingOf } from '../station.ts'
import { warehouse } from '../warehouse/dialect.ts'
import { knownSubmissions } from '../warehouse/known.ts'
import { type Answer, answer, type Context } from './command.ts'
import { type AsOf, withGeneration } from './generation.ts'
import { documentJson } from './issued-documents.ts'

/** A changed figure with the submissions behind the change; none when time alone has passed, or more of it was given. */
interface Explained extends Change {
  readonly submissions: readonly Moved[]
}

/**
 * For every document that was issued, each figure of its dump that reads otherwise now, old and new, and the submissions behind it: of the
 * figure's forms and units, those that came or went after the issue's known_until.
 */
export async function statusChanges(context: Context, { asOf }: AsOf = {}): Promise<Answer> {
  const { site } = context
  const setting = await settingOf(site)
  return withGeneration(context, asOf === undefined ? {} : { asOf }, async (engine) => {
    const db = warehouse(engine)
    const meta = await db.selectFrom('meta').selectAll().executeTakeFirstOrThrow()
    const current = await figuresIn(db)
    const ledger = await openLedgerReadOnly(site.ledger)
    try {
      const now = await knownSubmissions(ledger.db, meta.known_until)
      const all = await issueDocuments(ledger.db, setting.plan.id)
      const documents = []
      for (const document of all.filter(({ issued }) => issued !== null)) {
        const { dump_sha, business_date, known_until } = document.last
        const dump = await frozen(site.issued, dump_sha, { packed: true })
        const issued = figuresOf(dump.toString('utf8').split('\n'))
        const then = await knownSubmissions(ledger.db, known_until)
        const moved = movedBetween(then, now, setting)
        const unfed = unfedBy(then, { ...setting, definitions: definitionsOf(setting.plan) })
        const changes = changesOf(issued, current, business_date, unfed)
        documents.push({ document, changed: explained(changes, moved, setting) })
      }
      return said(setting, meta.business_date, meta.known_until, documents)
    } finally {
      await ledger.close()
    }
  })
}

function explained(
  changes: readonly Change[],
  moved: readonly Moved[],
  { plan, places }: Setting,
): readonly Explained[] {
  const causes = causesOf(moved, { definitions: definitionsOf(plan), places })
  return changes.map((change) => ({ ...change, submissions: causes(change) }))
}

interface Changed {
  readonly document: IssueDocument
  readonly changed: readonly Explained[]
}

function said(
  { plan, places }: Setting,
  businessDate: CalendarDate,
  knownUntil: string,
  documents: readonly Changed[],
): Answer {
  const nameOf = (unit: string) => places.byId(unit)?.name ?? unit
  return answer(
    {
      ...{ plan: plan.id, businessDate, knownUntil },
      documents: documents.map(({ document, changed }) => {
        const { steps, ...about } = documentJson(document)
        return { ...about, changed: changed.map((one) => ({ ...one, unitName: nameOf(one.unit) })) }
      }),
    },
    documents.length === 0
      ? `nothing of plan '${plan.id}' has been issued yet`
      : documents.flatMap((one) => linesOf(one, nameOf)),
  )
}

function linesOf(
  { document, changed }: Changed,
  nameOf: (unit: string) => string,
): readonly string[] {
  const { window, state, issued, last } = document
  const head = `number ${issued?.number} of ${issued?.date} (${window}, figures of ${last.business_date}, ${state})`
  if (changed.length === 0) return [`${head}: no figure has changed`]
  return [
    `${head}: ${changed.length} figures have changed`,
    ...changed.map((one) => {
      const { definition, unit, breakdown, category, before, after, map } = one
      const part = breakdown === '' ? '' : ` ${breakdown}=${category}`
      const on = map === 'then' ? '' : ` (map ${map})`
      return `  ${definition} ${one.window} ${unit} ${nameOf(unit)}${part}${on}: ${fraction(before)} -> ${fraction(after)}; ${causeWords(one)}`
    }),
  ]
}

function fraction(of: Fraction | null): string {
  return of === null ? 'no value' : `${of.numerator}/${of.denominator}`
}

function causeWords({ submissions }: Explained): string {
  if (submissions.length === 0) return 'by no submission: time has passed, or more was given'
  return submissions
    .map(
      ({ form, reporter, window, revision, became, submission }) =>
        `${form} of ${reporter}, ${window}, revision ${revision} ${became} (${submission.slice(0, 12)})`,
    )
    .join('; ')
}
