import type { LeadershipMonth } from '#dashboards/pages/leadership-month.ts'
import type { AlertView, Edition, RestatedView } from '#dashboards/views.ts'
import { window } from '#sources/vocabulary/window.ts'
import { attention, mapView } from './attention.ts'
import { managedOn, offenceTarget, offendedIn, returnedIn } from './people.ts'
import { ofProvince } from './reconciliation.ts'
import { missingReports } from './reports.ts'
import type { Snapshot } from './snapshot.ts'
import { targetViews } from './targets.ts'

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
    maps: [
      mapView(snapshot, null),
      ...(offences === undefined ? [] : [mapView(snapshot, offences)]),
    ],
    attention: attention(snapshot),
    missing: missingReports(snapshot),
    alerts: {
      opened: alerts.filter((one) => one.state !== 'resolved' && inMonth(one.openedOn)),
      open: alerts.filter((one) => one.state !== 'resolved' && !inMonth(one.openedOn)),
      closed: alerts.filter((one) => inMonth(one.resolvedOn)),
    },
    restated,
    reconciliations: ofProvince(snapshot, edition),
  }
}
