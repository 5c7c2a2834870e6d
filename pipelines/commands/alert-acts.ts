import type { ExplainedCause } from '#models/alerting/cause.ts'
import { alertCases, type CaseState, type Comment, comment } from '../ledger/alerts.ts'
import { openStation } from '../station.ts'
import { caseNamed, shownLength } from './alert-named.ts'
import { type Answer, answer, type Context } from './command.ts'
import { actorOf } from './decide.ts'
import { UsageError } from './usage.ts'
import { visible } from './visible.ts'

export interface ActOptions {
  readonly note: string
  readonly actor?: string
}

/** Says that somebody looks into open cases. */
export function alertAck(
  context: Context,
  prefixes: readonly string[],
  options: ActOptions,
): Promise<Answer> {
  return act(context, prefixes, 'acked', options, ['open'])
}

/** Says what is behind a case that is not closed; a later explanation stands in the place of the earlier. */
export function alertExplain(
  context: Context,
  prefix: string,
  options: ActOptions & { readonly cause: ExplainedCause },
): Promise<Answer> {
  return act(context, [prefix], 'explained', options, ['open', 'acked', 'explained'])
}

/** Closes a case on the evidence that there is; it opens again on new one. */
export function alertResolve(
  context: Context,
  prefix: string,
  options: ActOptions,
): Promise<Answer> {
  return act(context, [prefix], 'resolved', options, ['open', 'acked', 'explained'])
}

async function act(
  { site, effects }: Context,
  prefixes: readonly string[],
  kind: Comment['kind'],
  options: ActOptions & { readonly cause?: ExplainedCause },
  from: readonly CaseState[],
): Promise<Answer> {
  const note = checkedNote(options.note)
  const station = await openStation(site, effects)
  try {
    const { db } = station.ledger
    const all = await alertCases(db)
    const cases = [...new Set(prefixes.map((prefix) => caseNamed(all, prefix)))]
    const length = shownLength(all.map(({ case_id }) => case_id))
    const shown = (id: string) => id.slice(0, length)
    const wrong = cases.filter(({ state }) => !from.includes(state))
    if (wrong.length > 0)
      throw new UsageError(
        wrong.map(({ case_id, state }) => `${shown(case_id)} is ${state} already`).join('; '),
      )
    const actor = actorOf(options)
    const ids = cases.map(({ case_id }) => case_id)
    const { cause } = options
    const said = { kind, at: station.clock(), actor, note, ...(cause !== undefined && { cause }) }
    await comment(db, ids, said)
    return answer({ kind, cases: ids, cause: cause ?? null, note, actor }, [
      ...cases.map(({ case_id, rule, unit_id }) => `${kind}: ${shown(case_id)} ${rule} ${unit_id}`),
      'it shows from the next publication on: hoanhap publish',
    ])
  } finally {
    await station.close()
  }
}

const MOST = 500

/** Digits with spaces, dots, hyphens or dashes between them. */
const NUMBER = /\p{Nd}(?:[\p{Zs}._\-\u2010-\u2015]{0,3}\p{Nd})*/gu

/** An amount: groups of three after dots. */
const AMOUNT = /^[1-9]\d{0,2}(?:\.\d{3})+$/

/**
 * A note as it is kept and shown on pages, on one line. Numbers of 9 to 12 digits, however they are spaced, are those of papers and
 * telephones, and so are longer ones, which may be two: a note that holds one is refused, and the number is not repeated.
 */
export function checkedNote(text: string): string {
  const note = visible(text)
  if (note === '') throw new UsageError('the note is empty')
  if ([...note].length > MOST) throw new UsageError(`the note is longer than ${MOST} characters`)
  // Wide digits and spaces count as what they look like.
  const numbers = note.normalize('NFKC').match(NUMBER) ?? []
  if (numbers.some((number) => !AMOUNT.test(number) && isOfPaper(number)))
    throw new UsageError(
      'the note holds a number of 9 to 12 digits, as papers and telephones have; it stands on pages, so name no person in it',
    )
  return note
}

function isOfPaper(number: string): boolean {
  return number.replaceAll(/\P{Nd}/gu, '').length >= 9
}
