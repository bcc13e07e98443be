/**
 * The one style sheet. It stands in the page itself, which saves a request, and the Content-Security-Policy names it by
 * its hash. Colours keep a contrast of 4.5:1 in both schemes (WCAG 2.2, 1.4.3); sizes follow the reader's own (rem of
 * 112.5 %).
 */
export const pageStyle = `
:root{color-scheme:light dark;--paper:#faf6ee;--card:#fffdf8;--ink:#22302c;--soft:#55635e;--line:#ded6c6;--accent:#1c6350;--on-accent:#fff;--warm:#a4481f;--tint:#e9f0ea}
@media(prefers-color-scheme:dark){:root{--paper:#151a18;--card:#1d2422;--ink:#ece7dc;--soft:#a9b5af;--line:#37423e;--accent:#86cdb5;--on-accent:#0f1c18;--warm:#f0a27c;--tint:#22302b}}
*{box-sizing:border-box}
html{font-size:112.5%;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;overflow-wrap:break-word}
h1,h2,.brand,.figure{font-family:"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",Georgia,"DejaVu Serif",serif;font-weight:600;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.8rem,5.5vw,2.5rem);margin:0 0 .6em;letter-spacing:-.01em}
h2{font-size:1.35rem;margin:0 0 .6em}
h3{font-size:1.05rem;margin:0 0 .2em;line-height:1.35}
p{margin:0 0 1em;max-width:38em}
a{color:var(--accent);text-underline-offset:.18em}
:focus-visible{outline:3px solid var(--warm);outline-offset:3px;border-radius:4px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:1}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.trap{position:absolute;left:-99rem}
header,main,footer{max-width:62rem;margin:0 auto;padding:0 1.1rem}
header{padding-top:1.3rem;padding-bottom:1.3rem;display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.3rem 1.4rem}
.languages{display:flex;gap:1.1rem;font-size:.9rem}
.languages a,.languages span{padding:.35rem 0}
.languages span{color:var(--soft)}
.brand{display:inline-flex;align-items:center;gap:.55rem;font-size:1.3rem;color:var(--ink);text-decoration:none}
.brand svg{height:2rem;width:auto;fill:var(--accent)}
.brand .beat{fill:var(--warm)}
main{padding-top:1.2rem;padding-bottom:3rem}
.narrow>*{max-width:40rem}
footer{border-top:1px solid var(--line);padding-top:1.2rem;padding-bottom:2.5rem;color:var(--soft);font-size:.9rem}
footer nav{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem}
footer nav a{padding:.35rem 0}
.lead{font-size:1.15rem}
.soft,.hint{color:var(--soft)}
.hint,.small{font-size:.9rem}
.section{margin-top:3rem}
.narrow h2{margin-top:1.6em}
.card h2{margin-top:0}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:clamp(1.1rem,4vw,2rem)}
.button{display:inline-block;font:inherit;font-weight:600;font-size:1.1rem;line-height:1.3;background:var(--accent);color:var(--on-accent);border:2px solid var(--accent);border-radius:10px;padding:.8rem 1.5rem;text-decoration:none;cursor:pointer}
.button:hover{filter:brightness(1.1)}
.hero p{margin-bottom:.8em}
.hero .button{margin-top:.4rem}
.chat{list-style:none;margin:0;padding:1.2rem;background:var(--tint);border-radius:18px;display:grid;gap:.7rem}
.chat li{background:var(--card);border-radius:14px 14px 14px 4px;padding:.65rem .9rem;max-width:88%;justify-self:start;font-size:.95rem;line-height:1.45}
.chat .you{background:var(--accent);color:var(--on-accent);border-radius:14px 14px 4px 14px;justify-self:end}
.hero figure{margin:2rem 0 0}
figure.mail{margin:2rem 0 0;overflow-wrap:anywhere}
.mail p,.mail ul{margin-bottom:.7em}
.mail-head{border-bottom:1px solid var(--line);padding-bottom:.5rem}
.mail-head b{display:block;color:var(--accent)}
.mail-scores{display:grid;grid-template-columns:repeat(auto-fit,minmax(1.9rem,1fr));gap:.3rem}
.mail-scores span{border:1px solid var(--accent);border-radius:8px;text-align:center;color:var(--accent);font-weight:600}
.mail-caution{border-left:4px solid var(--warm);padding-left:.9rem}
.steps{list-style:none;margin:0;padding:0;display:grid;gap:1.4rem 2.2rem}
.steps li{border-left:4px solid var(--accent);padding-left:1rem}
.steps p{margin:0;color:var(--soft)}
.field{margin:0 0 1.5rem}
label,legend,.label{font-weight:600;display:block;margin-bottom:.25rem}
fieldset{border:0;margin:0 0 1.5rem;padding:0}
legend{padding:0}
.hint{margin:0 0 .4rem}
input[type=text],input[type=number],input[type=date],select,textarea{width:100%;max-width:26rem;font:inherit;color:inherit;background:var(--paper);border:2px solid var(--soft);border-radius:9px;padding:.65rem .75rem;min-height:3rem}
[aria-invalid=true]{border-color:var(--warm)!important}
.check{display:grid;grid-template-columns:auto 1fr;gap:.8rem;align-items:start;font-weight:400;max-width:38em}
.check input{width:1.5rem;height:1.5rem;margin:.1rem 0 0;accent-color:var(--accent)}
.error{color:var(--warm);font-weight:600;margin:.35rem 0 0}
.problem{margin:0 0 1.4rem}
fieldset h1{margin-bottom:.3em}
.scale{display:grid;grid-template-columns:repeat(4,1fr);gap:.5rem}
.scale label{position:relative;margin:0}
.scale input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.scale span{display:grid;place-items:center;min-height:3.4rem;border:2px solid var(--soft);border-radius:10px;background:var(--card);font-size:1.35rem;font-weight:600;font-variant-numeric:tabular-nums}
.scale input:checked+span{background:var(--accent);border-color:var(--accent);color:var(--on-accent);box-shadow:0 0 0 3px var(--paper),0 0 0 5px var(--accent)}
.scale input:focus-visible+span{outline:3px solid var(--warm);outline-offset:3px}
form+.small,form+p{margin-top:1.2rem}
.second{background:transparent;color:var(--accent)}
.link{font:inherit;font-weight:600;color:var(--accent);background:none;border:0;padding:.6rem 0;min-height:2.75rem;text-decoration:underline;text-underline-offset:.18em;cursor:pointer}
.notice{margin:0 0 1.5rem}
.alarm{border:3px solid var(--warm);border-radius:12px;background:var(--card);padding:1rem 1.1rem;font-size:1.15rem;font-weight:600;white-space:pre-line}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(5.8rem,1fr));gap:.6rem;margin:0 0 .8rem}
.facts div{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:.7rem .8rem}
.facts dt{font-size:.9rem;color:var(--soft)}
.facts dd{margin:0;font-size:.9rem;line-height:1.4}
.figure{display:block;font-size:2rem;color:var(--accent);white-space:nowrap}
.chart{margin:0}
.plot{display:grid;grid-template-columns:1.9rem 1fr;grid-template-rows:clamp(11rem,34vw,17rem) auto;padding:.6rem .6rem 0 0}
.axis-y{display:flex;flex-direction:column;justify-content:space-between;margin:-.5em .5rem -.5em 0;text-align:right}
.axis-y,.axis-x{font-size:.85rem;line-height:1;color:var(--soft);font-variant-numeric:tabular-nums}
.axis-x{grid-column:2;display:flex;justify-content:space-between;padding-top:.8rem}
.plot svg{width:100%;height:100%;overflow:visible;fill:none;stroke:var(--accent)}
.plot path{stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round}
.plot .grid{stroke:var(--line);stroke-width:1}
.plot .days{stroke-width:1.25;opacity:.7}
.plot .dot{stroke-width:9}
.plot .dense{stroke-width:3.5}
.plot .week{stroke:var(--warm);stroke-width:3;stroke-linecap:butt}
.plot .bars{fill:var(--line);stroke:none}
.plot .noted{stroke:var(--warm);stroke-width:2;stroke-linecap:butt}
.plot .tips{stroke:var(--soft);stroke-width:2;stroke-linecap:butt}
.plot .tips.dense{stroke-width:1;opacity:.6}
.actions{margin-bottom:1.4rem}
.ranges,.actions{display:flex;flex-wrap:wrap;align-items:center;gap:.3rem 1.1rem}
.ranges>*{padding:.5rem 0}
.ranges span{font-weight:600}
blockquote{margin:0 0 1em}
.words{white-space:pre-line;border-left:4px solid var(--line);padding-left:.9rem;overflow-wrap:anywhere}
.danger{background:transparent;color:var(--warm);border-color:var(--warm)}
figcaption{font-size:.9rem;color:var(--soft);margin-top:.9rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.7rem .7rem .7rem 0;border-bottom:1px solid var(--line)}
thead th{font-size:.9rem;color:var(--soft);font-weight:600}
tbody th{font-weight:400}
td.score{width:4rem;font-weight:700;font-size:1.15rem;line-height:1.4;font-variant-numeric:tabular-nums}
.open>*{border-bottom:0;padding-bottom:0}
td .small,tbody .small{display:block;color:var(--soft);font-weight:400;line-height:1.4}
.note{display:block;white-space:pre-line;overflow-wrap:anywhere;hyphens:auto}
.note summary{font-weight:400;padding:0}
td.no-print{padding-right:0;text-align:right;width:1%}
td.no-print a{display:inline-block;padding:.1rem 0 .5rem}
summary{cursor:pointer;font-weight:600;padding:.6rem 0}
.downloads{list-style:none;padding:0;margin:0 0 1rem;display:grid;gap:.4rem}
.downloads a{font-weight:600;display:inline-block;padding:.3rem 0}
.qr{display:block;width:13rem;max-width:100%;height:auto;background:#fff;border-radius:10px}
.shared{margin:0 0 1rem}
.address{overflow-wrap:anywhere}
.check+.check{margin-top:.6rem}
.choice{display:block;text-align:left}
.by-hand{display:flex;flex-wrap:wrap;gap:.8rem 2rem;max-width:none}
.by-hand span{flex:1 1 12rem;border-bottom:1px solid var(--soft);padding:0 0 1.6rem;color:var(--soft);font-size:.9rem}
.sheet .section{margin-top:1.6rem}
.sheet h2{font-size:1.15rem;margin-bottom:.4em}
.weeks{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(6.6rem,1fr));gap:.5rem}
.weeks li{display:grid;font-size:.85rem;line-height:1.35;font-variant-numeric:tabular-nums}
.weeks b{font-size:1.15rem}
.said{margin:0;padding:0;list-style:none;white-space:pre-line;overflow-wrap:anywhere}
@media(min-width:40rem){.scale{grid-template-columns:repeat(11,1fr)}}
@media(min-width:44rem){tbody th .small{display:inline;margin-left:.7rem}tbody th{width:19rem}}
@media(min-width:60rem){.hero{display:grid;grid-template-columns:1.15fr 1fr;gap:3.5rem;align-items:center}.hero figure,.two figure.mail{margin:0}.two{display:grid;grid-template-columns:1fr 1.35fr;gap:3.5rem;align-items:start}.two .section{margin-top:0}}
@media(max-width:34rem){.facts{grid-template-columns:1fr}.facts div{display:grid;grid-template-columns:minmax(5.2rem,auto) 1fr;align-items:baseline;column-gap:.8rem}.facts dt{grid-column:2}.facts dd{display:contents}.figure{grid-area:1/1/span 2;align-self:center;line-height:1}.card .button{padding-inline:1.1rem}}
@media print{:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--accent:#134a3b}html{font-size:10.5pt}.no-print,nav,.skip{display:none}main,header{padding:0;max-width:none}.section{margin-top:1.4rem}.plot{grid-template-rows:5.5cm auto}tr,figure{break-inside:avoid}@page{margin:12mm}.sheet{font-size:8.5pt;line-height:1.3}.sheet h1{font-size:15pt;margin-bottom:.3em}.sheet h2{font-size:10.5pt;margin-bottom:.2em}.sheet p{margin-bottom:.4em;max-width:none}.sheet .section{margin-top:.45em}.sheet .facts{grid-template-columns:repeat(3,1fr)}.sheet .facts div{padding:.3rem .5rem;display:block}.sheet .facts dd{display:block}.sheet .figure{font-size:14pt;display:inline}.sheet .plot{grid-template-rows:2.8cm auto}.sheet figcaption,.sheet .axis-y,.sheet .axis-x,.sheet .weeks li,.sheet .small{font-size:8pt}.sheet figcaption{margin-top:.4em}.sheet .weeks{grid-template-columns:repeat(7,1fr);gap:.15rem .4rem}.sheet .weeks li{font-size:7.5pt;line-height:1.2}.sheet .weeks b{font-size:10pt}.sheet .by-hand span{padding-bottom:.5cm}body:has(.sheet)>footer,body:has(.sheet)>header{display:none}}
`;
