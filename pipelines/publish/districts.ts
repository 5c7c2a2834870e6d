import type { DistrictPage } from '#dashboards/pages/districts.ts'
import type { Edition } from '#dashboards/views.ts'
import type { DistrictRow } from '#dashboards/views-standing.ts'
import type { Database } from '#models/database.ts'
import { judgedAt } from '#models/judgement/verdict.ts'
import { placeName } from '#sources/reference/places.ts'
import { worstAt } from './attention.ts'
import { problemLines, reportLines, type Submitted } from './communes.ts'
import { ofUnit } from './reconciliation.ts'
import type { Snapshot } from './snapshot.ts'

/** Every district with the targets that are followed there. */
export function districtRows(snapshot: Snapshot, edition: Edition): readonly DistrictRow[] {
  return snapshot.districts.map((district) => rowOf(snapshot, edition, district))
}

function rowOf(snapshot: Snapshot, edition: Edition, district: Database['unit']): DistrictRow {
  return {
    code: district.code,
    name: placeName(district),
    cells: snapshot.setting.plan.targets
      .filter((target) => judgedAt(target, 'district'))
      .map((target) => {
        const verdict = snapshot.verdict(target.id, district.unit_id)
        const windowId = verdict?.windowId ?? edition.toDateId
        const measured = snapshot.value(target.definition.id, windowId, district.unit_id)
        return { target, windowId, measured, code: verdict?.code ?? 'ND' }
      }),
  }
}

/** The page of one district. */
export function districtView(
  snapshot: Snapshot,
  edition: Edition,
  all: Submitted,
  district: Database['unit'],
): DistrictPage {
  const { unit_id: unitId } = district
  const own = all.submissions.filter((submission) => submission.unit_id === unitId)
  return {
    edition,
    district: rowOf(snapshot, edition, district),
    communes: snapshot.communes
      .filter(({ parent_id }) => parent_id === unitId)
      .map((commune) => ({
        code: commune.code,
        name: placeName(commune),
        verdict: worstAt(snapshot, commune.unit_id),
      })),
    reports: reportLines(snapshot, edition, own, unitId),
    problems: problemLines(snapshot, all, own),
    reconciliations: ofUnit(snapshot, edition, unitId),
  }
}
