import type { Edition, ReconciliationView } from '#dashboards/views.ts'
import type { Database, ReconciliationKind } from '#models/database.ts'
import { groups } from '#models/measuring/groups.ts'
import { communitySentence } from '#sources/forms/community-sentence.ts'
import { formById } from '#sources/forms/index.ts'
import { type TallyItemId, tallyItems } from '#sources/forms/tally-items.ts'
import { window } from '#sources/vocabulary/window.ts'
import { noticedIn, returnedIn } from './people.ts'
import type { Snapshot } from './snapshot.ts'

type Row = Database['reconciliation']

/** Where two sources of one number differ somewhere: what each says of the province, and in how many units they differ. */
export function ofProvince(snapshot: Snapshot, edition: Edition): readonly ReconciliationView[] {
  const { provinceId } = snapshot
  const whole: Readonly<Record<string, readonly [number | null, number | null]>> = {
    'notices-returns': [
      noticedIn(snapshot, edition.toDateId, provinceId),
      returnedIn(snapshot, edition.toDateId, provinceId),
    ],
  }
  return newest(snapshot.reconciled, edition).map((rows) => {
    const [ofLeft, ofRight] = whole[rows[0].kind] ?? []
    const view = viewOf(rows)
    return { ...view, left: ofLeft ?? view.left, right: ofRight ?? view.right }
  })
}

/** Where two reports about one unit differ. */
export function ofUnit(
  { reconciled }: Snapshot,
  edition: Edition,
  unitId: string,
): readonly ReconciliationView[] {
  return newest(
    reconciled.filter((row) => row.unit_id === unitId),
    edition,
  ).map(viewOf)
}

/** Those judged over the year so far stand in its window; of the others, each item's newest window of the year. */
function newest(rows: readonly Row[], { toDateId }: Edition): readonly Group[] {
  const year = window(toDateId)
  const inYear = rows.filter(({ kind, window_id }) => {
    if (OVER_THE_YEAR.includes(kind)) return window_id === toDateId
    const { from, to } = window(window_id)
    return from >= year.from && to <= year.to
  })
  return groups(inYear, ({ kind, field }) => `${kind} ${itemOf(field)}`).map((group) => {
    const last = group.map(({ window_id }) => window(window_id)).reduce(later)
    const [first, ...rest] = group.filter(({ window_id }) => window_id === last.id)
    return [first as Row, ...rest]
  })
}

type Group = readonly [Row, ...Row[]]

const OVER_THE_YEAR: readonly string[] = ['notices-returns', 'offence-not-managed']

function later<W extends { readonly to: string }>(a: W, b: W): W {
  return b.to > a.to ? b : a
}

function viewOf(rows: Group): ReconciliationView {
  const [{ kind, field, window_id }] = rows
  const sum = (side: 'left_n' | 'right_n') => rows.reduce((total, row) => total + row[side], 0)
  return {
    kind,
    windowId: window_id,
    label: labelOf(kind, itemOf(field)),
    left: sum('left_n'),
    right: sum('right_n'),
    units: rows.length,
  }
}

/** `officials_reached/agency:so-y-te` is the item `officials_reached`. */
function itemOf(field: string): string {
  return field.split('/', 1)[0] as string
}

/** Which choice of a form's column the items of a kind are, else the heading of the column itself. */
function labelOf(kind: ReconciliationKind, item: string): string | null {
  if (!LABELLED.includes(kind)) return null
  if (item in tallyItems) return tallyItems[item as TallyItemId].label.replace(/^– /, '')
  const category = communitySentence.columns.category.choices?.[item]
  return category ?? formById('communication')?.columns[item]?.header ?? null
}

const LABELLED: readonly ReconciliationKind[] = [
  'register-tally',
  'opening-closing',
  'running-total',
]
