import type { DayScore } from '../domain/diary/diary-statistics.ts';
import { notations } from '../domain/diary/notation.ts';
import type { Language } from '../domain/people/subscriber.ts';
import { escapeHtml } from './fill-template.ts';

/** The width of a score of 10 in the text part, in blocks. */
const blocks = 10;

const asText = (days: readonly DayScore[], language: Language): string => {
  const { number, weekday } = notations[language];
  return days
    .map(({ date, score }) =>
      score === null
        ? `${weekday(date)}  –`
        : `${weekday(date)}  ${'█'.repeat(Math.round((score * blocks) / 10))} ${number(score)}`,
    )
    .join('\n');
};

const cell = 'style="padding:2px 8px 2px 0;white-space:nowrap"';

/** A bar: a coloured cell, which mail programs show without loading anything. The number beside it says the same. */
const barOf = (score: number): string =>
  score === 0
    ? ''
    : `<table role="presentation" aria-hidden="true" cellpadding="0" cellspacing="0" width="${Math.round(score * 10)}%"><tr><td class="bar" bgcolor="#1c6350" height="14" style="font-size:1px;line-height:14px">&nbsp;</td></tr></table>`;

const asHtml = (days: readonly DayScore[], language: Language, caption: string): string => {
  const { number, weekday } = notations[language];
  const rows = days.map(
    ({ date, score }) =>
      `<tr><th scope="row" align="left" ${cell}>${escapeHtml(weekday(date))}</th>` +
      `<td ${cell}>${score === null ? '–' : escapeHtml(number(score))}</td>` +
      `<td width="80%">${score === null ? '' : barOf(score)}</td></tr>`,
  );
  return `<p>${escapeHtml(caption)}</p><table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 20px" aria-label="${escapeHtml(caption)}">${rows.join('')}</table>`;
};

/** A week as bars without an image: as an HTML table, and as blocks for the text part. */
export const weekBars = (
  days: readonly DayScore[],
  language: Language,
  caption: string,
): { readonly text: string; readonly html: string } => ({
  text: `${caption}\n${asText(days, language)}`,
  html: asHtml(days, language, caption),
});
