import type { Action, Submission } from './schema.ts'

/** How a submission stands after what people did to it. */
export interface Standing {
  /** The assignment by which it is read in place of what it says; the newest wins. */
  readonly assignment: Action | null
  readonly accepted: Action | null
  readonly withdrawn: Action | null
}

type Sent = Pick<Submission, 'submission_id' | 'outcome' | 'assignment'>

/**
 * What was done to a submission, act by act in order of id: a withdrawal takes back the assignment where there is one, else the submission
 * itself; an acceptance ends a withdrawal.
 */
export function standingOf(submissionId: string, actions: readonly Action[]): Standing {
  let standing: Standing = { assignment: null, accepted: null, withdrawn: null }
  for (const action of actions) {
    if (action.submission_id === submissionId) standing = after(standing, action)
  }
  return standing
}

function after(standing: Standing, action: Action): Standing {
  switch (action.kind) {
    case 'assign':
      return { ...standing, assignment: action }
    case 'accept':
      return { ...standing, accepted: action, withdrawn: null }
    case 'withdraw':
      return standing.assignment === null
        ? { ...standing, withdrawn: action }
        : { ...standing, assignment: null }
    default:
      return standing
  }
}

/** True for what was sent, and for a reading by an assignment while that is the newest and was not taken back. */
export function stands({ assignment }: Sent, actions: readonly Action[]): boolean {
  if (assignment === null) return true
  const origin = actions.find(({ id }) => id === assignment)?.submission_id ?? null
  return origin !== null && standingOf(origin, actions).assignment?.id === assignment
}

/**
 * Whether a submission counts after what people did to it: accepted and partly accepted ones do until withdrawn or assigned, a held one
 * once it is accepted, a rejected one never. Actions in order of id.
 */
export function counts(submission: Sent, actions: readonly Action[]): boolean {
  const { submission_id, outcome } = submission
  if (outcome === 'rejected' || !stands(submission, actions)) return false
  const { assignment, accepted, withdrawn } = standingOf(submission_id, actions)
  if (assignment !== null || withdrawn !== null) return false
  return outcome !== 'held' || accepted !== null
}
