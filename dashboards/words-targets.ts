import type { VerdictCode } from '#models/database.ts'
import { slackOf } from '#models/judgement/fact.ts'
import { silentSubjects } from '#models/judgement/verdict.ts'
import type { Measured } from '#models/measured.ts'
import type { Goal, Target } from '#models/plans/target.ts'
import { addDays } from '#sources/vocabulary/date.ts'
import { window } from '#sources/vocabulary/window.ts'
import type { Counted, TargetView } from './views.ts'
import { againstGoal } from './words-against.ts'
import {
  capital,
  count,
  goalRatio,
  noSubject,
  noValue,
  percent,
  windowName,
  within,
} from './words-figures.ts'
import { measuredWords } from './words-measured.ts'
import { type Remaining, waitingRows } from './words-verdicts.ts'

/** `8/10 chỉ tiêu đạt, 1 có nguy cơ, 1 chưa đủ số liệu`: every target stands in exactly one of the groups. */
export function scoreWords(codes: readonly VerdictCode[]): string {
  const met = codes.filter((code) => groupOf(code) === 'đạt').length
  const others = groups.flatMap((group) => {
    const n = codes.filter((code) => groupOf(code) === group).length
    return group === 'đạt' || n === 0 ? [] : [`${n} ${group}`]
  })
  return [`${met}/${codes.length} chỉ tiêu đạt`, ...others].join(', ')
}

const groups = [
  'đạt',
  'đang thực hiện',
  'có nguy cơ',
  'không đạt',
  'cần xác minh số liệu',
  'chưa đủ số liệu',
  'không phát sinh đối tượng',
] as const

function groupOf(code: VerdictCode): (typeof groups)[number] {
  switch (code) {
    case 'MET':
    case 'OK':
    case 'OK?':
      return 'đạt'
    case 'OPEN':
      return 'đang thực hiện'
    case 'NUM':
    case 'SIG':
      return 'có nguy cơ'
    case 'MISS':
      return 'không đạt'
    case 'DQ':
      return 'cần xác minh số liệu'
    case 'ND':
      return 'chưa đủ số liệu'
    case 'NA':
      return 'không phát sinh đối tượng'
  }
}

/** The value of a target in one sentence: figure, against the goal (an open duty's verdict says it), before, the year before. */
export function targetSentence(
  target: Target,
  {
    measured,
    previous,
    lastYear,
    verdict,
  }: Pick<TargetView, 'measured' | 'previous' | 'lastYear' | 'verdict'>,
): string {
  if (measured === null) return `${noValue} trong kỳ.`
  if (measured.denominator === 0) return `${noSubject} trong kỳ.`
  const goal = goalRatio(target)
  const earlier = (label: string, counted: Counted | null) => {
    const share = counted && percent(counted.numerator, counted.denominator, goal)
    return share ? [`${label}: ${share}`] : []
  }
  const of = target.indicator.better === 'lower' ? `${target.indicator.title}: ` : ''
  const parts = [
    measuredWords(target.indicator, measured, goal),
    ...(verdict.code === 'OPEN' ? [] : [againstGoal(target, measured)]),
    ...earlier(previous ? `đến hết ${within(closeName(previous.windowId))}` : '', previous),
    ...earlier('cùng kỳ năm trước', lastYear),
  ]
  return `${of}${parts.join('; ')}.`
}

/** `adm:2026-8M` is known by the month in which it closes: August; in the police year, which begins in November, `pol:2026-8M` by July. */
function closeName(windowId: string): string {
  const [year, month] = addDays(window(windowId).to, -1).split('-').map(Number)
  return windowName(windowId).replace(/^\d+ tháng đầu năm \d{4}$/, `tháng ${month}/${year}`)
}

/** A figure, with what it rests on where that is known. */
type Reached = Pick<Measured, 'numerator' | 'denominator'> &
  Partial<Pick<Measured, 'unitsExpected' | 'unitsCovered' | 'rowsWithheld'>>

/**
 * How many are missing of how many that the goal asks for; null where the goal asks for less or nobody is concerned.
 *
 * A share of all units is asked of the silent ones, too; a duty towards everyone can only be counted where somebody has reported.
 */
export function remainingOf(
  target: Goal & { readonly indicator: Target['indicator'] },
  measured: Reached | null,
): Remaining | null {
  if (measured === null || measured.denominator === 0 || 'below' in target) return null
  const { numerator, denominator, unitsExpected = 0, unitsCovered = 0, rowsWithheld = 0 } = measured
  const silent = silentSubjects({ denominator, unitsExpected, unitsCovered })
  const slack = slackOf(target, numerator, denominator + ('all' in target ? 0 : silent))
  const k = Math.max(0, -slack)
  return {
    k,
    n: numerator - slack,
    counted: target.indicator.counted,
    ...(denominator === 1 && target.indicator.sensitivity === 'unit' && { own: true }),
    ...noteOf({ all: 'all' in target, done: k === 0, silent, rowsWithheld }),
  }
}

function noteOf(of: {
  readonly all: boolean
  readonly done: boolean
  readonly silent: number
  readonly rowsWithheld: number
}): { readonly note?: string } {
  if (of.silent > 0 && !of.all) return { note: '(tính cả nơi chưa có số liệu)' }
  if (!of.done) return {}
  if (of.rowsWithheld > 0) return { note: `(${waitingRows(of.rowsWithheld)})` }
  return of.silent > 0 ? { note: '(ở nơi đã có số liệu)' } : {}
}

/** How many units a value covers: `97/99 xã, phường có số liệu; 2 dòng chờ chỉnh lý`. */
export function completenessWords(measured: Measured, units: string): string {
  const covered = `${count(measured.unitsCovered)}/${count(measured.unitsExpected)} ${units} có số liệu`
  return measured.rowsWithheld === 0 ? covered : `${covered}; ${waitingRows(measured.rowsWithheld)}`
}

/** What a share counts, without the word for share: the label of a bar. */
export function subject(title: string): string {
  return capital(title.replace(/^Tỷ lệ /, ''))
}
