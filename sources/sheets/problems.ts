import type { Problem, ProblemCode } from '../problem.ts'

type Facts = Problem['facts']
type Severity = Problem['severity']

/** A problem of the whole file. */
export function ofFile(
  code: ProblemCode,
  facts: Facts = {},
  severity: Severity = 'error',
): Problem {
  return ofSheet(null, code, facts, severity)
}

/** A problem of a sheet; `cell` where it can be pointed at. */
export function ofSheet(
  sheet: string | null,
  code: ProblemCode,
  facts: Facts = {},
  severity: Severity = 'error',
  cell: string | null = null,
): Problem {
  return { code, severity, sheet, cell, field: null, value: null, personal: false, facts }
}

export function isError(problem: Problem): boolean {
  return problem.severity === 'error'
}
