import { readFileSync, writeFileSync } from 'node:fs'
import { barAgainstTarget } from './charts/bar-against-target.ts'
import { tileMap } from './charts/tile-map.ts'
import { trend } from './charts/trend.ts'
import { svg } from './render/svg.ts'

const rows = readFileSync('/work/shared/reference/communes.csv', 'utf8')
  .split('\n')
  .map((l) => l.split(','))
  .filter((r) => r[3] === '24')
const codes = ['OK', 'OK?', 'OPEN', 'NUM', 'SIG', 'MISS', 'DQ', 'ND', 'NA'] as const
const m = tileMap.spec(
  rows.map((r, i) => ({
    name: r[1]!,
    column: +r[4]!,
    row: +r[5]!,
    code: codes[i % 9]!,
    figure: i % 3 ? '3/45' : '',
  })),
  { width: 720 },
)
const b = barAgainstTarget.spec(
  [
    {
      label: 'Tiếp nhận, quản lý',
      numerator: 120,
      denominator: 141,
      interval: null,
      goal: [100, 100],
      text: '120/141 (85,1 %)',
    },
    {
      label: 'Tư vấn tâm lý',
      numerator: 0,
      denominator: 0,
      interval: null,
      goal: [100, 100],
      text: 'Không phát sinh đối tượng',
    },
    {
      label: 'Mô hình',
      numerator: 99,
      denominator: 99,
      interval: [0.9, 1],
      goal: [30, 100],
      text: '99/99',
    },
  ],
  { width: 520, labelWidth: 150, textWidth: 140 },
)
const b2 = barAgainstTarget.spec(
  [
    {
      label: '',
      numerator: 30,
      denominator: 5112,
      interval: [0.004, 0.0083],
      goal: [1, 100],
      text: '',
    },
  ],
  { width: 320, labelWidth: 0, textWidth: 0 },
)
const t = trend.spec(
  [1, 2, 3, 4, 5, 7, 8, 9].map((k) => ({
    windowId: k === 1 ? 'adm:2026-01' : k === 3 ? 'adm:2026-Q1' : `adm:2026-${k}M`,
    numerator: k === 4 ? null : k * 3,
    denominator: 5000,
  })),
  { width: 320, height: 120, goal: [1, 100], goalText: 'dưới 1 %', pace: true, lastText: '0,54 %' },
)
let out = '<meta charset=utf8><body style="font-family:Be Vietnam Pro">'
for (const s of [m, b, b2, t]) {
  const x = svg(s, 'thử')
  console.log(x.length, /id="/.test(x), /clip/.test(x))
  out += x + '<br><br>'
}
writeFileSync('/tmp/shots/c.html', out)
const t0 = performance.now()
for (let i = 0; i < 50; i++) svg(t, 'x')
console.log((performance.now() - t0) / 50)
const t1 = performance.now()
for (let i = 0; i < 10; i++) svg(m, 'x')
console.log((performance.now() - t1) / 10)
