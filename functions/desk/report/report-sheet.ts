import { html, raw } from 'hono/html';
import type { MonthReport } from '../../../shared/domain/desk/month-report.ts';
import type { Language } from '../../../shared/domain/people/subscriber.ts';
import { reportInWords } from '../../../shared/use-cases/desk/report-in-words.ts';

/** The style of one A4 page, black on white, whatever margins the browser prints with. A narrow screen shows it narrower. */
export const reportStyle = `
*{box-sizing:border-box;margin:0}
html{color:#111;background:#fff;font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{max-width:210mm;margin:0 auto;padding:14mm;font-size:10.5pt;line-height:1.4}
h1{font-size:19pt;line-height:1.2}
h2{font-size:12pt;margin:5mm 0 1.5mm}
p{margin:1.5mm 0;max-width:165mm}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;font-weight:400;padding:.9mm 0;border-bottom:.2mm solid #bbb;vertical-align:top}
td{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;padding-left:6mm}
.note{font-size:9pt;color:#333}
.back a{color:#0b4f6c;display:inline-block;padding:2mm 0}
@media screen and (max-width:40rem){body{padding:6mm 5mm}td{white-space:normal;padding-left:3mm}}
@media print{.back{display:none}}
@page{size:A4 portrait;margin:0}
`;

interface Sheet {
  readonly language: Language;
  readonly report: MonthReport;
  /** Today. */
  readonly madeOn: string;
  /** Where the page leads back to on a screen; none for a file. */
  readonly back?: { readonly path: string; readonly words: string };
}

const table = (rows: readonly (readonly [what: string, figure: string])[]) => html`<table>
${rows.map(([what, figure]) => html`<tr><th scope="row">${what}</th><td>${figure}</td></tr>\n`)}</table>`;

/** The month's report as a page of HTML made for print. It loads nothing, so that it can be mailed. */
export const reportSheet = ({ language, report, madeOn, back }: Sheet): string => {
  const { title, period, sections, notes } = reportInWords(language, report, madeOn);
  return String(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
<style>${raw(reportStyle)}</style>
</head>
<body>
${back === undefined ? '' : html`<p class="back"><a href="${back.path}">${back.words}</a></p>\n`}<main>
<h1>${title}</h1>
<p class="note">${period}</p>
${sections.map(([heading, rows]) => html`<h2>${heading}</h2>\n${table(rows)}\n`)}
${notes.map((note) => html`<p class="note">${note}</p>\n`)}</main>
</body>
</html>
`);
};
