import { basename } from 'node:path'
import type { Edition } from '#dashboards/views.ts'
import { definitionsOf } from '#models/definitions.ts'
import type { Plan } from '#models/plans/plan.ts'
import { placeName } from '#sources/reference/places.ts'
import { unitTypeWords } from '#sources/vocabulary/unit-words.ts'
import { planYearOf, type Window, window, yearToDate } from '#sources/vocabulary/window.ts'
import type { Snapshot } from './snapshot.ts'

/** What a publication is about (the last closed month; the reviews of a plan that asks for nothing else) and what it was made from. */
export async function editionOf(
  snapshot: Snapshot,
  made: { readonly file: string; readonly resultHash: string },
): Promise<Edition> {
  const { setting, meta, communes, provinceId, db } = snapshot
  const { of, toDate } = about(snapshot)
  const province = setting.places.byId(provinceId)
  const covered = await coveredIn(snapshot, of)
  const { files } = await db
    .selectFrom('submission')
    .select((eb) => eb.fn.count<number>('sha256').distinct().as('files'))
    .executeTakeFirstOrThrow()
  const { inForce } = await db
    .selectFrom('in_force')
    .select((eb) => eb.fn.countAll<number>().as('inForce'))
    .executeTakeFirstOrThrow()
  const states = await db
    .selectFrom('value')
    .select('state')
    .distinct()
    .where('window_id', 'in', [toDate.id, of.id])
    .where('unit_id', '=', provinceId)
    .where('definition_id', 'in', decisive(setting.plan))
    .execute()
  const whole = covered === communes.length && states.every(({ state }) => state === 'final')
  return {
    plan: setting.plan,
    provinceName: province === undefined ? '' : placeName(province),
    communeWords: communeWords(communes.map(({ type }) => type)),
    windowId: of.id,
    toDateId: toDate.id,
    businessDate: meta.business_date,
    state: whole ? 'final' : 'provisional',
    covered,
    expected: communes.length,
    data: {
      generation: basename(made.file, '.duckdb'),
      resultHash: made.resultHash,
      codeVersion: meta.code_version,
      referenceSha: meta.reference_sha,
      knownUntil: meta.known_until,
      files,
      inForce,
    },
  }
}

/**
 * Figures that make a page preliminary: what is promised; of a plan without numbers what it collects. A cohort that is still followed, or
 * what is only taken, does not.
 */
function decisive(plan: Plan): readonly string[] {
  const { targets, collection } = plan
  if (targets.length > 0) return targets.map(({ definition }) => definition.id)
  return definitionsOf(plan)
    .filter(
      ({ indicator, parameters }) =>
        indicator.settlesAfter === undefined &&
        indicator
          .sources(parameters)
          .every((source) => collection.some(({ form }) => form === source.form)),
    )
    .map(({ id }) => id)
}

/** The last closed month and the plan's year up to it; the longest review of a plan that has no year. */
function about({ setting, months }: Snapshot): { readonly of: Window; readonly toDate: Window } {
  const { family, reviews = [] } = setting.plan.windows
  const [year] = setting.plan.years
  const [review] = reviews
  if (year === undefined && review !== undefined) {
    const of = window(review.window)
    return { of, toDate: of }
  }
  const month = window(months.at(-1)?.window_id ?? yearToDate(family, year as number, 1).id)
  const soFar = months.filter(
    ({ window_id }) => planYearOf(window(window_id)) === planYearOf(month),
  ).length
  return { of: month, toDate: yearToDate(family, planYearOf(month), Math.max(1, soFar)) }
}

/** Communes that have sent what the plan's figures rest on: the register of the month, or the tally of the review where there is none. */
async function coveredIn({ db, setting }: Snapshot, of: Window): Promise<number> {
  const register = setting.plan.collection.some(({ form }) => form === 'returnee-register')
  const { n } = register
    ? await db
        .selectFrom('covered_register')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('close_id', '=', of.closeId ?? of.id)
        .executeTakeFirstOrThrow()
    : await db
        .selectFrom('in_force')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('form', '=', 'tally')
        .where('window_id', '=', of.id)
        .where('reporter_id', 'like', 'committee:%')
        .executeTakeFirstOrThrow()
  return n
}

/** What the communes are called together: `xã, phường`. */
function communeWords(types: readonly (keyof typeof unitTypeWords)[]): string {
  const order = ['xa', 'phuong', 'thi_tran', 'dac_khu'] as const
  return order
    .filter((type) => types.includes(type))
    .map((type) => unitTypeWords[type])
    .join(', ')
}
