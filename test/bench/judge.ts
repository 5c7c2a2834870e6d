import { employmentRate, reoffendingRate } from '#models/indicators/index.ts'
import { evidenceOf, strengthOf, WARN } from '#models/judgement/evidence.ts'
import { IN_NATION } from '#models/judgement/family.ts'
import { judgePlaces, type Place } from '#models/judgement/places.ts'
import type { Measured, Verdict } from '#models/measured.ts'
import { fixTarget, type Goal, type Target } from '#models/plans/target.ts'
import { type Random, random } from '#sources/synthetic/random.ts'
import { binomialDraws } from '#test/support/binomial-draws.ts'
import { atMost, rounded, seconds } from './figures.ts'
import { NATION } from './nation-size.ts'

const WINDOWS = 24

interface Case {
  readonly target: Target
  /** The share at which most communes stand, and that of the few that are worse. */
  readonly usual: number
  readonly worse: number
}

const goals: readonly (readonly [goal: Goal, usual: number, worse: number])[] = [
  [{ below: [1, 100] }, 0.01, 0.04],
  [{ below: [1, 100] }, 0.006, 0.03],
  [{ below: [3, 100] }, 0.028, 0.08],
  [{ atLeast: [70, 100] }, 0.71, 0.5],
  [{ atLeast: [30, 100] }, 0.32, 0.15],
  [
    {
      between: [
        [20, 100],
        [25, 100],
      ],
    },
    0.22,
    0.1,
  ],
  [{ all: true }, 0.98, 0.8],
]

/** Thirty targets as plans set them. */
const cases: readonly Case[] = Array.from({ length: 30 }, (_, at) => {
  const [goal, usual, worse] = goals[at % goals.length] as (typeof goals)[number]
  const indicator = 'below' in goal ? reoffendingRate : employmentRate
  const rest = { level: 'province', alsoAt: ['commune'], clause: 'II', statement: '' } as const
  const target = fixTarget({ ...goal, ...rest, id: `T${at}`, indicator } as never)
  return { target, usual, worse }
})

/**
 * Verdicts of every commune of the nation in thirty targets and 24 windows, each window one family of all communes; the facts beside the
 * same comparisons as one loop by hand, tests and lists of the last window of each target beside a p-value for each commune.
 *
 * Only the judging is timed; the counts are made before, a target and a window at a time.
 */
export async function judge() {
  const time = { ours: 0, cpu: 0, hand: 0, last: 0, byPs: 0 }
  const told = { verdicts: 0, signals: 0, kept: 0 }
  for (const one of cases) {
    let window = 0
    for (const places of countsOf(one)) {
      window += 1
      const sitting = { target: one.target, windowId: 'adm:2026-9M', monthsLeft: 3 }
      const ours = await timed(() => judgePlaces(sitting, places, IN_NATION))
      const hand = await timed(() => factsByHand(one.target, places))
      const verdicts = ours.answer.map(({ verdict }) => verdict)
      same(
        hand.answer,
        verdicts.map(({ fact }) => fact),
        `${one.target.id}, window ${window}`,
      )
      time.ours += ours.time
      time.cpu += ours.cpu
      time.hand += hand.time
      told.verdicts += verdicts.length
      told.signals += verdicts.filter(({ code }) => code === 'SIG').length
      told.kept += verdicts.filter(({ listed }) => listed).length
      if (window < WINDOWS) continue
      const byPs = await timed(() => testsByPs(one.target, places))
      same(byPs.answer, verdicts.map(testOf), one.target.id)
      time.last += ours.time
      time.byPs += byPs.time
    }
  }
  return {
    communes: NATION.communes,
    targets: cases.length,
    windows: WINDOWS,
    ...told,
    ourSeconds: rounded(time.ours),
    ourCpuSeconds: rounded(time.cpu),
    verdictsPerSecond: rounded(told.verdicts / time.ours),
    handSeconds: rounded(time.hand),
    ratioToFactsByHand: rounded(time.ours / time.hand),
    ratioToPsOfAll: rounded(time.last / time.byPs),
    goals: [atMost(10, 'seconds for the verdicts of the nation', time.ours)],
  }
}

