import { pageStyle } from '../../web/pages/page-style.ts';

/** The style of people's pages, and what a worklist and a timeline need besides. */
export const deskStyle = `${pageStyle}
.desk-nav{display:flex;flex-wrap:wrap;align-items:center;gap:.2rem 1.3rem;font-size:.95rem}
.desk-nav a,.desk-nav .link{padding:.5rem 0}
.desk-nav [aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
.desk-nav form{margin:0}
.desk-nav .link{font-size:.95rem;font-weight:400}
input[type=number],input[type=time],input[type=month],input[type=password]{width:100%;max-width:26rem;font:inherit;color:inherit;background:var(--paper);border:2px solid var(--soft);border-radius:9px;padding:.65rem .75rem;min-height:3rem}
input[type=file]{font:inherit;font-size:.95rem;color:inherit;max-width:100%;padding:.5rem 0}
input[type=file]::file-selector-button{font:inherit;font-weight:600;color:var(--accent);background:transparent;border:2px solid var(--accent);border-radius:9px;padding:.5rem .9rem;margin:0 .8rem .3rem 0;cursor:pointer}
table+p{margin-top:1.2rem}
.rows{list-style:none;margin:0;padding:0}
.rows.section{margin-top:1.5rem}
.rows>li{border-top:1px solid var(--line);padding:.9rem 0}
.rows p{margin:0 0 .3rem}
.rows form{margin:.5rem 0 0}
.rows .button{font-size:1rem;padding:.6rem 1.1rem}
.plain{list-style:none;margin:0 0 1rem;padding:0}
.plain a{display:inline-block;padding:.5rem 0}
.settings{margin:0;display:grid;gap:.35rem 1.4rem}
.settings dt{color:var(--soft);font-size:.9rem}
.settings dd{margin:0 0 .5rem;overflow-wrap:anywhere}
.id{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.85em;overflow-wrap:anywhere}
.count{font-variant-numeric:tabular-nums}
td.count{text-align:right;width:5rem}
td.held{text-align:right;font-variant-numeric:tabular-nums}
.acts details{border-top:1px solid var(--line);padding:.3rem 0}
.acts details>form,.acts details>p{margin:.4rem 0 1rem}
.done{border-left:4px solid var(--accent);background:var(--tint);padding:.9rem 1rem;border-radius:0 10px 10px 0;margin:0 0 1.5rem}
@media(min-width:34rem){.settings{grid-template-columns:9rem 1fr}.settings dd{margin:0}}
`;
