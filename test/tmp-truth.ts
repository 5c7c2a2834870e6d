import { readFileSync } from 'node:fs'
import { openReadOnly } from '#pipelines/warehouse/engine.ts'
import { readFile } from 'node:fs/promises'
const root = process.argv[2] ?? 'demo'
const truth = JSON.parse(readFileSync(root+'/truth/values.json','utf8')) as any[]
const cur = (await readFile(root+'/data/warehouse/CURRENT','utf8')).trim()
const e = await openReadOnly(root+'/data/warehouse/'+cur)
const vals = await e.rows("select d.indicator, v.* from value v join definition d using(definition_id) where breakdown='' and indicator not like 'reporting%'")
const key=(i:any,w:any,u:any)=>[i,w,u].join(' ')
const got = new Map(vals.map((v:any)=>[key(v.indicator,v.window_id,v.unit_id), v.numerator+'/'+v.denominator]))
let bad=0; const seen=new Set<string>(); const by:any={}
for(const t of truth){const k=key(t.indicator,t.windowId,t.unitId); seen.add(k); const w=t.numerator+'/'+t.denominator; if(got.get(k)!==w){bad++; by[t.indicator]=(by[t.indicator]??0)+1; if(bad<40)console.log('BAD',k,'want',w,'got',got.get(k))}}
let extra=0; for(const k of got.keys()) if(!seen.has(k)){extra++; if(extra<15)console.log('EXTRA',k,got.get(k))}
console.log({truth:truth.length,got:got.size,bad,extra,by})
e.close()
