import { describe, expect, test } from 'vitest'
import type { Database } from '#models/database.ts'
import { type Extension, extended } from '#models/plans/extension.ts'

const owed: Database['obligation'] = {
  plan: 'bac-ninh-2026',
  form: 'exemplar',
  unit_id: '07210@2025-07-01',
  reporter_id: 'committee:07210',
  window_id: 'adm:2026-Q1',
  due_before: '2026-03-15',
  basis: 'clause',
  reference: 'IV.2',
}
const other = { ...owed, window_id: 'adm:2026-Q2', due_before: '2026-06-15' } as const
const to = (until: Extension['until']): Extension => ({
  form: 'exemplar',
  reporter: 'committee:07210',
  window: 'adm:2026-Q1',
  until,
})

describe('more time for a report', () => {
  test('makes the day after the last one the first that is late, and says so', () => {
    expect(extended([owed, other], [to('2026-03-20')])).toEqual([
      { ...owed, due_before: '2026-03-21', reference: 'IV.2, được gia hạn đến hết ngày 20/3/2026' },
      other,
    ])
  })

  test('is what was given last', () => {
    const [found] = extended([owed], [to('2026-03-31'), to('2026-03-20')])
    expect(found?.due_before).toBe('2026-03-21')
  })

  test('is none on the day of the plan itself, or before', () => {
    expect(extended([owed], [to('2026-03-20'), to('2026-03-14')])).toEqual([owed])
    expect(extended([owed], [to('2026-03-01')])).toEqual([owed])
  })
})
