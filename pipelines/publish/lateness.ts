import type { ArrivalsView } from '#dashboards/views-standing.ts'
import { arrivalCounts } from '#models/arrivals.ts'
import { latenessOf } from '#models/judgement/lateness.ts'
import { formById } from '#sources/forms/index.ts'
import type { Snapshot } from './snapshot.ts'

/** How late the reports of each form come, by its number; those who must send it before those who are asked. */
export async function arrivalViews({ db, meta }: Snapshot): Promise<readonly ArrivalsView[]> {
  const counts = await arrivalCounts(db).execute()
  return latenessOf(counts, meta.business_date)
    .map((lateness) => ({
      ...lateness,
      formNumber: formById(lateness.form)?.number ?? lateness.form,
      formTitle: formById(lateness.form)?.title ?? lateness.form,
    }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function keyOf({ formNumber, standing }: ArrivalsView): string {
  return `${standing === 'obliged' ? 0 : 1} ${formNumber}`
}
