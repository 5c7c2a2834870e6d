import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { build } from '#pipelines/warehouse/build.ts'
import { openReadOnly } from '#pipelines/warehouse/engine.ts'
import { places, restrictTo, referenceSha } from '#sources/reference/places.ts'
import { planById } from '#models/plans/index.ts'
import { forms, formById } from '#sources/forms/index.ts'
import { window } from '#sources/vocabulary/window.ts'
const dir = 'test/months/by-hand/'
const csv = (name: string) => { const [h,...rows]=readFileSync(dir+name+'.csv','utf8').trim().split('\n').map(l=>{ const out:string[]=[]; let cur='',q=false; for(const c of l){ if(c==='"')q=!q; else if(c===','&&!q){out.push(cur);cur=''} else cur+=c } out.push(cur); return out}); return rows.map(r=>Object.fromEntries(h!.map((k,i)=>[k,r[i]??'']))) }
const asof = process.argv[2] ?? '2026-03-20'
const pl = restrictTo(places(), ['07210','07246','07264'])
const plan = planById('bac-ninh-2026')!
const deliveries = csv('deliveries')
const U = (code:string)=> code? code+'@2025-07-01' : null
const subs:any[]=[]; const parsed=new Map<string,any>()
for (const d of deliveries) {
  const form = formById(d.form!)!
  const sha = createHash('sha256').update(JSON.stringify(d)).digest('hex')
  const id = sha+'/'+d.form
  const code = d.reporter!.split(':')[1]!
  const rows = csv(d.form!).filter((r:any)=> r.window===d.window && r.revision===d.revision && (r.unit_code===undefined || r.unit_code===code) && (r.facility===undefined || d.form==='release-notice'||r.facility===d.reporter) && (r.reporter===undefined||r.reporter===d.reporter))
  const prows = rows.map((r:any,i:number)=>{
    const unitId = d.form==='release-notice'||d.form==='reoffence'? U(r.commune) : U(r.unit_code ?? (code.match(/^\d+$/)?code:'24'))
    const values:any={}
    for (const [f,c] of Object.entries(form.columns)) { const v=r[f]; values[f]= v===undefined||v===''? null : (c.sql==='BIGINT'?Number(v):v) }
    if(values.moved_from) values.moved_from=U(values.moved_from)
    if (d.form==='returnee-register') { for (const k of ['legal_need','papers_need']) values[k]??='khong' }
    const ids:string[]=[]; if(r.national_id) ids.push('nid:'+r.national_id); if(r.old_id) ids.push('old:'+r.old_id); if(r.case_file_no) ids.push('case:'+unitId+':'+r.case_file_no)
    return {row:9+i,unitId,values,ids}
  })
  subs.push({submission:{submission_id:id,sha256:sha,form:d.form,form_version:1,sheet:form.sheet,reporter_id:d.reporter,window_id:d.window,revision:Number(d.revision),nil:d.nil?1:0,outcome:'accepted',rows_read:rows.length,rows_accepted:rows.length,versions:'',parsed_name:'',data_to:null,document_no:null,document_date:null,arrived_on:d.arrived_on,received_at:d.arrived_on+'T02:00:00.000Z',decided_at:''},knownFrom:d.arrived_on+'T02:00:00.000Z',knownTo:null,outcome:'accepted'})
  parsed.set(id,{header:{submissionId:id,form:d.form,sheet:form.sheet,columns:{case_file_no:'B'},problems:[],fileProblems:[]},rows:prows})
}
const until = asof+'T16:59:59.999Z'
const t0=performance.now()
await build('/tmp/lead/bh.duckdb',{plan,places:pl,meta:{business_date:asof as any,known_until:until,code_version:'x',reference_sha:referenceSha(),key_id:'k'},submissions:subs.filter(s=>s.submission.received_at<=until),parsed:async k=>parsed.get(k.submission.submission_id)})
console.log('built',performance.now()-t0)
const e = await openReadOnly('/tmp/lead/bh.duckdb')
const vals = await e.rows("select d.indicator, d.parameters, v.* from value v join definition d using(definition_id) where breakdown=''")
let bad=0
for (const x of csv('expected')) {
  const [ind,form]=x.indicator!.split('/')
  const v = vals.filter((v:any)=>v.indicator===ind && v.window_id===x.window && v.unit_id===x.unit+'@2025-07-01' && (!form || JSON.parse(v.parameters).form===form))
  const got = v.map((r:any)=>r.numerator+'/'+r.denominator).join('|')
  const want = x.numerator===''?'':x.numerator+'/'+x.denominator
  if(got!==want){bad++;console.log('BAD',x.indicator,x.window,x.unit,'want',want,'got',got)}
}
console.log('bad',bad,'of',csv('expected').length)
console.table(await e.rows("select p.code, s.form, s.reporter_id, s.window_id, p.cell from problem p join submission s using(submission_id)"))
console.table(await e.rows("select kind,unit_id,window_id,left_n,right_n from reconciliation order by all"))
if (process.argv[2]) console.table(vals.filter((v:any)=>v.indicator==='reoffending-rate'||v.indicator==='reporting-completeness').map((v:any)=>[v.indicator,v.window_id,v.unit_id,v.numerator,v.denominator, v.parameters]))
e.close()
