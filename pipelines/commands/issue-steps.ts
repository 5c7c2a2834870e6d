import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { requireFrozen } from '../issued/manifest.ts'
import { type IssueDocument, issueDocuments, type NewIssue } from '../ledger/issues.ts'
import type { IssueState } from '../ledger/schema.ts'
import type { Station } from '../station.ts'
import type { Answer, Context } from './command.ts'
import { actorOf } from './decide.ts'
import {
  entered,
  type IssueOptions,
  isEmpty,
  requireStep,
  type Signed,
  unsigned,
  withNewest,
} from './issue.ts'
import { UsageError } from './usage.ts'

export interface SignOptions extends IssueOptions {
  readonly number: string
  /** Day of the signed document. */
  readonly date: CalendarDate
  readonly signer: string
}

/** Hands a draft over for approval. */
export function issueSubmit(context: Context, options: IssueOptions): Promise<Answer> {
  return stepTo('submitted', context, options)
}

/** Approves what was submitted. */
export function issueApprove(context: Context, options: IssueOptions): Promise<Answer> {
  return stepTo('approved', context, options)
}

/** Enters number, day and signer of the signed document, which is issued by that; one that it corrects is corrected by that. */
export function issueSign(context: Context, options: SignOptions): Promise<Answer> {
  return stepTo('issued', context, options, async (station, { last }) => {
    const { number, date, signer } = options
    for (const [name, value] of Object.entries({ number, signer }))
      if (isEmpty(value)) throw new UsageError(`an issued document has a ${name}: --${name} …`)
    if (date < last.business_date) {
      const said = `a document of ${date} cannot tell of figures of ${last.business_date}`
      throw new UsageError(`${said}; --date is the day on which it is signed`)
    }
    await requireUnused(station, number.trim(), date)
    return { number: number.trim(), date, signer: signer.trim() }
  })
}

/** One step on; what is agreed to is what lies frozen, to the last byte. */
function stepTo(
  state: IssueState,
  context: Context,
  options: IssueOptions,
  signed: (station: Station, document: IssueDocument) => Promise<Signed> = async () => unsigned,
): Promise<Answer> {
  return withNewest(context, options, async (station, of, newest, all) => {
    const document = requireStep(newest, of, state)
    const step: NewIssue = { ...frozenOf(document), ...(await signed(station, document)), state }
    await requireFrozen(station.site.issued, document.last)
    const before = all.find((each) => each.document === document.corrects)
    const steps: NewIssue[] = [step]
    if (state === 'issued' && before !== undefined) {
      const corrected = frozenOf(requireStep(before, of, 'corrected'))
      steps.push({ ...corrected, state: 'corrected', reason: document.last.reason })
    }
    return entered(station, document.document, steps, actorOf(options))
  })
}

/** What a further step repeats of the document. */
function frozenOf({ last }: IssueDocument): NewIssue {
  const { seq, at, actor, ...frozen } = last
  return { ...frozen, ...unsigned }
}

/** Numbers begin anew each year (Nghị định 30/2020/NĐ-CP, Điều 15 khoản 1): within one, none is given twice. */
async function requireUnused({ ledger }: Station, number: string, date: CalendarDate) {
  const twice = (await issueDocuments(ledger.db)).find(
    ({ issued }) => issued?.number === number && issued.date?.slice(0, 4) === date.slice(0, 4),
  )
  if (twice === undefined) return
  const { document, window, plan } = twice
  throw new UsageError(
    `number ${number} of ${date.slice(0, 4)} is that of document ${document} of ${window}, plan '${plan}'; each document has its own`,
  )
}
