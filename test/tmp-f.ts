import { demoProvince } from '#pipelines/demo/order.ts'
const d = demoProvince('bac-ninh')
for (const x of d.deliveries) if (x.bad.length && (x.spec as any).reporter?.id?.includes('09340')) console.log(x.name, x.arrivedOn, JSON.stringify(x.bad))
