import { basename } from 'node:path'
import type { Edition } from '#dashboards/views.ts'
import { placeName } from '#sources/reference/places.ts'
import { monthsOf, planYearOf, window, yearToDate } from '#sources/vocabulary/window.ts'
import type { Snapshot } from './snapshot.ts'

/** Which month a publication is about (the last closed one) and what it was made from. */
export async function editionOf(
  snapshot: Snapshot,
  made: { readonly file: string; readonly resultHash: string },
): Promise<Edition> {
  const { setting, meta, months, communes, provinceId, db } = snapshot
  const month = window(
    (months.at(-1) ?? { window_id: `${setting.plan.windows.family}:${setting.plan.years[0]}-01` })
      .window_id,
  )
  const soFar = months.filter(
    ({ window_id }) => planYearOf(window(window_id)) === planYearOf(month),
  ).length
  const toDate = yearToDate(setting.plan.windows.family, planYearOf(month), Math.max(1, soFar))
  const province = setting.places.byId(provinceId)
  const covered = await db
    .selectFrom('covered_register')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('close_id', '=', month.id)
    .executeTakeFirstOrThrow()
  const { files } = await db
    .selectFrom('submission')
    .select((eb) => eb.fn.count<number>('sha256').distinct().as('files'))
    .executeTakeFirstOrThrow()
  const { inForce } = await db
    .selectFrom('in_force')
    .select((eb) => eb.fn.countAll<number>().as('inForce'))
    .executeTakeFirstOrThrow()
  // A cohort that is still followed, or what is only taken, makes nothing of the page preliminary.
  const promised = setting.plan.targets.map(({ definition }) => definition.id)
  const states = await db
    .selectFrom('value')
    .select('state')
    .distinct()
    .where('definition_id', 'in', promised)
    .where('window_id', 'in', [toDate.id, ...monthsOf(month).map(({ id }) => id)])
    .where('unit_id', '=', provinceId)
    .execute()
  const whole = covered.n === communes.length && states.every(({ state }) => state === 'final')
  const types = new Set(communes.map(({ type }) => type))
  return {
    plan: setting.plan,
    provinceName: province === undefined ? '' : placeName(province),
    communeWords: [
      types.has('xa') ? 'xã' : null,
      types.has('phuong') ? 'phường' : null,
      types.has('dac_khu') ? 'đặc khu' : null,
    ]
      .filter((word) => word !== null)
      .join(', '),
    windowId: month.id,
    toDateId: toDate.id,
    businessDate: meta.business_date,
    state: whole ? 'final' : 'provisional',
    covered: covered.n,
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
