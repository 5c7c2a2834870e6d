import type { Kysely } from 'kysely'
import { type Condition, condition } from '#models/alerting/condition.ts'
import type { Database } from '#models/database.ts'
import type { Restated, Restatement } from '../issued/restatement.ts'
import type { IssueDocument } from '../ledger/issues.ts'

/** `adm:2026-08/1/`: before the target in the target of a case about what was issued. */
export function documentOf({ window, document }: Pick<IssueDocument, 'window' | 'document'>) {
  return `${window}/${document}/`
}

/**
 * Of each target whose issued figures read otherwise now that they do, at the province: one case for each document and target, however
 * many units it concerns.
 *
 * They are no conditions of the generation: what was issued lives in the ledger's world.
 */
export async function restatedConditions(
  db: Kysely<Database>,
  plan: string,
  provinceId: string,
  { document, restated }: Restatement,
): Promise<readonly Condition[]> {
  const byTarget = new Map<string, [Restated, ...Restated[]]>()
  for (const each of restated) {
    const group = byTarget.get(each.target.id)
    if (group === undefined) byTarget.set(each.target.id, [each])
    else group.push(each)
  }
  return Promise.all(
    [...byTarget.values()].map((group) => conditionOf(db, plan, provinceId, document, group)),
  )
}

async function conditionOf(
  db: Kysely<Database>,
  plan: string,
  provinceId: string,
  document: IssueDocument,
  group: readonly [Restated, ...Restated[]],
): Promise<Condition> {
  const { target, change } = group[0]
  const windowId = change.window
  const value = await db
    .selectFrom('value')
    .select(['numerator', 'denominator', 'units_covered', 'units_expected'])
    .where('definition_id', '=', target.definition.id)
    .where('window_id', '=', windowId)
    .where('unit_id', '=', provinceId)
    .where('map', '=', 'then')
    .where('breakdown', '=', '')
    .executeTakeFirst()
  // The province stands first where it is among them; where it is not, its figure reads as issued.
  const before = change.unit === provinceId ? change.before : value
  const key = {
    rule: 'restated',
    plan,
    target: `${documentOf(document)}${target.id}`,
    unitId: provinceId,
    windowId,
    cycle: document.window,
  } as const
  const evidence = { figures: group.map(figureWords).sort().join(' ') }
  return condition(key, evidence, {
    units: group.length,
    number: document.issued?.number ?? null,
    date: document.issued?.date ?? null,
    numerator: value?.numerator ?? null,
    denominator: value?.denominator ?? null,
    beforeNumerator: before?.numerator ?? null,
    beforeDenominator: before?.denominator ?? null,
    unitsCovered: value?.units_covered ?? null,
    unitsExpected: value?.units_expected ?? null,
  })
}

function figureWords({ change: { unit, window, after } }: Restated): string {
  return `${unit} ${window} ${after.numerator}/${after.denominator}`
}
