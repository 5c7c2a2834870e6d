import type { AlertView, CaseEventView } from '../views.ts'
import { withheld } from '../words.ts'

/** Counts below this tell of single persons; nobody outside the province's own roles is told one. */
export const FEWEST = 5

/** An alert without what persons wrote of it: a free text may name somebody, and a letter leaves the house. */
export function withoutNotes(alert: AlertView): AlertView {
  return {
    ...alert,
    note: null,
    ...historyOf(alert, (event) => (isPersons(event) ? bare(event) : event)),
  }
}

/**
 * An alert as somebody outside the province's own roles may read it, as long as no gate decides figure by figure.
 *
 * A figure whose numerator, denominator or difference of the two is below {@link FEWEST} is withheld whole: its share gives the count back,
 * and so does everything that follows from it (strength of the evidence, what is still allowed). What is copied is listed field by field,
 * so that a new one stays inside until somebody decides.
 */
export function disclosed(alert: AlertView): AlertView {
  const { report, numerator, denominator } = alert
  const told = report === null && mayBeTold(alert)
  return {
    caseId: alert.caseId,
    rule: alert.rule,
    target: alert.target,
    ...(alert.unitId === undefined ? {} : { unitId: alert.unitId }),
    unitName: alert.unitName,
    windowId: alert.windowId,
    numerator: told ? numerator : null,
    denominator: told ? denominator : null,
    strength: null,
    covered: alert.covered,
    expected: alert.expected,
    report,
    finding: report !== null || told ? null : withheld,
    state: alert.state,
    fires: alert.fires,
    openedOn: alert.openedOn,
    resolvedOn: alert.resolvedOn,
    note: null,
    ...(report === null ? {} : { facts: pressingOf(alert) }),
    ...historyOf(alert, bare),
  }
}

/** How often a report was asked for, whether a later one tells of it, whether the leave of the year is known; nothing of persons. */
const PRESSING = ['stage', 'later', 'leaveKnown']

function pressingOf({ facts = {} }: AlertView) {
  const told = Object.entries(facts).filter(([name]) => PRESSING.includes(name))
  return Object.fromEntries(told)
}

function historyOf({ history }: AlertView, as: (event: CaseEventView) => CaseEventView) {
  return history === undefined ? {} : { history: history.map(as) }
}

function isPersons({ actor }: CaseEventView): boolean {
  return actor !== null
}

/** What happened when and why; without who, texts and figures. */
function bare({ kind, on, cause, windowId }: CaseEventView): CaseEventView {
  return { kind, on, cause, windowId, actor: null, note: null, numerator: null, denominator: null }
}

function mayBeTold({ target, numerator, denominator, finding }: AlertView): boolean {
  if (target === null || numerator === null || denominator === null || finding !== null)
    return false
  if (target.indicator.sensitivity === 'public') return true
  return Math.min(numerator, denominator, denominator - numerator) >= FEWEST
}
