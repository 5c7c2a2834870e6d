import { truthOf } from '#sources/synthetic/index.ts'
import { windowsOf } from '#sources/vocabulary/window.ts'
import { recount, sheetsInForce } from './recount.ts'
import { made, communesOfBacNinh } from './small.ts'
for (let k=0;k<14;k++) {
  const { province, schedule, deliveries } = made({ seed: 'seed-'+k, ...(k>11?{size:'full' as const}:{}) })
  const inForce = sheetsInForce(deliveries)
  const communes = province.communes.map(({ unit }) => unit)
  const c = new Set(windowsOf('adm', 2026).filter(w=>w.to<='2026-09-15').flatMap(w=>Object.entries(recount(inForce, communes, w, 'adm:2026-09')).flatMap(([i,p])=>[...p].map(([u,[n,d]])=>`${i} ${w.id} ${u==='province'?province.unitId:u} ${n}/${d}`))))
  const t = new Set(truthOf(province, schedule).map(v=>`${v.indicator} ${v.windowId} ${v.unitId} ${v.numerator}/${v.denominator}`))
  console.log(k, t.size, c.size, [...t].filter(x=>!c.has(x)).slice(0,4), [...c].filter(x=>!t.has(x)).slice(0,4), province.persons.length, [...t].filter(x=>x.includes('9M 24@')&&x.startsWith('reoff')))
}
