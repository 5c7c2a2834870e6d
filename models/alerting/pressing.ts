import type { Rule } from './condition.ts'

/** The rules as a leader reads them, most pressing first: figures before reports, what is certain before what is foretold. */
export const pressing: readonly Rule[] = [
  'missed',
  'signal',
  'suspect',
  'restated',
  'outlook',
  'off',
  'incomplete',
  'overdue',
  'reminder-requested',
  'due-soon',
]
