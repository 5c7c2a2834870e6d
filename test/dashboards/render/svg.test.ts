import { expect, it } from 'vitest'
import { barAgainstTarget } from '#dashboards/charts/bar-against-target.ts'
import { svg } from '#dashboards/render/svg.ts'
import { barRows } from '#test/support/chart-rows.ts'

const spec = barAgainstTarget.spec(barRows, {
  width: 640,
  labelWidth: 240,
  textWidth: 160,
  axis: true,
})

it('draws the same bytes twice and leaves the specification alone', () => {
  const before = structuredClone(spec)
  expect(svg(spec, 'một')).toBe(svg(spec, 'một'))
  expect(spec).toEqual(before)
})

it('escapes what labels and descriptions carry', () => {
  const picture = svg(spec, 'a "b" <script>')
  expect(picture).toContain('aria-label="a &quot;b&quot; &lt;script&gt;"')
  expect(picture).toContain('&lt;b&gt;ổn định&lt;/b&gt; &amp; "a.b"')
  expect(picture).not.toContain('<b>')
})

it('holds no ids, styles, scripts or links, so that many stand in one page under a strict policy', () => {
  expect(svg(spec, 'x')).not.toMatch(/ id=| style=|<script|<a |href|url\(/)
})

it('is drawn by estimated widths: no number has more than three decimals', () => {
  expect(svg(spec, 'x')).not.toMatch(/\d\.\d{4}/)
})

it.each(['file:///etc/hostname', '/etc/hostname', 'https://example.org/rows.json'])(
  'refuses to load %s',
  (url) => {
    expect(() =>
      svg({ data: { url }, mark: 'point', encoding: {}, width: 10, height: 10 } as never, 'x'),
    ).toThrow(/charts carry their data/)
  },
)

it('turns a warning into an error', () => {
  const wrong = {
    data: { values: [{ a: 1 }] },
    mark: 'bar',
    encoding: { x: { field: 'a', type: 'ordinal', scale: { type: 'log' } } },
    width: 10,
    height: 10,
  }
  expect(() => svg(wrong as never, 'x')).toThrow(/Vega: /)
})
