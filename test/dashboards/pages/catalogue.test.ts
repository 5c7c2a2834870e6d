import { expect, test } from 'vitest'
import { cataloguePage } from '#dashboards/pages/catalogue.ts'
import { catalogueOf } from '#models/catalogue/catalogue.ts'
import { sqlText } from '#pipelines/warehouse/dialect.ts'
import { edition } from '#test/support/bac-ninh-view.ts'
import { openTags, textOf } from '#test/support/markup.ts'

const page = cataloguePage(edition, catalogueOf([edition.plan], sqlText()))

test('the page holds plan, indicators and forms in three parts', () => {
  const parts = [...page.matchAll(/<h2 id="([a-z]+)">/g)].map(([, id]) => id)
  expect(parts).toEqual(['plans', 'indicators', 'forms'])
  expect(textOf(page)).toContain('Tỷ lệ người về cư trú được tư vấn, trợ giúp về tâm lý')
  expect(textOf(page)).toContain('đã được tư vấn, trợ giúp về tâm lý đến hết kỳ')
  expect(textOf(page)).toContain('p.counselled_on < p.to_date')
})

test('every link of the page leads to a place on it', () => {
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, to]) => to)
  expect(links.length).toBeGreaterThan(100)
  expect(links.filter((to) => !ids.has(to))).toEqual([])
})

test('the page is sound markup, without a script', () => {
  expect(openTags(page)).toEqual([])
  expect(page).not.toMatch(/NaN|undefined|<script| style="/)
})
