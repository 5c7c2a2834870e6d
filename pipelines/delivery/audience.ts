import type { Rule } from '#models/alerting/condition.ts'
import type { Contact, Role } from '../ledger/contacts.ts'
import type { Audience } from '../ledger/schema.ts'

/** What decides who is told of a case. */
export interface About {
  readonly rule: Rule
  /** It is about the province itself, not about a place in it. */
  readonly isProvince: boolean
  /** Of a report: who owes it, or is asked for it. */
  readonly reporterId: string | null
  /** Of a place: those who report of it alone, its police and committee. */
  readonly locals: readonly string[]
  /** How often an overdue report was reminded of. */
  readonly stage: number
  /** A later report of the same year tells of the one that is overdue. */
  readonly later: boolean
  readonly strength: 'strong' | 'moderate' | null
}

type Who = 'analyst' | 'leadership' | 'ministry' | 'sender' | 'locals'
type When = (about: About) => boolean

const always: When = () => true
const never: When = () => false
const province: When = ({ isProvince }) => isProvince
/** Of a year of which a later report tells nothing is missed: no leader need press for it. */
const isMissed: When = ({ stage, later }) => stage >= LEADERSHIP_STAGE && !later

/** From this reminder on the leadership is told that a report is missing, and everybody at once from the one before. */
const LEADERSHIP_STAGE = 3
const URGENT_STAGE = 2

/**
 * Who is told of what. The sender is the reporter whose report it is, locals the police and the committee of the place; the operator is
 * told of no case at all.
 */
const told: Readonly<Record<Rule, Readonly<Record<Who, When>>>> = {
  missed: row(always, always, province, never, always),
  signal: row(always, province, never, never, always),
  off: row(always, province, never, never, always),
  outlook: row(always, province, province, never, always),
  'due-soon': row(always, never, never, always, never),
  overdue: row(always, isMissed, never, always, never),
  'reminder-requested': row(always, never, never, always, never),
  incomplete: row(always, never, never, never, always),
  suspect: row(always, never, never, never, always),
  restated: row(always, always, never, never, always),
}

function row(analyst: When, leadership: When, ministry: When, sender: When, locals: When) {
  return { analyst, leadership, ministry, sender, locals }
}

/** The contacts that are told of a case. */
export function contactsFor(about: About, contacts: readonly Contact[]): readonly Contact[] {
  const rule = told[about.rule]
  return contacts.filter(({ role, reporter_id }) => {
    if (reporter_id !== null)
      return (
        (reporter_id === about.reporterId && rule.sender(about)) ||
        (about.locals.includes(reporter_id) && rule.locals(about))
      )
    return role !== null && role !== 'operator' && rule[role as Exclude<Role, 'operator'>](about)
  })
}

/** Whether it leaves at once: what can no longer be met, what chance hardly explains, what was reminded of in vain. */
export function urgencyOf({ rule, strength, stage, later }: About): 'now' | 'digest' {
  if (rule === 'missed' || (rule === 'signal' && strength === 'strong')) return 'now'
  return rule === 'overdue' && stage >= URGENT_STAGE && !later ? 'now' : 'digest'
}

/** By whose eyes a text for a contact is written. */
export function audienceOf({ role, reporter_id }: Contact): Audience {
  if (reporter_id !== null) return 'reporter'
  if (role === 'ministry' || role === 'operator') return role
  return 'province'
}
