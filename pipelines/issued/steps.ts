import type { IssueState } from '../ledger/schema.ts'

/** What may follow on a state, and the command that does it. */
const NEXT: Readonly<Record<IssueState, Partial<Record<IssueState, string>>>> = Object.freeze({
  draft: { submitted: 'hoanhap issue submit', draft: 'hoanhap issue (a new draft in its place)' },
  submitted: {
    approved: 'hoanhap issue approve',
    draft: 'hoanhap issue … --reason … (a new draft in its place)',
  },
  approved: {
    issued: 'hoanhap issue sign --number … --date … --signer …',
    draft: 'hoanhap issue … --reason … (a new draft in its place)',
  },
  issued: { corrected: 'hoanhap issue correct --reason … (a corrected edition)' },
  corrected: {},
})

/** True when a document may go from one state to the other; null is one that does not exist yet. */
export function mayFollow(from: IssueState | null, to: IssueState): boolean {
  return from === null ? to === 'draft' : NEXT[from][to] !== undefined
}

/** What can be done with a document: `next: hoanhap issue submit; or …`. */
export function nextWords(state: IssueState | null): string {
  if (state === null) return 'next: hoanhap issue (a draft)'
  const steps = Object.values(NEXT[state])
  return steps.length === 0 ? 'nothing follows' : `next: ${steps.join('; or ')}`
}

/** True where a new draft undoes what somebody has agreed to, which asks for a reason. */
export function asksForReason(state: IssueState | null): boolean {
  return state === 'submitted' || state === 'approved'
}
