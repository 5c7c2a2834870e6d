import { expect, it } from 'vitest'
import { type Finding, ofFindings } from '#models/alerting/of-finding.ts'

const finding = (more: Partial<Finding>): Finding => ({
  rule: 'register-jump',
  unit_id: '07210@2025-07-01',
  window_id: 'adm:2026-03',
  subject: 'returnee-register',
  owner: 'reporter',
  severity: 'error',
  left_n: 10,
  right_n: 16,
  facts: '{"unexplained":6,"came":0,"gone":0}',
  ...more,
})

const fired = (...findings: readonly Finding[]) => ofFindings('bac-ninh-2026', findings)

it('an error fires at its place, for its rule and subject and plan year, with all that a sentence needs', () => {
  const [one, ...others] = fired(finding({}))
  expect(others).toEqual([])
  expect(one).toMatchObject({
    rule: 'suspect',
    plan: 'bac-ninh-2026',
    target: 'register-jump/returnee-register',
    unit_id: '07210@2025-07-01',
    cycle: 'adm:2026',
    window_id: 'adm:2026-03',
  })
  expect(JSON.parse(one?.facts ?? '')).toEqual({
    rule: 'register-jump',
    subject: 'returnee-register',
    window: 'adm:2026-03',
    left: 10,
    right: 16,
    owner: 'reporter',
    unexplained: 6,
    came: 0,
    gone: 0,
  })
})

it('a warning fires nothing', () => {
  expect(fired(finding({ severity: 'warning' }))).toEqual([])
})

it('one case a year, with its newest window; of two that close together with the shorter; whatever the order', () => {
  const [march, quarter, february] = [
    finding({ window_id: 'adm:2026-03', left_n: 1 }),
    finding({ window_id: 'adm:2026-Q1', left_n: 2 }),
    finding({ window_id: 'adm:2026-02', left_n: 3 }),
  ]
  const one = fired(march, quarter, february)
  expect(one.map(({ window_id }) => window_id)).toEqual(['adm:2026-03'])
  expect(fired(february, quarter, march)).toEqual(one)
})

it('another year, place, subject or rule is another case', () => {
  const cases = fired(
    finding({}),
    finding({ window_id: 'adm:2025-12' }),
    finding({ unit_id: '07246@2025-07-01' }),
    finding({ subject: 'other' }),
    finding({ rule: 'no-movement' }),
  )
  expect(new Set(cases.map((c) => [c.target, c.unit_id, c.cycle].join())).size).toBe(5)
})

it('what the others lead one to expect of a place is no evidence, and stands in the sentence', () => {
  const quiet = { rule: 'no-movement', subject: 'left', left_n: 0 }
  const [five] = fired(finding({ ...quiet, right_n: 5 }))
  const [six] = fired(finding({ ...quiet, right_n: 6 }))
  expect(six?.evidence_hash).toBe(five?.evidence_hash)
  expect(JSON.parse(six?.facts ?? '')).toMatchObject({ left: 0, right: 6 })
  const [next] = fired(finding({ ...quiet, right_n: 6, window_id: 'adm:2026-04' }))
  expect(next?.evidence_hash).not.toBe(six?.evidence_hash)
})

it('other numbers are other evidence, the sentence’s further facts are none', () => {
  const hash = (more: Partial<Finding>) => fired(finding(more))[0]?.evidence_hash
  expect(hash({ right_n: 17 })).not.toBe(hash({}))
  expect(hash({ window_id: 'adm:2026-04' })).not.toBe(hash({}))
  expect(hash({ facts: '{"unexplained":6,"came":1,"gone":1}' })).toBe(hash({}))
})
