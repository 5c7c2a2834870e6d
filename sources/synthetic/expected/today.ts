import type { Period } from '../calendar.ts'
import type { UnitId } from '../terms.ts'
import { type Cover, sumOf, total } from './cover.ts'
import type { Known } from './known.ts'
import type { Share } from './place.ts'
import { groupsOf } from './submission.ts'
import type { Value } from './value.ts'

/** A commune of then with what it says, and where its people are today. */
interface Former {
  readonly cover: Cover
  readonly value: Value | undefined
  readonly shares: readonly Share[]
}

/** What of a former commune goes to one place of today. */
interface Part {
  readonly former: Former
  readonly share: Share
  readonly numerator: number
  readonly denominator: number
}

/**
 * The same persons on the places of today, where the window's last day knew others: whoever was divided in equal shares, as an estimate;
 * of whom nobody knows the successor under the province, so that it still has them all.
 */
export function valuesOfToday(
  known: Pick<Known, 'places' | 'day'>,
  window: Period,
  covers: readonly Cover[],
  values: readonly Value[],
): Value[] {
  const { places, day } = known
  const then = new Map(values.filter(isWhole).map((value) => [value.unitId, value]))
  const formers = covers
    .filter(({ unitId }) => places.levelOf(unitId) === 'commune')
    .map((cover): Former => {
      const shares = places.sharesOn(cover.unitId as UnitId, day)
      return { cover, value: then.get(cover.unitId), shares }
    })
  const moved = formers.some(({ cover, shares }) =>
    shares.some(({ unitId }) => unitId !== cover.unitId),
  )
  if (!moved) return []
  const units = groupsOf(
    formers.flatMap(divided),
    ({ share }) => `${share.unitId} ${share.kind === 'unknown'}`,
  ).flatMap((parts) => together(window, parts))
  return units.length === 0 ? [] : [...units, ...provinces(known, formers, values)]
}

function isWhole({ breakdown }: Value): boolean {
  return breakdown === ''
}

function together(window: Period, parts: readonly Part[]): Value[] {
  const [{ share }] = parts as [Part]
  const cover = sumOf(
    share.unitId,
    parts.map(({ former }) => former.cover),
  )
  const known = parts.find(({ former }) => former.value !== undefined)?.former.value
  if (cover.covered === 0 || known === undefined) return []
  const isUnknown = share.kind === 'unknown'
  const final = parts.every(({ former }) => former.value?.state === 'final')
  return [
    {
      ...known,
      map: 'today',
      windowId: window.id,
      unitId: share.unitId,
      breakdown: isUnknown ? 'map' : '',
      category: isUnknown ? 'unknown' : '',
      numerator: total(parts, 'numerator'),
      denominator: total(parts, 'denominator'),
      unitsExpected: cover.expected,
      unitsCovered: cover.covered,
      rowsWithheld: cover.withheld,
      state: final ? 'final' : 'provisional',
      estimate: parts.some((part) => part.share.kind === 'part'),
    },
  ]
}

/** Provinces have the people that they had. */
function provinces(
  { places }: Pick<Known, 'places'>,
  formers: readonly Former[],
  values: readonly Value[],
) {
  const today = new Map(
    formers.flatMap(({ cover, shares: [share] }) => {
      const now =
        share === undefined ? undefined : [share.unitId, ...places.around(share.unitId)].at(-1)
      const before = places.around(cover.unitId).at(-1)
      return now === undefined || before === undefined ? [] : [[before as string, now] as const]
    }),
  )
  return values.filter(isWhole).flatMap((value): Value[] => {
    const unitId = today.get(value.unitId)
    return unitId === undefined ? [] : [{ ...value, map: 'today', unitId }]
  })
}

/** Those counted and those not counted go their ways apart where the shares differ, so that nobody is counted who is not there. */
function divided(former: Former): readonly Part[] {
  const { value, shares } = former
  const [n, d] = [value?.numerator ?? 0, value?.denominator ?? 0]
  const equal = shares.every(
    ({ numerator, denominator }) =>
      numerator * (shares[0]?.denominator ?? 1) === denominator * (shares[0]?.numerator ?? 1),
  )
  const counted = allotted(n, shares)
  const all = allotted(equal ? d : d - n, shares)
  return shares.map((share, at) => ({
    former,
    share,
    numerator: counted[at] as number,
    denominator: (all[at] as number) + (equal ? 0 : (counted[at] as number)),
  }))
}

/** Whole numbers by share; what is left over goes, one each, to the largest remainders, then by unit. */
function allotted(n: number, shares: readonly Share[]): readonly number[] {
  const exact = shares.map(({ numerator, denominator }) => ({
    whole: Math.floor((n * numerator) / denominator),
    rest: ((n * numerator) % denominator) / denominator,
  }))
  const left = n - total(exact, 'whole')
  const lucky = exact
    .map(({ rest }, at) => ({ rest, at }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at)
    .slice(0, left)
    .map(({ at }) => at)
  return exact.map(({ whole }, at) => whole + (lucky.includes(at) ? 1 : 0))
}
