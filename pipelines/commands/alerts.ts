import type { Facts, Rule } from '#models/alerting/condition.ts'
import { pressing } from '#models/alerting/pressing.ts'
import { placeName } from '#sources/reference/places.ts'
import { dayOf } from '#sources/vocabulary/date.ts'
import { reportRules } from '../alerting/report-reasons.ts'
import { alertCases, type CaseState, type CaseWithEvents, lastRaised } from '../ledger/alerts.ts'
import { openLedgerReadOnly } from '../ledger/open.ts'
import type { AlertEvent } from '../ledger/schema.ts'
import { type Setting, settingOf } from '../station.ts'
import { caseNamed, shownLength } from './alert-named.ts'
import { type Answer, answer, type Context, table } from './command.ts'
import { UsageError } from './usage.ts'

export interface ListOptions {
  readonly state: CaseState | 'all'
  readonly rule?: Rule
  readonly unit?: string
}

/** The cases of the plan by state, rule and unit; those of reports of one reporter under one rule in one line. */
export function alertList(
  context: Context,
  { state, rule, unit }: ListOptions = { state: 'open' },
): Promise<Answer> {
  return withCases(context, (setting, cases) => {
    if (unit !== undefined) requireUnit(setting, unit)
    const chosen = cases
      .filter((one) => state === 'all' || one.state === state)
      .filter((one) => rule === undefined || one.rule === rule)
      .filter((one) => unit === undefined || one.unit_id.split('@')[0] === unit)
      .toSorted((a, b) => compare(orderOf(a), orderOf(b)))
    const length = shownLength(cases.map(({ case_id }) => case_id))
    const lines = [...together(chosen).values()].map((group) => lineOf(setting, group, length))
    return answer(
      { cases: chosen.map((one) => caseOf(setting, one)) },
      lines.length === 0 ? 'no cases' : table(HEAD, lines),
    )
  })
}

/** One case with its events. */
export function alertShow(context: Context, prefix: string): Promise<Answer> {
  return withCases(context, (setting, cases) => {
    const one = caseNamed(cases, prefix)
    const of = caseOf(setting, one)
    const events = one.events.map(({ case_id: _, facts, ...event }) => ({
      ...event,
      facts: facts === null ? null : JSON.parse(facts),
    }))
    return answer({ ...of, events }, [
      `${of.case}  ${of.rule}  ${of.state}`,
      `${of.place} (${of.unit}), ${of.target}, ${of.cycle}`,
      ...one.events.map(eventLine),
    ])
  })
}

const HEAD = ['case', 'state', 'rule', 'where', 'about', 'window', 'figure', 'since']

function orderOf(one: CaseWithEvents): string {
  const { dueBefore = '' } = factsOf(lastRaised(one.events)) as { dueBefore?: string }
  const rank = String(pressing.indexOf(one.rule as Rule)).padStart(2, '0')
  return [rank, dueBefore, one.unit_id, one.target, one.cycle].join('\n')
}

/** Cases that are told in one line. */
function together(cases: readonly CaseWithEvents[]) {
  const groups = new Map<string, [CaseWithEvents, ...CaseWithEvents[]]>()
  for (const one of cases) {
    const reporter = one.target.split('/')[1]
    const isReport = reportRules.includes(one.rule as Rule)
    const key = isReport ? [one.rule, one.state, one.unit_id, reporter].join('\n') : one.case_id
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return groups
}

function lineOf(
  setting: Setting,
  group: readonly [CaseWithEvents, ...CaseWithEvents[]],
  length: number,
): readonly string[] {
  const [one] = group
  const isReport = reportRules.includes(one.rule as Rule)
  const [, reporter = ''] = one.target.split('/')
  const { place, window, figure, since } = caseOf(setting, one)
  const forms = unique(group.map(({ target }) => target.split('/')[0] ?? ''))
  const windows = unique(group.map(({ cycle }) => cycle))
  return [
    group.map(({ case_id }) => case_id.slice(0, length)).join(' '),
    one.state,
    one.rule,
    isReport ? reporter : place,
    isReport ? forms.join(', ') : one.target,
    isReport ? windows.join(', ') : window,
    isReport ? owedOf(group) : figure,
    since,
  ]
}

/** `0/3, the first due before 2026-03-18`: how many reports are awaited, since when. */
function owedOf(group: readonly CaseWithEvents[]): string {
  const [first = ''] = group
    .flatMap(({ events }) => factsOf(lastRaised(events))['dueBefore'] ?? [])
    .map(String)
    .sort()
  const told = group.filter(({ events }) => factsOf(lastRaised(events))['later'] === 1).length
  const later = told === 0 ? '' : `, ${told} told by a later one`
  return `0/${group.length}, ${group.length > 1 ? 'the first ' : ''}due before ${first}${later}`
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort()
}

/** A case as machines read it. */
function caseOf({ places }: Setting, one: CaseWithEvents) {
  const raised = lastRaised(one.events)
  const facts = factsOf(raised)
  const unit = places.byId(one.unit_id)
  const opened = one.events.findLast(({ kind }) => kind === 'opened' || kind === 'reopened')
  return {
    case: one.case_id,
    state: one.state,
    rule: one.rule,
    unit: one.unit_id,
    place: unit === undefined ? one.unit_id : placeName(unit),
    target: one.target,
    cycle: one.cycle,
    window: raised?.window_id ?? one.cycle,
    figure: figureOf(facts),
    facts,
    since: dayOf(new Date(opened?.at ?? 0)),
  }
}

/** `3/141`, or when a report is due. */
function figureOf({ numerator, denominator, dueBefore }: Facts): string {
  if (typeof numerator === 'number' && typeof denominator === 'number')
    return `${numerator}/${denominator}`
  return typeof dueBefore === 'string' ? `due before ${dueBefore}` : ''
}

function factsOf(event: AlertEvent | null): Facts {
  return event?.facts ? (JSON.parse(event.facts) as Facts) : {}
}

function eventLine(event: AlertEvent): string {
  const said = [event.cause, event.note, event.window_id, figureOf(factsOf(event))]
  return `${event.seq}  ${event.at}  ${event.kind}  ${event.actor}  ${said.filter(Boolean).join('; ')}`.trimEnd()
}

function requireUnit({ places }: Setting, code: string): void {
  if (places.units.some((unit) => unit.code === code)) return
  throw new UsageError(`no place has the code '${code}'; see hoanhap status`)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

async function withCases(
  { site }: Context,
  work: (setting: Setting, cases: readonly CaseWithEvents[]) => Answer,
): Promise<Answer> {
  const setting = await settingOf(site)
  const ledger = await openLedgerReadOnly(site.ledger)
  try {
    const cases = await alertCases(ledger.db)
    return work(
      setting,
      cases.filter(({ plan }) => plan === setting.plan.id),
    )
  } finally {
    await ledger.close()
  }
}
