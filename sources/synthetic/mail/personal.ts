import type { Province } from '../world/province.ts'
import { deskOf } from './cover-of.ts'
import type { Delivery } from './delivery.ts'
import type { Schedule } from './schedule.ts'

/** Everything planted that may never leave vault, inbox and templates: what a search for leaks looks for. */
export interface Personal {
  readonly names: readonly string[]
  readonly nationalIds: readonly string[]
  readonly oldIds: readonly string[]
  readonly caseFiles: readonly string[]
  readonly phones: readonly string[]
  /** Numbers of notices about a person and of decisions that honour one. */
  readonly documents: readonly string[]
  readonly remarks: readonly string[]
  /** What officers typed wrongly in a cell for a number. */
  readonly mistyped: readonly string[]
}

export function personalOf(
  province: Province,
  schedule: Schedule,
  deliveries: readonly Delivery[],
): Personal {
  const { persons, exemplars, seed } = province
  const desks = schedule.sendings.map((sending) => deskOf(seed, sending))
  const slips = deliveries.flatMap((delivery) => delivery.slips)
  return Object.freeze({
    names: unique([
      ...persons.map(({ fullName }) => fullName),
      ...exemplars.filter(({ personal }) => personal).map(({ displayName }) => displayName),
      ...desks.flatMap(({ signer, preparer }) => [signer, preparer]),
    ]),
    nationalIds: unique(persons.map(({ papers }) => papers.nationalId)),
    oldIds: unique(persons.map(({ papers }) => papers.oldId)),
    caseFiles: unique(persons.map(({ caseFileNo }) => caseFileNo)),
    phones: unique(desks.map(({ phone }) => phone)),
    documents: unique([
      ...persons.map(({ notice }) => notice?.number ?? null),
      ...exemplars.map(({ decisionNo }) => decisionNo),
    ]),
    remarks: unique([
      ...persons.map(({ remark }) => remark),
      ...slips.map(({ typed }) => (typeof typed['remark'] === 'string' ? typed['remark'] : null)),
    ]),
    mistyped: unique(
      slips.map(({ typed }) => {
        const id = typed['national_id']
        return typeof id === 'string' ? id : null
      }),
    ),
  })
}

function unique(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))].toSorted()
}
