import { leavesIdentityOpen } from '#sources/sheets/assigned.ts'
import { type Submitted, submitted } from '../publish/communes.ts'
import { missingReports } from '../publish/reports.ts'
import { type Snapshot, snapshotOf } from '../publish/snapshot.ts'
import { settingOf } from '../station.ts'
import { NO_FORM } from '../vault/seal-reading.ts'
import { warehouse } from '../warehouse/dialect.ts'
import { resultHash } from '../warehouse/dump.ts'
import { type Answer, answer, type Context } from './command.ts'
import { type AsOf, withGeneration } from './generation.ts'
import { nextDueLine, nextDues } from './next-due.ts'
import { outboxLines, outboxStanding } from './outbox-lines.ts'
import { receiptOf } from './receipt.ts'
import { targetRows, targetTable } from './target-table.ts'

/** How many of the things that are due next are told. */
const NEXT = 3

/** Where the plan stands: the targets, what is missing and what is due next, what the figures were made from. */
export async function status(context: Context, { asOf }: AsOf = {}): Promise<Answer> {
  const { site } = context
  const setting = await settingOf(site)
  return withGeneration(context, asOf === undefined ? {} : { asOf }, async (engine) => {
    const snapshot = await snapshotOf(warehouse(engine), setting)
    const targets = targetRows(snapshot)
    const missing = missingReports(snapshot)
    const late = missing.filter(({ standing }) => standing === 'obliged').length
    const hash = await resultHash(engine)
    const { held, nameless } = await waiting(snapshot)
    const { business_date: businessDate, known_until: knownUntil } = snapshot.meta
    const outbox =
      asOf === undefined ? await outboxStanding(setting, context.effects.clock()) : null
    const next = nextDues(setting.plan, setting.reporters, businessDate, NEXT)
    const json = {
      plan: setting.plan.id,
      generation: asOf === undefined ? engine.path : null,
      businessDate,
      knownUntil,
      resultHash: hash,
      targets,
      missing,
      next,
      held,
      nameless,
      outbox,
    }
    return answer(json, [
      `${setting.plan.document.number ?? setting.plan.id} as of ${businessDate}, known until ${knownUntil}`,
      `result hash ${hash}`,
      '',
      targetTable(targets),
      '',
      `${late} reports overdue, ${missing.length - late} requested and not there`,
      ...next.map(nextDueLine),
      ...held.map(
        (one) =>
          `held: ${one.form} of ${one.reporter_id}, ${one.window_id}, revision ${one.revision} loses many rows; see which, and let it count with a reason: hoanhap accept ${receiptOf(one.submission_id)}`,
      ),
      ...nameless.map(namelessLine),
      ...(outbox === null ? [] : outboxLines(outbox)),
    ])
  })
}

type Waiting = Pick<
  Submitted['submissions'][number],
  'submission_id' | 'form' | 'reporter_id' | 'window_id' | 'revision'
>

/** What only a person can decide: replacements that lose many rows, sheets that leave open whose report they are. */
async function waiting(
  snapshot: Snapshot,
): Promise<{ readonly held: readonly Waiting[]; readonly nameless: readonly Waiting[] }> {
  const { submissions, problems } = await submitted(snapshot)
  const standing = submissions
    .filter(({ known_to }) => known_to === null)
    .toSorted((a, b) => (a.submission_id < b.submission_id ? -1 : 1))
  const isNameless = ({ submission_id, sheet, outcome }: (typeof standing)[number]) =>
    outcome === 'rejected' &&
    leavesIdentityOpen((problems.get(submission_id) ?? []).filter((one) => one.sheet !== sheet))
  return {
    held: standing.filter(({ outcome }) => outcome === 'held').map(fieldsOf),
    nameless: standing.filter(isNameless).map(fieldsOf),
  }
}

function fieldsOf({ submission_id, form, reporter_id, window_id, revision }: Waiting): Waiting {
  return { submission_id, form, reporter_id, window_id, revision }
}

/** By its receipt only: the name of a file may be a person's. */
function namelessLine({ submission_id, form, reporter_id, window_id }: Waiting): string {
  const lacks = [
    ...(form === NO_FORM ? ['form'] : []),
    ...(reporter_id === null ? ['reporter'] : []),
    ...(window_id === null ? ['window'] : []),
  ]
  const asked = (lacks.length === 0 ? ['reporter'] : lacks).map((lack) => `--${lack} …`)
  const receipt = receiptOf(submission_id)
  return `waiting: nobody knows ${lacks.join(', ') || 'all of the sender'} of ${receipt}; say it: hoanhap assign ${receipt} ${asked.join(' ')} --reason … (or take it off this list: hoanhap withdraw ${receipt} --reason …)`
}
