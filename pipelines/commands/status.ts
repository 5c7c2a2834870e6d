import { missingReports } from '../publish/reports.ts'
import { snapshotOf } from '../publish/snapshot.ts'
import { settingOf } from '../station.ts'
import { warehouse } from '../warehouse/dialect.ts'
import { resultHash } from '../warehouse/dump.ts'
import { currentFile, openCurrent } from '../warehouse/generation.ts'
import { type Answer, answer, type Context } from './command.ts'
import { targetRows, targetTable } from './target-table.ts'

/** Where the plan stands: the targets, what is missing, what the figures were made from. */
export async function status({ site }: Context): Promise<Answer> {
  const setting = await settingOf(site)
  const engine = await openCurrent(site.warehouse)
  try {
    const snapshot = await snapshotOf(warehouse(engine), setting)
    const targets = targetRows(snapshot)
    const missing = missingReports(snapshot)
    const late = missing.filter(({ standing }) => standing === 'obliged').length
    const hash = await resultHash(engine)
    const held = await snapshot.db
      .selectFrom('submission')
      .select(['submission_id', 'form', 'reporter_id', 'window_id', 'revision'])
      .where('outcome', '=', 'held')
      .orderBy('submission_id')
      .execute()
    const { business_date: businessDate, known_until: knownUntil } = snapshot.meta
    const json = {
      plan: setting.plan.id,
      generation: await currentFile(site.warehouse),
      businessDate,
      knownUntil,
      resultHash: hash,
      targets,
      missing,
      held,
    }
    return answer(json, [
      `${setting.plan.document.number} as of ${businessDate}, known until ${knownUntil}`,
      `result hash ${hash}`,
      '',
      targetTable(targets),
      '',
      `${late} reports overdue, ${missing.length - late} requested and not there`,
      ...held.map(
        (one) =>
          `held: ${one.form} of ${one.reporter_id}, ${one.window_id}, revision ${one.revision} loses many rows; let it count: hoanhap accept ${receiptOf(one.submission_id)} --reason …`,
      ),
    ])
  } finally {
    engine.close()
  }
}

/** `3f2a9c0d1e4b/returnee-register`: short enough to type. */
function receiptOf(submissionId: string): string {
  const [sha256 = '', form] = submissionId.split('/')
  return `${sha256.slice(0, 12)}/${form}`
}
