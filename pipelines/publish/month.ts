import type { LeadershipMonth } from '#dashboards/pages/leadership-month.ts'
import type { AlertView, Edition, RestatedView } from '#dashboards/views.ts'
import { window } from '#sources/vocabulary/window.ts'
import { attention, mapView } from './attention.ts'
import { districtRows } from './districts.ts'
import { otherFigures } from './figures.ts'
import { managedOn, offenceTarget, offendedIn, returnedIn } from './people.ts'
import { ofProvince } from './reconciliation.ts'
import { missingReports } from './reports.ts'
import { reviewViews } from './review.ts'
import type { Snapshot } from './snapshot.ts'
import { deliveryLines, dueLines, taskViews } from './standing.ts'
import { targetViews } from './targets.ts'
import { todayView } from './today.ts'

/** The leadership page of the edition's month. */
export async function leadershipView(
  snapshot: Snapshot,
  edition: Edition,
  alerts: readonly AlertView[],
  restated: readonly RestatedView[] | null,
): Promise<LeadershipMonth> {
  const { provinceId } = snapshot
  const offences = offenceTarget(snapshot)
  const since = window(edition.windowId).to
  const inMonth = (day: string | null) => day !== null && day >= since
  const verdict = offences === undefined ? null : snapshot.verdict(offences.id, provinceId)
  return {
    edition,
    people: {
      managed: managedOn(snapshot, edition.windowId, provinceId),
      returned: returnedIn(snapshot, edition.windowId, provinceId),
      prosecuted: offendedIn(snapshot, edition.windowId, provinceId),
      prosecutedToDate: offendedIn(snapshot, edition.toDateId, provinceId),
      allowance: verdict?.slack ?? null,
    },
    targets: targetViews(snapshot),
    maps: mapsOf(snapshot),
    attention: attention(snapshot),
    missing: missingReports(snapshot),
    alerts: {
      opened: alerts.filter((one) => one.state !== 'resolved' && inMonth(one.openedOn)),
      open: alerts.filter((one) => one.state !== 'resolved' && !inMonth(one.openedOn)),
      closed: alerts.filter((one) => inMonth(one.resolvedOn)),
    },
    restated,
    reconciliations: ofProvince(snapshot, edition),
    dues: dueLines(snapshot),
    deliveries: deliveryLines(snapshot, edition),
    tasks: await taskViews(snapshot, edition.windowId),
    figures: snapshot.reviews.length > 0 ? [] : otherFigures(snapshot),
    reviews: await reviewViews(snapshot),
    districts: districtRows(snapshot, edition),
    today: await todayView(snapshot),
  }
}

/** Of all targets together and of reoffending, where communes have a place on a map and something is said of them. */
function mapsOf(snapshot: Snapshot): LeadershipMonth['maps'] {
  const offences = offenceTarget(snapshot)
  if (snapshot.setting.plan.targets.length === 0) return []
  return [null, ...(offences === undefined ? [] : [offences])]
    .map((target) => mapView(snapshot, target))
    .filter(({ tiles }) => tiles.length > 0)
}
