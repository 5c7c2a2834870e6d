import type { UnitLevel } from '#sources/vocabulary/unit.ts'
import type { VerdictCode } from '../database.ts'
import type { Measured, Verdict } from '../measured.ts'
import type { Goal, Target } from '../plans/target.ts'
import type { Strength } from './evidence.ts'
import { isMet, slackOf } from './fact.ts'
import { signalStrength } from './signal.ts'

/** All that a verdict depends on; a target is judged in its own window only. */
export interface Question {
  readonly target: Target
  /** The target's own window, closed: the plan year to date. */
  readonly windowId: string
  readonly unitId: string
  readonly level: UnitLevel
  /** Null where no value exists. */
  readonly measured: Measured | null
  /** Months of the plan's year after the window; 0 when the year has closed with it. */
  readonly monthsLeft: number
  /** The largest number of subjects that any of the last 12 months added to the denominator; null when unknown: then nothing is certain early. */
  readonly highestMonthlyInflow: number | null
}

/**
 * What is said of a target in its own window and one place: the fact by whole numbers, and a code, first match wins.
 *
 * NA, DQ, ND, then for duties OPEN until the year closes and MET or MISS after it, for outcomes MISS, SIG, NUM, OK?, OK. A certain miss
 * stands before ND: missing reports cannot undo it, and the page says beside it that they are missing.
 *
 * The strength is that of the evidence, whatever the fact: of a missed outcome it says whether chance would explain it. Too few reports are
 * no evidence of anything.
 *
 * Withheld rows: nothing is judged met from them. A reporting unit that has some and would read as met is ND, its fact `na`. The province is
 * judged met only if it stays so when each withheld row counts against it.
 *
 * Silent units: a duty of all is met only when everyone is covered, another duty only if it stays met when all of them have nothing.
 *
 * A target by a road map has no year that closes it: never MISS; a duty stays OPEN.
 *
 * `listed`: what the family of the place says of its signal; it changes no code.
 */
export function judge(question: Question, listed: boolean | null = null): Verdict {
  const { target, windowId, unitId, measured } = question
  const { fact, code, strength, slack } =
    measured === null ? NO_DATA : judgeMeasured(question, measured)
  return {
    target: target.id,
    windowId,
    unitId,
    definitionId: target.definition.id,
    fact,
    code,
    strength,
    slack,
    listed,
    outlook: null,
  }
}

/** The levels at which a target has a verdict. */
export function judgedAt(target: Target, level: UnitLevel): boolean {
  return level === target.level || target.alsoAt.some((each) => each === level)
}

type Finding = Pick<Verdict, 'fact' | 'code' | 'strength' | 'slack'>

const NO_DATA: Finding = { fact: 'na', code: 'ND', strength: null, slack: null }
const NOBODY: Finding = { fact: 'na', code: 'NA', strength: null, slack: null }
const IMPOSSIBLE: Finding = { fact: 'na', code: 'DQ', strength: null, slack: null }

function judgeMeasured(question: Question, measured: Measured): Finding {
  const { target } = question
  const { numerator: x, denominator: n } = measured
  if (x < 0 || x > n) return IMPOSSIBLE
  if (n === 0) return isWhole(measured) ? NOBODY : NO_DATA
  const fact = factOf(question, measured)
  const slack = slackOf(target, x, n)
  if (target.duty) return { fact, code: dutyCode(question, measured, fact), strength: null, slack }
  const strength = strengthIn(question, measured, fact)
  return { fact, code: outcomeCode(question, measured, fact, strength), strength, slack }
}

type Fact = Verdict['fact']

function factOf({ target, level }: Question, measured: Measured): Fact {
  if (!isMet(target, measured.numerator, measured.denominator)) return 'unmet'
  return isMetWhateverWithheld(target, level, measured) ? 'met' : 'na'
}

function isMetWhateverWithheld(goal: Goal, level: UnitLevel, measured: Measured): boolean {
  const { numerator: x, denominator: n, rowsWithheld } = measured
  if (rowsWithheld === 0) return true
  if (level !== 'province') return false
  return 'below' in goal ? isMet(goal, x + rowsWithheld, n) : isMet(goal, x, n + rowsWithheld)
}

