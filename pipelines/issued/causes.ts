import type { Definition } from '#models/indicators/indicator.ts'
import type { Plan } from '#models/plans/plan.ts'
import type { Places } from '#sources/reference/places.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import { byReplacement } from '../ledger/submissions.ts'
import { countedFor, type Known } from '../warehouse/known.ts'
import type { Change } from './changes.ts'

/** What became of a submission between two instants: it counts since, another counts in its place, or it does not count any more. */
export type Became = 'came' | 'replaced' | 'gone'

/** A submission that came or went after an issue. */
export interface Moved {
  readonly submission: string
  readonly form: string
  readonly reporter: string
  /** Of which it tells: the reporter's at the window's end. */
  readonly unit: string
  readonly window: string
  readonly revision: number
  readonly became: Became
}

/**
 * The submissions that stand otherwise at the second instant than at the first, by form, reporter, window and revision: those with a
 * known_from or known_to in between, and those whose assignment was given or taken back.
 */
export function movedBetween(
  before: readonly Known[],
  after: readonly Known[],
  by: Pick<Behind, 'plan' | 'reporters'>,
): readonly Moved[] {
  const [then, now] = [standingOf(before, by), standingOf(after, by)]
  const moved: Moved[] = []
  for (const [id, { known, unit, inForce }] of new Map([...then, ...now])) {
    const [was, is] = [then.get(id), now.get(id)]
    if (was?.inForce === is?.inForce) continue
    const became = is === undefined ? 'gone' : was?.inForce && !inForce ? 'replaced' : 'came'
    const { form, reporter_id, window_id, revision } = known.submission
    moved.push({
      submission: id,
      form,
      reporter: reporter_id ?? '',
      unit,
      window: window_id ?? '',
      revision: revision ?? 0,
      became,
    })
  }
  return moved.toSorted((a, b) => compare(orderOf(a), orderOf(b)))
}

interface Standing {
  readonly known: Known
  readonly unit: string
  /** False where a newer one of the same place counts in its stead. */
  readonly inForce: boolean
}

/** Those that count, by id. */
function standingOf(
  all: readonly Known[],
  { plan, reporters }: Pick<Behind, 'plan' | 'reporters'>,
): ReadonlyMap<string, Standing> {
  const counting = all
    .filter(
      ({ outcome, knownTo }) =>
        (outcome === 'accepted' || outcome === 'partial') && knownTo === null,
    )
    .toSorted((a, b) => byReplacement(a.submission, b.submission))
  const places = new Map<Known, { readonly unit: string; readonly place: string }>()
  for (const known of counting) {
    const { form, reporter_id } = known.submission
    const { unitId, windowId } = countedFor(known.submission, plan, reporters)
    if (unitId !== null)
      places.set(known, { unit: unitId, place: [form, reporter_id, windowId].join('\n') })
  }
  const newest = new Map([...places].map(([known, { place }]) => [place, known]))
  return new Map(
    [...places].map(([known, { unit, place }]) => [
      known.submission.submission_id,
      { known, unit, inForce: newest.get(place) === known },
    ]),
  )
}

/** What is known of the figures, to tell which submissions they rest on. */
export interface Behind {
  readonly plan: Plan
  readonly definitions: readonly Definition[]
  readonly reporters: readonly Reporter[]
  readonly places: Places
}

/**
 * Gives for a changed figure the submissions behind it: of those that moved, those of the figure's forms by reporters of its unit, of units
 * within it or that it succeeds, or of a unit that it lies in (whose lists tell of every commune). Where there are none, a person has moved: then those of its
 * forms by anybody. None at all means that time passed, or that more time was given.
 */
export function causesOf(
  moved: readonly Moved[],
  { definitions, places }: Pick<Behind, 'definitions' | 'places'>,
): (change: Pick<Change, 'definition' | 'unit'>) => readonly Moved[] {
  const forms = new Map(definitions.map((definition) => [definition.id, formsOf(definition)]))
  const line = memo((unit: string) => lineOf(places, unit))
  const isProvince = (unit: string) => places.byId(unit)?.level === 'province'
  const reach = memo((unit: string) => reachOf(places, unit))
  return ({ definition, unit }) => {
    const own = forms.get(definition)
    const ofForms = moved.filter(({ form }) => own?.has(form) ?? false)
    const near = ofForms.filter(
      ({ unit: of }) => reach(of).has(unit) || line(unit).has(of) || isProvince(of),
    )
    return near.length > 0 ? near : ofForms
  }
}

function formsOf({ indicator, parameters }: Definition): ReadonlySet<string> {
  const { form } = parameters
  const named = indicator.sources(parameters).map((source) => source.form)
  return new Set(form === undefined ? named : [...named, form])
}

/** A unit and those that it lies in. */
function lineOf(places: Places, unitId: string): ReadonlySet<string> {
  const parent = places.byId(unitId)?.parentId ?? null
  return new Set([unitId, ...(parent === null ? [] : lineOf(places, parent))])
}

/** A unit, those that succeed it, and those in which these lie. */
function reachOf(places: Places, unitId: string): ReadonlySet<string> {
  const successors = places.successions.filter(({ fromUnit }) => fromUnit === unitId)
  return new Set(
    [unitId, ...successors.map(({ toUnit }) => toUnit)].flatMap((id) => [...lineOf(places, id)]),
  )
}

/** Definitions that rest on a form of which nothing counted. */
export function unfedBy(known: readonly Known[], by: Omit<Behind, 'places'>): ReadonlySet<string> {
  const fed = new Set([...standingOf(known, by).values()].map((each) => each.known.submission.form))
  const unfed = by.definitions.filter((each) => [...formsOf(each)].some((form) => !fed.has(form)))
  return new Set(unfed.map(({ id }) => id))
}

function memo<T>(work: (key: string) => T): (key: string) => T {
  const done = new Map<string, T>()
  return (key) => {
    const kept = done.get(key)
    if (kept !== undefined) return kept
    const made = work(key)
    done.set(key, made)
    return made
  }
}

function orderOf({ form, reporter, window, revision, submission }: Moved): string {
  return [form, reporter, window, String(revision).padStart(6, '0'), submission].join('\n')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
