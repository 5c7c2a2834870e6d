import type { ReporterId } from '#sources/vocabulary/reporter.ts'
import type { Obligation, Sender } from './plan.ts'

/** Whether a reporter is one of the senders: named by its id, or of a kind that is. */
export function isAmong(senders: readonly Sender[], reporter: ReporterId): boolean {
  return senders.some((sender) => sender === reporter || reporter.startsWith(`${sender}:`))
}

/** Whether the plan's text asks the reporter for it: one of those who send, and not excepted. */
export function isAsked(
  { who, except }: Pick<Obligation, 'who' | 'except'>,
  reporter: ReporterId,
): boolean {
  return isAmong(who, reporter) && !except.includes(reporter)
}
