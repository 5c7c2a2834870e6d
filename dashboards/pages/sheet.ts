import { fontFamily, palette, tones } from '../theme.ts'
import { internal } from '../words.ts'

const toneClasses = [...new Set(Object.values(tones))]
  .map(
    (tone) =>
      `.tone-${tone.name}{color:${tone.ink}}.badge.tone-${tone.name}{background:${tone.fill}}`,
  )
  .join('\n')

/** One style sheet for screen and A4; no colour carries a meaning that a word or a shape beside it does not. */
export const sheet = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:${palette.paper};color:${palette.ink};font:400 15px/1.5 "${fontFamily}",system-ui,sans-serif;font-variant-numeric:tabular-nums lining-nums}
main,.top,.foot{max-width:1160px;margin:0 auto;padding:0 32px}
a{color:${palette.navy};text-underline-offset:2px;text-decoration-thickness:1px}
a:focus-visible{outline:3px solid ${palette.navy};outline-offset:2px}
h1,h2,h3,p,ul,ol,table,figure,dl,dd{margin:0;padding:0}
h1{font-size:27px;line-height:1.25;font-weight:700;color:${palette.navy};text-wrap:balance}
h2{font-size:18px;line-height:1.3;font-weight:700;color:${palette.navy};margin:36px 0 12px;padding-bottom:6px;border-bottom:2px solid ${palette.navy}}
h3{font-size:14px;line-height:1.4;font-weight:600}
.top{padding-top:20px;border-top:5px solid ${palette.red};max-width:none}
.top>*{max-width:1096px;margin-left:auto;margin-right:auto}
.issuer{display:flex;justify-content:space-between;gap:24px;align-items:baseline;font-weight:700;letter-spacing:.04em;color:${palette.ink};font-size:14px;margin-bottom:10px}
.secrecy{border:1px solid ${palette.red};color:${palette.red};font-weight:600;font-size:12px;letter-spacing:0;padding:1px 10px;border-radius:2px;white-space:nowrap}
.meta{color:${palette.muted};margin-top:6px}
.meta span{white-space:nowrap}
.note.before{margin:0 0 10px}
.meta b{color:${palette.ink};font-weight:600}
.crumbs{font-size:13px;margin-bottom:12px}
.lead{font-size:19px;line-height:1.4;font-weight:600;margin:22px 0 14px}
.people{display:grid;grid-template-columns:1fr 1fr 1.55fr 1.15fr;border:1px solid ${palette.line};border-radius:3px;background:${palette.wash}}
.people.few{grid-template-columns:repeat(auto-fit,minmax(200px,1fr))}
.people>div{padding:12px 18px 13px;border-left:1px solid ${palette.line}}
.people>div:first-child{border-left:0}
.people dt{font-size:13px;color:${palette.muted}}
.people dd{font-size:28px;line-height:1.2;font-weight:700;color:${palette.navy}}
.people small{display:block;font-size:12.5px;line-height:1.4;color:${palette.muted};font-weight:400}
table{border-collapse:collapse;width:100%}
th{font-size:12.5px;font-weight:600;color:${palette.muted};text-align:left;vertical-align:bottom;padding:4px 10px 6px;border-bottom:1px solid ${palette.line}}
td{vertical-align:top;padding:9px 10px;border-bottom:1px solid ${palette.faint}}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
.n{text-align:right;white-space:nowrap}
.big{font-size:19px;line-height:1.3;font-weight:700;color:${palette.navy};text-align:right;white-space:nowrap}
.sub{display:block;font-size:13px;line-height:1.5;color:${palette.muted}}
details{margin-top:4px;font-size:13px;color:${palette.muted}}
summary{cursor:pointer;color:${palette.navy}}
details ul{padding-left:18px}
.goal{white-space:nowrap;text-align:right}
.no{color:${palette.muted};width:22px}
.verdict{display:inline-flex;gap:8px;align-items:flex-start;font-weight:600;font-size:13.5px;line-height:1.4}
.verdict svg,.badge svg,.key svg{flex:none;width:13px;height:13px;margin-top:3px}
.badge{white-space:nowrap;display:inline-flex;gap:7px;align-items:flex-start;font-weight:600;font-size:12.5px;line-height:1.4;padding:3px 10px 3px 8px;border-radius:3px}
.badge svg{margin-top:2px}
.verdict span{text-wrap:balance}
.w-verdict{width:236px}
.w-form{width:27%}
.w-reporter{width:16%}
.w-due{width:19%}
.w-result{width:17%}
.files{list-style:none}
.files li{padding:4px 0}
.cards{display:grid;grid-template-columns:1fr 1fr;gap:16px}
.card{border:1px solid ${palette.line};border-radius:3px;padding:13px 16px 8px;display:flex;flex-direction:column}
.card h3{margin-bottom:8px}
.card .value{display:flex;align-items:baseline;gap:12px;margin-bottom:2px}
.card .value .badge{margin-left:auto;align-self:center}
.card .value span.of{white-space:nowrap;color:${palette.muted};font-size:13px}
.card .value strong{font-size:24px;line-height:1.15;color:${palette.navy};white-space:nowrap}
.card .sub{margin-bottom:4px}
.card .plots{margin-top:auto}
.card .plots svg:first-child{margin-top:4px}
.bars{margin:16px 0;max-width:860px}
.spark{display:block;margin-top:4px}
svg.chart{display:block;width:100%;height:auto}
.cols{display:grid;grid-template-columns:1.25fr 1fr;gap:0 36px}
.asks{list-style:none;counter-reset:ask}
.asks li{counter-increment:ask;position:relative;padding:9px 0 9px 30px;border-bottom:1px solid ${palette.faint}}
.asks li::before{content:counter(ask);position:absolute;left:0;top:10px;width:20px;height:20px;border-radius:50%;background:${palette.navy};color:#fff;font-size:11.5px;font-weight:600;line-height:20px;text-align:center}
.asks b{font-weight:600}
.map{margin:0 0 26px}
.map h3{margin-bottom:8px}
.none{color:${palette.muted};padding:8px 0}
.note{font-size:13px;color:${palette.muted};margin-top:10px}
.key{display:flex;flex-wrap:wrap;gap:4px 22px;font-size:13px;list-style:none;margin:12px 0 0}
.key li{display:flex;gap:7px}
.alert{padding:9px 0;border-bottom:1px solid ${palette.faint}}
.alert .sub b{font-weight:600;color:${palette.ink}}
h2+h3,.part{margin:14px 0 4px;color:${palette.navy}}
.defs{columns:2;column-gap:36px;font-size:13px;line-height:1.5}
.defs>div{break-inside:avoid;margin-bottom:11px}
.defs dt{font-weight:600}
.defs dd{color:${palette.muted}}
.version{display:grid;grid-template-columns:auto 1fr;gap:3px 18px;font-size:13px}
.version dt{color:${palette.muted}}
.version dd{overflow-wrap:anywhere}
.terms{display:grid;grid-template-columns:minmax(150px,220px) 1fr;gap:7px 22px}
.terms dt{color:${palette.muted};font-size:13px;padding-top:2px}
.prose p{max-width:860px;margin-bottom:8px}
.prose table{max-width:860px}
.wide{margin:4px 0 8px;max-width:860px}
.sign{display:grid;grid-template-columns:1fr 1fr;margin:30px 0 70px;text-align:center;font-weight:600}
.sign small{display:block;font-weight:400;color:${palette.muted}}
.list{columns:3;column-gap:30px;list-style:none}
.list li{break-inside:avoid;padding:4px 0;border-bottom:1px solid ${palette.faint};display:flex;justify-content:space-between;gap:10px}
.foot{margin-top:34px;padding-top:12px;padding-bottom:30px;font-size:12.5px;color:${palette.muted};border-top:1px solid ${palette.line}}
.code{font-weight:600;white-space:nowrap}
.catalogue article{margin:0 0 30px;padding-top:14px;border-top:1px solid ${palette.line}}
.catalogue h3{font-size:16px;color:${palette.navy};margin-bottom:8px}
.catalogue h4{font-size:13px;margin:14px 0 4px}
.catalogue p,.catalogue li,.catalogue td{font-size:13px}
.catalogue ul{padding-left:18px}
.catalogue .contents{columns:2;column-gap:30px;margin-bottom:24px}
.catalogue .contents li{break-inside:avoid}
.catalogue td{padding:5px 8px}
.catalogue dl{margin-top:8px}
pre{margin:8px 0;padding:10px 12px;background:${palette.wash};border:1px solid ${palette.faint};white-space:pre-wrap;overflow-wrap:anywhere}
code{font-family:ui-monospace,Consolas,monospace;font-size:12px;overflow-wrap:anywhere}
.lines{padding-left:18px}
.lines li{font-size:13px;margin-bottom:4px}
.tight td{font-size:13px;padding-top:5px;padding-bottom:5px}
.tight td:not([rowspan]){padding-left:10px}
.tight b{font-weight:600}
${toneClasses}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media screen and (max-width:760px){main,.top,.foot{padding-left:16px;padding-right:16px}.people,.cards,.cols,.sign,.terms{grid-template-columns:1fr}.people>div{border-left:0;border-top:1px solid ${palette.line}}.defs,.list,.catalogue .contents{columns:1}.issuer{flex-wrap:wrap}.scroll{overflow-x:auto}}
@page{size:A4;margin:11mm 13mm 13mm}
@page{@bottom-left{content:"${internal}";font:400 7.5pt "${fontFamily}";color:${palette.muted}}@bottom-right{content:counter(page) "/" counter(pages);font:400 7.5pt "${fontFamily}";color:${palette.muted}}}
@media print{
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font-size:9pt;line-height:1.42}
main,.top,.foot{max-width:none;padding:0}
.top{border-top-width:3pt;padding-top:6pt}
.crumbs,.foot,details:not([open]){display:none}
a{color:inherit;text-decoration:none}
h1{font-size:14.5pt}
h2{font-size:11.5pt;margin:12pt 0 5pt;padding-bottom:3pt;border-bottom-width:1.2pt;break-after:avoid}
h3{font-size:8.8pt;break-after:avoid}
.issuer{font-size:9pt;margin-bottom:5pt}
.secrecy{font-size:7.5pt}
.meta{margin-top:3pt}
.lead{font-size:11.5pt;margin:7pt 0 5pt}
.people>div{padding:4pt 8pt 4pt}
.people dt,.people small{font-size:7.6pt}
.people dd{font-size:15pt}
th{font-size:7.6pt;padding:2pt 6pt 3pt}
td{padding:3.6pt 6pt}
.tight td{font-size:7.8pt;padding-top:1.6pt;padding-bottom:1.6pt}
.tight td:not([rowspan]){padding-left:6pt}
.lines li{font-size:7.8pt;margin-bottom:1.5pt}
tr,li,h2,.card,.alert,.map,.keep,figure{break-inside:avoid}
.map{margin-bottom:13pt}
.map h3{margin-bottom:4pt}
thead{display:table-header-group}
.big{font-size:11.5pt}
.catalogue h3{font-size:10.5pt}
.catalogue h4{font-size:8.8pt;break-after:avoid}
.catalogue p,.catalogue li,.catalogue td,code{font-size:7.6pt}
.sub,.note,.key,.defs,.version{font-size:7.9pt;line-height:1.42}
.no{width:14pt}
.verdict{font-size:8.1pt;gap:5pt}
.verdict svg,.badge svg,.key svg{width:8.2pt;height:8.2pt;margin-top:1.6pt}
.badge{font-size:7.7pt;padding:1.5pt 6pt 1.5pt 5pt;gap:4pt}
.badge svg{margin-top:1.2pt}
.w-verdict{width:124pt}
.cards{gap:6pt}
.card{padding:5pt 8pt 1pt}
.card h3{margin-bottom:2pt}
.card .value{margin-bottom:2pt}
.card .value{gap:6pt}
.card .value strong{font-size:13pt}
.card .value span.of{font-size:7.5pt}
.note.before{margin-bottom:5pt}
.cols{gap:0 18pt}
.asks li{padding:4.5pt 0 4.5pt 17pt}
.asks li::before{width:11.5pt;height:11.5pt;line-height:11.5pt;font-size:7pt;top:5pt}
.alert{padding:4.5pt 0}
.key{gap:2pt 12pt;margin-top:6pt}
.key li{gap:4pt}
.defs{column-gap:18pt}
.defs>div{margin-bottom:5pt}
.terms{grid-template-columns:118pt 1fr;gap:3pt 10pt}
.terms dt{font-size:7.9pt;padding-top:0}
.sign{margin:16pt 0 0}
.new-page{break-before:page;margin-top:0}
.list{column-gap:16pt}
}
`
