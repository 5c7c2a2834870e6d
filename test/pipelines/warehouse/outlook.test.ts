import { expect, it, onTestFinished } from 'vitest'
import { A, B, generationOf, unitOf } from '#test/support/rows.ts'
import { offence, offences, register, resident } from '#test/support/sent.ts'

const people = Array.from({ length: 300 }, (_, at) => resident(`P${at}`, '2024-05-01'))
const months = ['2026-01', '2026-02']
const one = [offence('V1', 'P1', A, '2026-01-20')]

it('the province’s outlook stands beside its verdict and fires when it is poor, nobody else’s does', async () => {
  const generation = await generationOf({
    communes: [A, B],
    businessDate: '2026-02-20',
    reports: months.flatMap((m) => [
      register(A, m, people),
      offences(m, m === '2026-01' ? [] : one),
    ]),
  })
  onTestFinished(() => generation.close())
  const verdicts = await generation.engine.rows(
    `select target, unit_id, code, outlook from verdict where outlook is not null`,
  )
  // Under 1 % of 300: at most 2, and one has come. 600 person-months are gone and 3,000 left, so that at most one more has the chance
  // (1/6)^1.5 × (1 + 1.5 × 5/6) = 0.153.
  expect(verdicts).toEqual([{ target: 'T02', unit_id: unitOf('24'), code: 'OK?', outlook: 'low' }])
  const fired = await generation.engine.rows(
    `select target, unit_id, cycle, facts from condition where rule = 'outlook'`,
  )
  expect(fired).toEqual([
    {
      target: 'T02',
      unit_id: unitOf('24'),
      cycle: 'adm:2026',
      facts: expect.stringContaining('"allowance":1,"class":"low","code":"OK?"'),
    },
  ])
})
