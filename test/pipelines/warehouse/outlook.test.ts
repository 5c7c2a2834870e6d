import { expect, it, onTestFinished } from 'vitest'
import { A, B, generationOf, unitOf } from '#test/support/rows.ts'
import { offence, offences, register, resident } from '#test/support/sent.ts'

const people = Array.from({ length: 300 }, (_, at) => resident(`P${at}`, '2024-05-01'))
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']
const two = ['P1', 'P2'].map((name) => offence(`V${name}`, name, A, '2026-02-05'))

it('the province’s outlook stands beside its verdict and fires when it is poor, nobody else’s does', async () => {
  const generation = await generationOf({
    communes: [A, B],
    businessDate: '2026-06-20',
    reports: months.flatMap((m) => [
      register(A, m, people),
      offences(m, m === '2026-01' ? [] : two),
    ]),
  })
  onTestFinished(() => generation.close())
  const verdicts = await generation.engine.rows(
    `select target, unit_id, code, outlook from verdict where outlook is not null`,
  )
  // Under 1 % of 300: at most 2, which have come. 1,800 person-months gone and 1,800 left: none more has the chance 0.5^2.5 = 0.177.
  expect(verdicts).toEqual([{ target: 'T02', unit_id: unitOf('24'), code: 'OK?', outlook: 'low' }])
  const fired = await generation.engine.rows(
    `select target, unit_id, cycle, facts from condition where rule = 'outlook'`,
  )
  expect(fired).toEqual([
    {
      target: 'T02',
      unit_id: unitOf('24'),
      cycle: 'adm:2026',
      facts: expect.stringContaining('"allowance":0,"class":"low","code":"OK?"'),
    },
  ])
})
