import type { IssueState } from '../ledger/schema.ts'

/** What may follow on a state, and how: the step of `hoanhap issue`, or what is said of a draft. */
const NEXT: Readonly<Record<IssueState, Partial<Record<IssueState, string>>>> = Object.freeze({
  draft: { submitted: 'submit', draft: 'draft' },
  submitted: { approved: 'approve', draft: 'draft --reason …' },
  approved: { issued: 'sign --number … --date … --signer …', draft: 'draft --reason …' },
  issued: { corrected: 'correct --reason …' },
  corrected: {},
})

/** True when a document may go from one state to the other; null is one that does not exist yet. */
export function mayFollow(from: IssueState | null, to: IssueState): boolean {
  return from === null ? to === 'draft' : NEXT[from][to] !== undefined
}

/** What can be done with a document of a window: `next: hoanhap issue submit --window adm:2026-09; or …`. */
export function nextWords(state: IssueState | null, window: string): string {
  const steps = state === null ? ['draft'] : Object.values(NEXT[state])
  if (steps.length === 0) return 'nothing follows'
  return `next: ${steps.map((step) => `hoanhap issue ${step} --window ${window}`).join('; or ')}`
}

/** True where a new draft undoes what somebody has agreed to, which asks for a reason. */
export function asksForReason(state: IssueState | null): boolean {
  return state === 'submitted' || state === 'approved'
}
