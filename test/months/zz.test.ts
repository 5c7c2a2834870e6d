import { expect, it } from 'vitest'
import { writeFileSync } from 'node:fs'
import { delivered, differences } from '../support/proof.ts'

it('x', async () => {
  const order = JSON.parse(process.env['ORDER'] ?? '{}')
  const world = await delivered(order)
  const measured = await world.measured().finally(() => world.remove())
  const d = differences(world.expected, measured)
  writeFileSync('/tmp/d2diff.json', JSON.stringify(d, null, 1))
  for (const x of d) {
    console.log(x.kind, 'missing', x.missing.length, 'unexpected', x.unexpected.length)
    const by = new Map<string, number>()
    for (const [k, ls] of [['missing', x.missing], ['unexpected', x.unexpected]] as const) for (const l of ls) { const n = k + ' ' + l.split(' · ')[0]; by.set(n, (by.get(n) ?? 0) + 1) }
    console.log([...by].sort().map(([a, b]) => `${b} ${a}`).join('\n'))
  }
  console.log('values', measured.value.length, world.expected.value.length)
  expect(d.length).toBe(0)
}, 300000)
