import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { sentOf, windowsBetween } from '#pipelines/handout/last-sent.ts'
import type { Submission } from '#pipelines/ledger/schema.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import { window } from '#sources/vocabulary/window.ts'

const police: Reporter = {
  id: 'police:07210',
  kind: 'police',
  name: 'Công an phường Bắc Giang',
  unitId: '07210@2025-07-01',
  standing: 'obliged',
}

function submission(window_id: string, name: string, given: Partial<Submission> = {}): Submission {
  return {
    submission_id: name,
    sha256: name,
    form: 'returnee-register',
    assignment: null,
    form_version: 1,
    sheet: '01.Danh sach',
    reporter_id: police.id,
    window_id,
    revision: 1,
    nil: 0,
    outcome: 'accepted',
    rows_read: 1,
    rows_accepted: 1,
    versions: '1',
    parsed_name: 'x',
    data_to: null,
    document_no: null,
    document_date: null,
    arrived_on: '2026-02-02',
    received_at: '2026-02-02T05:00:00.000Z',
    decided_at: '2026-02-02T05:00:00.000Z',
    ...given,
  }
}

const last = (sent: readonly Submission[], id: string) =>
  sentOf(sent).last('returnee-register', police, window(id))?.submission.submission_id

describe('the last report', () => {
  const sent = [
    submission('adm:2026-08', 'august'),
    submission('adm:2026-09', 'first of september'),
    submission('adm:2026-09', 'second of september'),
    submission('adm:2026-11', 'november'),
    submission('adm:2026-09', 'another form', { form: 'exemplar' }),
    submission('adm:2026-09', 'somebody else', { reporter_id: 'police:07246' }),
  ]

  test.each([
    ['adm:2026-10', 'second of september'],
    ['adm:2026-09', 'second of september'],
    ['adm:2026-12', 'november'],
    ['adm:2026-08', 'august'],
    ['adm:2026-07', undefined],
    // A quarter that has not ended before the month began says nothing about it.
    ['adm:2026-Q4', 'second of september'],
  ])('before or of %s is %s', (id, name) => {
    expect(last(sent, id)).toBe(name)
  })

  test('is not of the place that bore the code before 1/7/2025', () => {
    const old = [submission('cal:2025-06', 'another ward')]
    expect(last(old, 'cal:2025-07')).toBeUndefined()
    expect(last([...old, submission('cal:2025-07', 'this ward')], 'cal:2025-08')).toBe('this ward')
  })

  const months = Array.from({ length: 12 }, (_, n) => `adm:2026-${String(n + 1).padStart(2, '0')}`)

  test('is of no later window and of none nearer, whatever was sent', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...months)),
        fc.constantFrom(...months),
        (ids, asked) => {
          const found = last(
            ids.map((id) => submission(id, id)),
            asked,
          )
          expect(found).toBe(
            ids
              .filter((id) => id <= asked)
              .toSorted()
              .at(-1),
          )
        },
      ),
    ))
})

test('the windows between two reports are those for which the form was owed', () => {
  const between = (last: string | undefined, next: string) =>
    windowsBetween(bacNinh2026, police, 'returnee-register', {
      last: last === undefined ? undefined : window(last),
      window: window(next),
    })
  expect(between('adm:2026-09', 'adm:2026-10')).toEqual([])
  expect(between('adm:2026-07', 'adm:2026-10')).toEqual(['adm:2026-08', 'adm:2026-09'])
  expect(between(undefined, 'adm:2026-03')).toEqual(['adm:2026-01', 'adm:2026-02'])
  expect(between('adm:2026-10', 'adm:2026-10')).toEqual([])
})
