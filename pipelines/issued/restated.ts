import type { Edition, RestatedView } from '#dashboards/views.ts'
import { sentWords } from '#dashboards/words-cases.ts'
import { window } from '#sources/vocabulary/window.ts'
import type { Snapshot } from '../publish/snapshot.ts'
import { unitNameOf } from '../publish/unit-name.ts'
import type { Station } from '../station.ts'
import { type Restated, restatementSince } from './restatement.ts'

/** What a page says of {@link restatementSince} the last document of the edition's family; null when nothing was issued. */
export async function restatedSince(
  station: Station,
  snapshot: Snapshot,
  edition: Edition,
): Promise<readonly RestatedView[] | null> {
  const { db, meta, provinceId } = snapshot
  const current = { db, knownUntil: meta.known_until, provinceId }
  const since = await restatementSince(station, current, window(edition.windowId).family)
  return since?.restated.map((each) => viewOf(snapshot, each)) ?? null
}

function viewOf(snapshot: Snapshot, { target, change, causes }: Restated): RestatedView {
  const { window: windowId, unit, before, after } = change
  return {
    target,
    windowId,
    unitName: unitNameOf(snapshot, unit),
    before,
    after,
    causes: causes
      .filter(({ became }) => became !== 'replaced')
      .map(({ reporter, unit: of, revision }) =>
        sentWords(snapshot.reporterOf(reporter, of)?.name ?? reporter, revision),
      ),
  }
}
