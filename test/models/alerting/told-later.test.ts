import { describe, expect, it } from 'vitest'
import { conditionsOf } from '#models/alerting/conditions.ts'
import { toDate } from '#models/alerting/told-later.ts'
import type { ExpectedReport } from '#models/measured.ts'
import { forms } from '#sources/forms/index.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'

const police = (id: `police:${string}`): Reporter => ({
  ...{ id, kind: 'police', name: 'Công an', standing: 'obliged' },
  unitId: `${id.split(':')[1] as '07210'}@2025-07-01`,
})
const reporters = [police('police:07210'), police('police:07213')]

const report = (
  windowId: string,
  dueBefore: CalendarDate,
  arrivedOn: CalendarDate | null,
  more: Partial<ExpectedReport> = {},
): ExpectedReport => ({
  ...{ form: 'returnee-register', reporterId: 'police:07210', windowId, dueBefore, arrivedOn },
  ...{ basis: 'directive', reference: 'theo hướng dẫn', ...more },
})

/** The stage of January's report, missing, and whether another report tells of it, as on 20/9/2026. */
function january(another: ExpectedReport, more: Partial<ExpectedReport> = {}) {
  const missing = report('adm:2026-01', '2026-01-18', null, more)
  const fired = conditionsOf('p', [], [missing, another], reporters, '2026-09-20')
  const own = fired.find(({ rule, cycle }) => rule === 'overdue' && cycle === 'adm:2026-01')
  const { stage, later } = JSON.parse(own?.facts ?? '{}')
  return { stage, later, hash: own?.evidence_hash }
}

const march = report('adm:2026-03', '2026-03-18', '2026-03-15')

describe('a missing register', () => {
  it('is told by a later one of the year, which is evidence of its own', () => {
    const alone = january(report('adm:2026-03', '2026-03-18', null))
    const told = january(march)
    expect(alone).toMatchObject({ stage: 3, later: undefined })
    expect(told).toMatchObject({ stage: 3, later: 1 })
    expect(told.hash).not.toBe(alone.hash)
  })

  it.each<[string, ExpectedReport]>([
    ['an earlier one', report('adm:2025-12', '2025-12-18', '2025-12-16')],
    ['one of the next year', report('adm:2027-01', '2027-01-18', '2026-09-01')],
    ['one that came before January was over', { ...march, arrivedOn: '2026-01-12' }],
    ['one that is not there yet', { ...march, arrivedOn: '2026-09-21' }],
    ["another's", { ...march, reporterId: 'police:07213' }],
    ['another form', { ...march, form: 'reoffence' }],
  ])('is not told by %s', (_, another) => {
    expect(january(another).later).toBeUndefined()
  })

  it.each(['tally', 'pre-release', 'release-notice', 'community-sentence', 'credit'])(
    'is no list to date where the form is %s',
    (form) => {
      expect(january({ ...march, form }, { form }).later).toBeUndefined()
    },
  )
})

it('a form that says of itself that it runs from the start of the year is one', () => {
  const named = forms.filter(({ subtitle }) => /lũy kế/.test(subtitle ?? '')).map(({ id }) => id)
  expect(named).toEqual(['communication'])
  for (const id of named) expect(toDate).toContain(id)
})
