import type { TargetView } from '#dashboards/views.ts'
import type { TargetCommune, TargetPage } from '#dashboards/views-target.ts'
import { edition, month } from './bac-ninh-view.ts'
import { funnelRows, limitedRows, paceRows } from './chart-rows.ts'
import { measured } from './measured.ts'

/** A target of September 2026 in Bắc Ninh, as the leadership page knows it. */
export function viewOf(id: string): TargetView {
  const found = month.targets.find(({ target }) => target.id === id)
  if (found === undefined) throw new RangeError(`no target ${id}`)
  return found
}

const NOTHING = { evidence: null, months: null, pace: null, cusum: null, funnel: null }

/** Reoffending with everything that a page can show: four communes, of which one signal stays and one does not. */
export const reoffending: TargetPage = {
  edition,
  view: viewOf('T02'),
  evidence: { direction: 'below', p: 0.0000012, strength: 'strong' },
  months: { kind: 'p-chart', points: 7, provisional: true, rows: limitedRows },
  pace: { rows: paceRows, grows: true, ending: [0.0052, 0.0068] },
  cusum: {
    rows: [
      { windowId: 'adm:2026-08', value: 3.4, signal: true },
      { windowId: 'adm:2026-09', value: 0.5, signal: false },
    ],
    threshold: 3.14,
    p0: 1 / 1200,
  },
  funnel: {
    limits: funnelRows.filter((row) => 'n' in row),
    tested: 3,
    perCent: 10,
  },
  communes: [
    commune('07210', 'Bắc Giang', [14, 370], 'SIG', 'strong', true, 9),
    commune('07246', 'Nghĩa Phương', [3, 60], 'SIG', 'moderate', false, 3),
    commune('07264', 'Chũ', [0, 31], 'OK?', null, false, 3),
    { ...commune('07282', 'Kép', [0, 0], 'ND', null, null, null), measured: null, smoothed: null },
  ],
}

/** A duty: two communes have something left to do, one is done. */
export const counselling: TargetPage = {
  ...NOTHING,
  edition,
  view: viewOf('T03b'),
  communes: [
    commune('07210', 'Bắc Giang', [9, 10], 'OPEN', null, null, null),
    commune('07246', 'Nghĩa Phương', [4, 9], 'OPEN', null, null, null),
    commune('07264', 'Chũ', [6, 6], 'OPEN', null, null, null),
  ],
}

function commune(
  code: string,
  shortName: string,
  [x, n]: readonly [number, number],
  verdict: TargetCommune['verdict']['code'],
  signal: TargetCommune['signal'],
  listed: boolean | null,
  signalAt: number | null,
): TargetCommune {
  return {
    code,
    name: `phường ${shortName}`,
    shortName,
    measured: measured(x, n),
    verdict: {
      code: verdict,
      slack: signalAt === null ? x - n : Math.ceil(n / 100) - 1 - x,
      listed,
    },
    signal,
    signalAt,
    smoothed: signalAt === null ? null : { rate: 0.0138, low: 0.002, high: 0.041 },
  }
}
