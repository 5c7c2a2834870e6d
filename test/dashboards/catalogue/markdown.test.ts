import { expect, test } from 'vitest'
import { code, facts, joined, list, sql, table, text } from '#dashboards/catalogue/article.ts'
import { markdown } from '#dashboards/catalogue/markdown.ts'

test('an article becomes Markdown that says the same', () => {
  const article = {
    path: 'forms/a',
    title: 'Biểu <a>',
    blocks: [
      facts([
        ['Mã', code('a_b')],
        ['Trống', null],
      ]),
    ],
    sections: [
      {
        heading: 'Phần',
        blocks: [
          text('một | hai * ba'),
          table(['Cột', 'Kế hoạch'], [['a|b', { text: 'Số 1', to: 'plans/p' }]]),
          list([joined([code('x|y'), 'sau'], '; ')]),
          sql('select 1'),
        ],
      },
    ],
  }
  expect(markdown(article, 'made')).toBe(`# Biểu \\<a\\>

<!-- made -->

- **Mã**: \`a_b\`

## Phần

một \\| hai \\* ba

| Cột | Kế hoạch |
| --- | --- |
| a\\|b | [Số 1](../plans/p.md) |

- \`x\\|y\`; sau

\`\`\`sql
select 1
\`\`\`
`)
})
