import type { CoverField } from '../forms/cover.ts'
import { formById } from '../forms/index.ts'
import type { Problem, ProblemCode } from '../problem.ts'
import type { Book } from '../readers/book.ts'
import { addDays } from '../vocabulary/date.ts'
import { isReporterOn, type Reporter, type ReporterId } from '../vocabulary/reporter.ts'
import { type Window, windowOf } from '../vocabulary/window.ts'
import { likeness } from './header.ts'
import type { FormSheet, Matched } from './match.ts'
import { ofFile } from './problems.ts'

/** What a person of the province says of one sheet in place of its cover: which form it is, whose, for which window. */
export interface Assigned {
  readonly form: string
  readonly reporter: ReporterId
  readonly window: string
}

/** {@link Assigned} as reporter and window that there are; null for one that there is no more. */
export interface AssignedIdentity {
  readonly reporter: Reporter | null
  readonly window: Window | null
}

export function assignedIdentity(
  { reporter, window }: Assigned,
  reporters: readonly Reporter[],
): AssignedIdentity {
  const meant = windowOf(window)
  const own = reporters.filter(({ id }) => id === reporter)
  const there = meant && own.find((each) => isReporterOn(each, addDays(meant.to, -1)))
  return { reporter: there ?? own[0] ?? null, window: meant ?? null }
}

/** A reporter or window that a person named once and that the plan does not know any more. */
export function checkAssigned(
  { reporter, window }: AssignedIdentity,
  said: Assigned,
): readonly Problem[] {
  return [
    ...(reporter === null ? [{ ...ofFile('unknown-reporter'), value: said.reporter }] : []),
    ...(window === null ? [{ ...ofFile('unknown-window'), value: said.window }] : []),
  ]
}

/** The match with the one sheet that was meant: the sheet of the form, else of those that nobody knew the one most like it. */
export function assignSheet(matched: Matched, { envelope }: Book, formId: string): Matched {
  const own = matched.forms.filter(({ form }) => form.id === formId)
  if (own.length > 0) return { ...matched, forms: own }
  const form = formById(formId)
  const [first, ...others] = matched.unknown
  if (form === undefined || first === undefined) return { ...matched, forms: [] }
  const sheet = others.reduce(
    (best, next) => (likeness(next, form) > likeness(best, form) ? next : best),
    first,
  )
  const meant: FormSheet = {
    sheet,
    form,
    version: envelope?.version ?? form.version,
    doubledBy: null,
  }
  return { ...matched, forms: [meant], unknown: matched.unknown.filter((each) => each !== sheet) }
}

const ANSWERED: readonly (CoverField | 'reporter' | 'form')[] = [
  'unit_code',
  'unit_name',
  'reporting_body',
  'window',
  'reporter',
  'form',
]

const ABOUT_IDENTITY: readonly ProblemCode[] = [
  'cover-missing',
  'no-known-form',
  'document-alone',
  'unknown-unit',
  'unknown-reporter',
  'unknown-window',
]

/**
 * The problems of cover or envelope that are left when a person has said whose report it is: what it says of unit, body, window and form
 * is of no weight any more, what else it leaves out is told and refuses nothing.
 */
export function afterAssignment(problems: readonly Problem[]): readonly Problem[] {
  return problems
    .filter(({ field }) => !ANSWERED.some((answered) => answered === field))
    .map((problem) =>
      problem.code === 'cover-field-missing' ? { ...problem, severity: 'warning' } : problem,
    )
}

/** True when a file's own words leave open whose report it is, for which window or on which form: a person may say it. */
export function leavesIdentityOpen(
  problems: readonly {
    readonly code: string
    readonly severity: string
    readonly field: string | null
  }[],
): boolean {
  return problems.some(
    ({ code, severity, field }) =>
      severity === 'error' &&
      (ABOUT_IDENTITY.some((about) => about === code) ||
        (code === 'cover-field-missing' && ANSWERED.some((answered) => answered === field))),
  )
}
