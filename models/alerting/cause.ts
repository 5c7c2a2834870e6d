/**
 * Why data close a case.
 *
 * - `corrected`: the figure of its last evidence reads otherwise, by submissions that came or went · `later-window`: a new window no longer
 *   shows it · `superseded`: another rule fires for the same target and place · `rejudged`: the same data are judged otherwise
 * - `closed`: its cycle is over, which does not mean that it was put right
 * - `arrived`: what was awaited came · `extended`: more time was given · `passed`: the day of a reminder is over, and another case goes on ·
 *   `not-owed`: it is not expected any more
 * - `restored`: what was issued reads as issued again · `reissued`: a newer document was issued
 */
export const dataCauses = [
  'corrected',
  'later-window',
  'superseded',
  'rejudged',
  'closed',
  'arrived',
  'extended',
  'passed',
  'not-owed',
  'restored',
  'reissued',
] as const

export type DataCause = (typeof dataCauses)[number]

/** What a person finds behind a case; what else there is to say stands in the note. */
export const explainedCauses = [
  'data-error',
  'real-change',
  'amnesty',
  'reform',
  'late-report',
  'other',
] as const

export type ExplainedCause = (typeof explainedCauses)[number]
