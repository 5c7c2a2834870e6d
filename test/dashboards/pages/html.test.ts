import fc from 'fast-check'
import { expect, it } from 'vitest'
import { each, html, raw } from '#dashboards/pages/html.ts'

it('escapes texts, inside elements and attributes', () => {
  const name = `<script>"x" & 'y'</script>`
  expect(html`<td title="${name}">${name}</td>`.markup).toBe(
    '<td title="&lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/script&gt;">&lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/script&gt;</td>',
  )
})

it('inserts pieces and lists of pieces, and drops what is not there', () => {
  const rows = ['a', 'b<'].map((name) => html`<li>${name}</li>`)
  expect(html`<ul>${rows}${null}${undefined}${false}${0}</ul>`.markup).toBe(
    '<ul><li>a</li><li>b&lt;</li>0</ul>',
  )
  expect(each([1, 2], (n, index) => html`${index}:${n} `).markup).toBe('0:1 1:2 ')
  expect(html`${raw('<svg/>')}`.markup).toBe('<svg/>')
})

it('lets no text become markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const inside = html`<p>${text}</p>`.markup.slice(3, -4)
      expect(inside).not.toMatch(/[<>"']/)
      expect(inside.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&')
    }),
  )
})
