import type { OutlookClass } from '../database.ts'
import type { Measured, Verdict } from '../measured.ts'
import type { Goal, Target } from '../plans/target.ts'
import { beatsBaseRate } from './backtest.ts'
import { certaintyOf } from './certainty.ts'
import type { Course } from './course.ts'
import { slackOf } from './fact.ts'
import { futureAtMost } from './outlook-future.ts'
import type { Prior } from './prior.ts'
import { isSparse } from './verdict.ts'

/** A number of subjects between its lowest and its highest credible value. */
export interface Range {
  readonly low: number
  readonly mid: number
  readonly high: number
}

/** Person-months in which the events so far happened, and those of the year in which nothing is known yet. */
export interface Exposure {
  readonly seen: number
  readonly unseen: number
}

/** All that an outlook depends on: a target's own window to date, the months around it, and what is known from before. */
export interface OutlookQuestion {
  readonly target: Goal & Pick<Target, 'duty' | 'deadline'>
  readonly course: Course
  readonly x: number
  readonly n: number
  /** How many the silent units have if they are as large as the others. */
  readonly silent: number
  readonly monthsGone: number
  readonly monthsLeft: number
  /** By how many subjects n grows until the year ends, silent units included; null when no month has told. */
  readonly coming: Range | null
  /** Of `exposed` only. */
  readonly exposure: Exposure | null
  readonly prior: Prior
}

/** How a target's year is likely to end, and what that asks for. Probabilities are for showing; only the class is stored. */
export interface Outlook {
  /** Null for a duty, and where the back-test has switched the forecast off. */
  readonly class: OutlookClass | null
  /** That the target is met at the year's end, averaged over low, mid and high; null where it is certain or not foretold. */
  readonly probability: number | null
  /** The least and the largest of the three. */
  readonly spread: readonly [least: number, largest: number] | null
  /** How many more adverse cases the target bears at today's n; null for floors. */
  readonly allowance: number | null
  /** How many favourable ones are still missing: of a duty at today's n (a share of all units is asked of the silent ones, too), else at the likely n of the year's end; null for ceilings. */
  readonly needed: number | null
  /** `needed` for each month that is left, rounded up. */
  readonly neededPerMonth: number | null
  readonly monthsLeft: number
}

/**
 * How likely a target is met when its year ends; null where that is no question: no subject, the year over, a road map of somebody else.
 *
 * What is certain by arithmetic comes first ({@link certaintyOf}). Of events among persons in time (`exposed`) the future is gamma–Poisson,
 * a negative binomial with size a + x and probability (b + E)/(b + E + F), E and F the person-months seen and to come (Lawless 1994). Of
 * shares of persons it is beta–binomial: of m further persons, with a + x and b + n − x. Both are averaged in equal parts over the low, mid
 * and high number of persons to come. A duty counts everyone: it gets no class, since one person more may always come, but what is left
 * of it and the run rate that this asks for. `isOn`: whether the back-test lets the forecast be shown.
 *
 * @example outlookOf({ target, course: 'exposed', x: 3, n: 5112, … })?.class // 'high'
 */
export function outlookOf(
  question: OutlookQuestion,
  isOn: (course: Course, monthsGone: number) => boolean = beatsBaseRate,
): Outlook | null {
  const { target, course, n, monthsGone, monthsLeft } = question
  if (n === 0 || monthsLeft === 0 || target.deadline.kind === 'roadmap') return null
  const asked = { ...whatIsAsked(question), monthsLeft }
  if (target.duty) return { ...UNTOLD, ...asked }
  const certain = certainly(question)
  if (certain !== null) return { ...UNTOLD, ...asked, class: certain }
  if (!isOn(course, monthsGone)) return { ...UNTOLD, ...asked }
  const probabilities = probabilitiesOf(question)
  if (probabilities === null) return { ...UNTOLD, ...asked }
  const probability = probabilities.reduce((sum, each) => sum + each, 0) / probabilities.length
  return {
    ...asked,
    class: classOf(probability),
    probability,
    spread: [Math.min(...probabilities), Math.max(...probabilities)],
  }
}

/**
 * The outlook beside a verdict; null where nobody is concerned, the figure cannot be, or too few have reported.
 *
 * A figure that is ND for its withheld rows alone has one: they are among those who come in any case.
 */
export function outlookBeside(
  { code }: Pick<Verdict, 'code'>,
  measured: Measured | null,
  question: OutlookQuestion | null,
): Outlook | null {
  if (question === null || measured === null || code === 'NA' || code === 'DQ') return null
  return isSparse(measured) && code !== 'MISS' ? null : outlookOf(question)
}

const UNTOLD = { class: null, probability: null, spread: null } as const

/** At least 90 % is `high`, 50 % `medium`, 10 % `low`. */
export function classOf(probability: number): Exclude<OutlookClass, 'secured' | 'lost'> {
  if (probability >= 0.9) return 'high'
  if (probability >= 0.5) return 'medium'
  return probability >= 0.1 ? 'low' : 'very-low'
}

/** A stock rises and falls, so nothing of it is certain before the year ends. */
function certainly({ target, course, x, n, coming }: OutlookQuestion): 'secured' | 'lost' | null {
  if (coming === null || course === 'standing') return null
  return certaintyOf(target, x, n, { coming: coming.high, undecided: n - x + coming.high })
}

function probabilitiesOf(question: OutlookQuestion): readonly number[] | null {
  const { target, coming, course, exposure } = question
  if (coming === null || (course === 'exposed' && exposure === null)) return null
  return [coming.low, coming.mid, coming.high].map((m) => {
    const slack = slackOf(target, question.x, question.n + m)
    return 'below' in target
      ? futureAtMost(question, m, slack)
      : 1 - futureAtMost(question, m, -slack - 1)
  })
}

function whatIsAsked({ target, x, n, silent, coming, monthsLeft }: OutlookQuestion) {
  if ('below' in target)
    return { allowance: slackOf(target, x, n), needed: null, neededPerMonth: null }
  const likely = coming?.mid ?? silent
  const whole = n + (target.duty ? ('all' in target ? 0 : silent) : likely)
  const needed = Math.max(0, -slackOf(target, x, whole))
  return { allowance: null, needed, neededPerMonth: Math.ceil(needed / monthsLeft) }
}
