import { mkdirSync, writeFileSync, copyFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { assets } from '#dashboards/pages/assets.ts'
import { leadershipMonth } from '#dashboards/pages/leadership-month.ts'
import { communePage } from '#dashboards/pages/commune.ts'
import { indexPage } from '#dashboards/pages/index-page.ts'
import { communeView, edition, month } from '#test/support/bac-ninh-view.ts'
const out = '/tmp/shots/out'
mkdirSync(`${out}/assets`, { recursive: true }); mkdirSync(`${out}/communes`, { recursive: true })
for (const a of assets) 'text' in a.content ? writeFileSync(`${out}/${a.path}`, a.content.text) : copyFileSync(fileURLToPath(import.meta.resolve(a.content.copyOf)), `${out}/${a.path}`)
let t = performance.now(); writeFileSync(`${out}/month.html`, leadershipMonth(month)); console.log('month', performance.now() - t)
t = performance.now()
for (let i = 0; i < 99; i++) { const v = communeView(i); writeFileSync(`${out}/communes/${v.unit.code}.html`, communePage(v)) }
console.log('99 communes', performance.now() - t)
writeFileSync(`${out}/index.html`, indexPage({ edition, communes: month.maps[0]!.tiles.map((x) => ({ code: x.code, name: 'xã ' + x.name, verdict: x.verdict })), files: [{ path: 'alerts.txt', title: 'Cảnh báo' }] }))