function dutyCode(question: Question, measured: Measured, fact: Fact): VerdictCode {
  const { target } = question
  const closed = isClosed(question)
  if (closed && isLost(question, measured)) return 'MISS'
  if (isSparse(measured)) return 'ND'
  if (!closed) return 'OPEN'
  return fact === 'met' && isMetWhoeverIsSilent(target, measured) ? 'MET' : 'ND'
}

function isClosed({ target, monthsLeft }: Question): boolean {
  return monthsLeft === 0 && target.deadline.kind === 'plan-year'
}

function isMetWhoeverIsSilent(goal: Goal, measured: Measured): boolean {
  const { numerator, denominator, rowsWithheld } = measured
  if ('all' in goal) return isWhole(measured)
  return isMet(goal, numerator, denominator + silentSubjects(measured) + rowsWithheld)
}

function outcomeCode(
  question: Question,
  measured: Measured,
  fact: Fact,
  strength: Strength,
): VerdictCode {
  if (fact === 'unmet' && isOfficial(question) && isLost(question, measured)) return 'MISS'
  if (fact === 'na' || isSparse(measured)) return 'ND'
  if (fact === 'unmet') return strength === null ? 'NUM' : 'SIG'
  return strength === null ? 'OK?' : 'OK'
}

/** How strongly the figure speaks for what it shows, worse or better than the goal. */
function strengthIn(question: Question, measured: Measured, fact: Fact): Strength {
  const { target } = question
  const { numerator: x, denominator: n } = measured
  if (fact === 'na' || isSparse(measured)) return null
  if (fact === 'unmet') return signalStrength(target, 'adverse', x, n)
  // A share of few is never proven below the province: with no case at all it takes 368 persons for 1 %.
  if ('below' in target && !isOfficial(question)) return null
  return signalStrength(target, 'favourable', x, n)
}

/** An outcome is judged in the province; below it there is a count, an allowance and a signal, never a certain miss: one of few is chance. */
function isOfficial({ target, level }: Question): boolean {
  return level === target.level
}

/**
 * Missed whatever still happens, at the largest credible denominator: silent units as large as those that reported, for "below" one
 * more innocent subject per withheld row and the highest monthly inflow for every month left, otherwise a favourable case each. Where
 * nobody has reported, nobody knows how large the silent ones are.
 */
function isLost({ target, monthsLeft, highestMonthlyInflow }: Question, measured: Measured) {
  if (target.deadline.kind === 'roadmap') return false
  const { numerator: x, denominator: n, rowsWithheld, unitsExpected, unitsCovered } = measured
  if (unitsCovered === 0 && unitsExpected > 0) return false
  const silent = silentSubjects(measured)
  if (!('below' in target))
    return monthsLeft === 0 && !isMet(target, x + silent + rowsWithheld, n + silent)
  if (monthsLeft > 0 && highestMonthlyInflow === null) return false
  const coming = monthsLeft * (highestMonthlyInflow ?? 0)
  return !isMet(target, x, n + silent + rowsWithheld + coming)
}

/** How many subjects the silent units have if they are as large as those that reported; exact where each unit is one subject. */
export function silentSubjects({
  denominator,
  unitsExpected,
  unitsCovered,
}: Pick<Measured, 'denominator' | 'unitsExpected' | 'unitsCovered'>): number {
  const silent = unitsExpected - unitsCovered
  return unitsCovered === 0 ? 0 : Math.ceil((denominator * silent) / unitsCovered)
}

/** Less than 80 % of the expected units are covered: too few to judge, or to test, anything. */
export function isSparse({
  unitsExpected,
  unitsCovered,
}: Pick<Measured, 'unitsExpected' | 'unitsCovered'>): boolean {
  return unitsCovered * 100 < unitsExpected * 80
}

function isWhole({ unitsExpected, unitsCovered, rowsWithheld }: Measured): boolean {
  return unitsCovered === unitsExpected && rowsWithheld === 0
}