interface Timed<T> {
  readonly answer: T
  readonly time: number
  /** Of all threads, collecting garbage included: what a machine that others use, too, does not stretch. */
  readonly cpu: number
}

async function timed<T>(work: () => T): Promise<Timed<T>> {
  const answers: T[] = []
  const begun = process.cpuUsage()
  const time = await seconds(async () => answers.push(work()))
  const { user, system } = process.cpuUsage(begun)
  return { answer: answers[0] as T, time, cpu: (user + system) / 1e6 }
}

/** The communes' counts in each window; one in fifty is worse than usual. */
function* countsOf({ target, usual, worse }: Case): Generator<readonly Place[]> {
  const chance = random(`judge ${target.id}`)
  const [draw, drawWorse] = [binomialDraws(chance, usual), binomialDraws(chance, worse)]
  const communes = Array.from({ length: NATION.communes }, () => ({
    size: sizeOf(chance),
    draw: chance.chance(2) ? drawWorse : draw,
  }))
  for (let window = 0; window < WINDOWS; window += 1)
    yield communes.map((commune) => {
      const n = commune.size + Math.floor((commune.size * window) / 48)
      return placeOf(chance, commune.draw(n), n)
    })
}

/** Persons at risk at the start of the year: many small communes, few large ones. */
function sizeOf(chance: Random): number {
  return chance.weighted([
    [chance.between(0, 20), 2],
    [chance.between(20, 80), 5],
    [chance.between(80, 400), 3],
  ])
}

function placeOf(chance: Random, numerator: number, denominator: number): Place {
  const measured: Measured = {
    definitionId: 'd/1',
    windowId: 'adm:2026-9M',
    unitId: '07210@2025-07-01',
    numerator,
    denominator,
    basis: 'register',
    unitsExpected: 1,
    unitsCovered: Number(chance.chance(96)),
    rowsWithheld: chance.chance(3) ? chance.between(1, 3) : 0,
    state: 'provisional',
  }
  const { unitId } = measured
  return {
    unitId,
    level: 'commune',
    measured: chance.chance(1) ? null : measured,
    highestMonthlyInflow: chance.below(20),
  }
}

function factsByHand(goal: Goal, places: readonly Place[]): readonly string[] {
  const [num, den, ceiling] =
    'below' in goal
      ? [...goal.below, true]
      : [...('all' in goal ? [1, 1] : 'atLeast' in goal ? goal.atLeast : goal.between[0]), false]
  const facts = new Array<string>(places.length)
  for (let at = 0; at < places.length; at += 1) {
    const measured = places[at]?.measured
    if (!measured || measured.denominator === 0) facts[at] = 'na'
    else {
      const left = measured.numerator * (den as number)
      const right = measured.denominator * (num as number)
      const met = ceiling ? left < right : left >= right
      facts[at] = !met ? 'unmet' : measured.rowsWithheld === 0 ? 'met' : 'na'
    }
  }
  return facts
}

/** Signals and list by a p-value for each commune and the definition of the step-up procedure. */
function testsByPs(target: Target, places: readonly Place[]): readonly string[] {
  const tested = places.map(({ measured }) =>
    measured && measured.denominator > 0 && measured.unitsCovered === 1
      ? evidenceOf(target, measured.numerator, measured.denominator)
      : null,
  )
  const sorted = tested.flatMap((each) => each?.adverse ?? []).sort((a, b) => a - b)
  const rank = sorted.findLastIndex((p, at) => p <= ((IN_NATION / 100) * (at + 1)) / sorted.length)
  const last = sorted[rank] ?? -1
  return tested.map((each) =>
    each === null
      ? 'null null'
      : `${strengthOf(each.adverse)} ${each.adverse <= Math.min(last, WARN)}`,
  )
}

function testOf({ fact, strength, listed }: Verdict): string {
  return `${fact === 'unmet' && listed !== null ? strength : null} ${listed}`
}

function same(expected: readonly string[], found: readonly string[], where: string): void {
  const at = expected.findIndex((each, place) => each !== found[place])
  if (at < 0) return
  throw new Error(`${where}, commune ${at}: by hand ${expected[at]}, by the models ${found[at]}`)
}
