import type { Category, ReviewFigure, ReviewView, Sent } from '#dashboards/views-standing.ts'
import type { Database } from '#models/database.ts'
import { definitionsOf } from '#models/definitions.ts'
import { basisOf } from '#models/indicators/indicator.ts'
import { formById } from '#sources/forms/index.ts'
import type { Snapshot } from './snapshot.ts'
import { countedIn } from './targets.ts'

/** The reviews of the plan that have closed: who has sent what, and the tally by year and former province. */
export async function reviewViews(snapshot: Snapshot): Promise<readonly ReviewView[]> {
  const closed = new Set(snapshot.reviews.map(({ window_id }) => window_id))
  const reviews = (snapshot.setting.plan.windows.reviews ?? []).filter(({ window }) =>
    closed.has(window),
  )
  if (reviews.length === 0) return []
  const values = await valuesApart(snapshot)
  return reviews.map((review) => ({
    review,
    forms: formsOf(snapshot, review.window),
    figures: figuresOf(snapshot, values, review.window),
  }))
}

function valuesApart({ db, provinceId, reviews }: Snapshot) {
  return db
    .selectFrom('value')
    .selectAll()
    .where('map', '=', 'then')
    .where('unit_id', '=', provinceId)
    .where('breakdown', 'in', ['year', 'old_province'])
    .where(
      'window_id',
      'in',
      reviews.map(({ window_id }) => window_id),
    )
    .orderBy('category')
    .execute()
}

function formsOf(snapshot: Snapshot, windowId: string): ReviewView['forms'] {
  const expected = snapshot.expected.filter(({ window_id }) => window_id === windowId)
  const forms = [...new Set(expected.map(({ form }) => form))].sort((a, b) =>
    (formById(a)?.number ?? a).localeCompare(formById(b)?.number ?? b),
  )
  return forms.map((form) => {
    const own = expected.filter((report) => report.form === form)
    const isCommittee = ({ reporter_id }: (typeof own)[number]) =>
      reporter_id.startsWith('committee:')
    return {
      formNumber: formById(form)?.number ?? form,
      formTitle: formById(form)?.title ?? form,
      committees: sentOf(snapshot, own.filter(isCommittee)),
      agencies: sentOf(
        snapshot,
        own.filter((report) => !isCommittee(report)),
      ),
    }
  })
}

function sentOf(snapshot: Snapshot, reports: Snapshot['expected']): Sent {
  const missing = reports.filter(({ arrived_on }) => arrived_on === null)
  return {
    sent: reports.length - missing.length,
    expected: reports.length,
    missing: missing.map(
      ({ reporter_id, unit_id }) => snapshot.reporterOf(reporter_id, unit_id)?.name ?? reporter_id,
    ),
  }
}

function figuresOf(
  snapshot: Snapshot,
  values: readonly Database['value'][],
  windowId: string,
): readonly ReviewFigure[] {
  return definitionsOf(snapshot.setting.plan)
    .filter((definition) => basisOf(definition) === 'tally')
    .flatMap((definition) => {
      const own = values.filter(
        (value) => value.window_id === windowId && value.definition_id === definition.id,
      )
      const byYear = categories(own, 'year')
      if (byYear.length === 0) return []
      const whole = countedIn(snapshot, definition, windowId)
      return [{ definition, whole, byYear, byProvince: categories(own, 'old_province') }]
    })
}

function categories(own: readonly Database['value'][], breakdown: string): readonly Category[] {
  return own
    .filter((value) => value.breakdown === breakdown)
    .map(({ category, numerator, denominator }) => ({ category, numerator, denominator }))
}
