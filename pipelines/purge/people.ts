import { type Life, type Retention, retentionOf } from '#models/core/retention.ts'
import { type CalendarDate, isCalendarDate } from '#sources/vocabulary/date.ts'
import { planYearOf, windowOf } from '#sources/vocabulary/window.ts'
import type { Parsed, ParsedRow } from '../vault/parsed.ts'
import type { Pseudonym } from '../vault/pseudonym.ts'

/** Pseudonyms that some row, in force or not, ever gave together, directly or over others: one person, or several whom a slip joined. */
export type Cluster = ReadonlySet<Pseudonym>

/** A person whose time is over, by pseudonyms, with the end of management. */
export interface Due {
  readonly ids: Cluster
  readonly end: Extract<Retention, { over: true }>
}

/** Who is due, and of the others why they are kept. */
export interface Judged {
  readonly due: readonly Due[]
  readonly kept: Readonly<Record<string, number>>
}

/**
 * Judges everybody of whom the readings tell.
 *
 * Links are taken from all readings, superseded and withdrawn ones too, and a dispute joins instead of parting: where two lives share a
 * number, neither is due before the other, so that no number stands half destroyed.
 *
 * `inForce`: submissions that count; `gone`: pseudonyms of surrogates, which stand for persons purged before.
 */
export function judge(
  all: readonly Parsed[],
  inForce: ReadonlySet<string>,
  gone: ReadonlySet<string>,
  { cutOff, year }: { readonly cutOff: CalendarDate; readonly year: number },
): Judged {
  const clusters = clustersOf(all.flatMap(({ rows }) => rows.map(({ ids }) => ids)))
  const lives = livesOf(newestLists(all, inForce), clusters)
  const due: Due[] = []
  const kept: Record<string, number> = {}
  for (const [ids, life] of lives) {
    if ([...ids].every((id) => gone.has(id))) continue
    const retention = retentionOf(life, cutOff, year)
    if (retention.over) due.push({ ids, end: retention })
    else kept[retention.why] = (kept[retention.why] ?? 0) + 1
  }
  return { due, kept }
}

/** Every pseudonym with all that stand together with it, directly or over others. */
export function clustersOf(
  rows: readonly (readonly Pseudonym[])[],
): ReadonlyMap<Pseudonym, Cluster> {
  const clusters = new Map<Pseudonym, Set<Pseudonym>>()
  for (const ids of rows) {
    const [largest = new Set<Pseudonym>(), ...smaller] = [
      ...new Set(ids.flatMap((id) => clusters.get(id) ?? [])),
    ].sort((a, b) => b.size - a.size)
    for (const id of [...smaller.flatMap((one) => [...one]), ...ids]) {
      largest.add(id)
      clusters.set(id, largest)
    }
  }
  return clusters
}

/** Readings in force; of the lists of new offences only the newest of a year, which speaks for the whole of it. */
function newestLists(all: readonly Parsed[], inForce: ReadonlySet<string>): readonly Parsed[] {
  const counting = all.filter(({ header }) => inForce.has(header.submissionId))
  const newest = new Map<string, string>()
  for (const { header } of counting) {
    const at = placeOf(header)
    if (header.form !== 'reoffence' || at === null) continue
    const known = newest.get(`${header.reporter} ${at.year}`) ?? ''
    if (at.close > known) newest.set(`${header.reporter} ${at.year}`, at.close)
  }
  return counting.filter(({ header }) => {
    const at = placeOf(header)
    if (header.form !== 'reoffence' || at === null) return true
    return newest.get(`${header.reporter} ${at.year}`) === at.close
  })
}

type Growing = { readonly [K in keyof Life]: Life[K][number][] }

function livesOf(
  counting: readonly Parsed[],
  clusters: ReadonlyMap<Pseudonym, Cluster>,
): ReadonlyMap<Cluster, Life> {
  const lives = new Map<Cluster, Growing>()
  for (const { header, rows } of counting) {
    for (const row of rows) {
      const cluster = clusters.get(row.ids[0] as Pseudonym)
      if (cluster === undefined) continue
      const life = lives.get(cluster) ?? { registers: [], cases: [], others: [] }
      lives.set(cluster, life)
      enter(life, header, row)
    }
  }
  return lives
}

function enter(life: Growing, header: Parsed['header'], { unitId, values }: ParsedRow): void {
  const at = placeOf(header)
  if (at === null) return
  const { year, close } = at
  if (header.form === 'returnee-register') {
    const [leftOn, leftReason] = [day(values['left_on']), text(values['left_reason'])]
    life.registers.push({
      reporter: header.reporter ?? '',
      close,
      year,
      unitId,
      leftOn,
      leftReason,
      handedOverOn:
        text(values['entry_kind']) === 'sap_xep_dvhc' ? day(values['arrived_on']) : null,
    })
    return
  }
  const days = Object.values(values).flatMap((value) => day(value) ?? [])
  const row = { year, last: days.sort().at(-1) ?? close }
  if (header.form === 'reoffence' && day(values['dropped_on']) === null) life.cases.push(row)
  else life.others.push(row)
}

function placeOf({ window: id }: Pick<Parsed['header'], 'window'>) {
  const window = id === null ? undefined : windowOf(id)
  return window === undefined ? null : { year: planYearOf(window), close: window.to }
}

function day(value: unknown): CalendarDate | null {
  return typeof value === 'string' && isCalendarDate(value) ? value : null
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
