import { html, raw } from 'hono/html';
import type { MonthReport, WaitForAnswer } from '../../shared/domain/desk/month-report.ts';
import type { ShownCount } from '../../shared/domain/desk/small-counts.ts';

/** One A4 page whatever the browser's margins are, black on white. */
const style = `
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
@page{size:A4 portrait;margin:0}
`;

const monthName = (first: string): string =>
  new Date(`${first}T00:00Z`).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A count, or that it is hidden. */
const shown = (count: ShownCount): string => (count === undefined ? 'hidden' : String(count));

/** With its share of a total, where both may be seen. */
const share = (count: ShownCount, all: ShownCount): string =>
  count === undefined || all === undefined || all === 0
    ? shown(count)
    : `${count} (${Math.round((100 * count) / all)} %)`;

const minuteMs = 60_000;

/** A wait as people say it: "25 min", "14 h 5 min". */
export const waitInWords = (ms: number): string => {
  const minutes = Math.round(ms / minuteMs);
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
};

const signed = (points: number): string => {
  const text = Math.abs(points).toFixed(1);
  if (text === '0.0') return '0.0';
  return `${points < 0 ? '\u2212' : '+'}${text}`;
};

/** The change in pain and its interval, in words. */
export const painInWords = ({ people, mean, from, to }: NonNullable<MonthReport['pain']>): string =>
  `${signed(mean)} points (95 % interval ${signed(from)} to ${signed(to)}; ${people} people)`;

type Row = readonly [what: string, figure: string];

const table = (rows: readonly Row[]) => html`<table>
${rows.map(([what, figure]) => html`<tr><th scope="row">${what}</th><td>${figure}</td></tr>\n`)}</table>`;

/** The rows of a report, by heading: what the page shows, and the terminal. */
export const reportSections = (report: MonthReport): readonly (readonly [heading: string, rows: readonly Row[]])[] => {
  const { withUs, joined, reported, medianDays, atEnd, tips, redFlags, pain } = report;
  const waits = (part: keyof WaitForAnswer): string => {
    if (redFlags?.wait) return waitInWords(redFlags.wait[part]);
    return redFlags?.all === 0 ? 'none' : 'hidden';
  };
  return [
    [
      'Reach',
      [
        ['People who were with you in the month', String(withUs)],
        ['of them joined, or came back, in it', share(joined, withUs)],
      ],
    ],
    [
      'Reporting',
      [
        ['Logged a pain score at least once', share(reported, withUs)],
        [
          'Days with a score, of somebody in the middle of those',
          medianDays === undefined ? 'hidden' : String(medianDays),
        ],
      ],
    ],
    [
      'Delivery',
      [
        ['Tips due', shown(tips.all)],
        ['arrived', share(tips.arrived, tips.all)],
        ['taken by the provider, without a receipt', share(tips.onItsWay, tips.all)],
        ['did not arrive', share(tips.didNotArrive, tips.all)],
        ['in doubt', share(tips.inDoubt, tips.all)],
        ['not sent (paused, fewer tips wished, late, and so on)', share(tips.notSent, tips.all)],
      ],
    ],
    [
      'Leaving: when the month was over',
      [
        ['were with you', share(atEnd.withUs, withUs)],
        ['had left by their own word', share(atEnd.themselves, withUs)],
        ['were ended by a provider (carrier’s STOP, bounce, dead number)', share(atEnd.provider, withUs)],
      ],
    ],
    [
      'Red flags',
      redFlags === undefined
        ? [['not told: nobody looks at them, or the month’s are not kept any more', '']]
        : [
            ['Texts, mails and notes that sounded dangerous', shown(redFlags.all)],
            ['acknowledged by somebody', share(redFlags.acknowledged, redFlags.all)],
            ['until then, half of them waited at most', waits('median')],
            ['nine in ten at most, nights and days off included', waits('ninth')],
          ],
    ],
    ['Pain', [['The month’s last seven days less its first seven, 0 to 10', pain ? painInWords(pain) : 'hidden']]],
  ];
};

/** What must be read beside the figures. */
export const reportNotes: readonly string[] = [
  'The change in pain is that of people who said CLINIC YES and logged a score in both weeks. It was not caused by the tips, as far as this page can tell: pain rises and falls by itself, people join when it is at its worst, and who goes on logging is not everybody. There is nobody here who got no tips to compare with. A change that a person notices is about 2 points.',
  'A count of 1 to 4 is hidden, and so is whatever it could be subtracted from, so that nobody is pointed at; 0 is shown. Whoever has had everything erased is in no figure.',
];

/** The month's report as a page of HTML made for print. It loads nothing, so that it can be mailed. */
export const reportPage = (report: MonthReport, madeOn: string): string => {
  const title = `Backbeat: ${monthName(report.month.first)}`;
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<h1>${title}</h1>
<p class="note">${report.month.first} to ${report.month.last}, each person’s own days. Made on ${madeOn}.</p>
${reportSections(report).map(([heading, rows]) => html`<h2>${heading}</h2>\n${table(rows)}\n`)}
${reportNotes.map((note) => html`<p class="note">${note}</p>\n`)}
</body>
</html>
`);
};
