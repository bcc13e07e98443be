import { median } from '../median.ts';
import { type Cell, contestants, type PeerResults } from './results.ts';

const width = 760;
const height = 360;
const margin = { left: 56, right: 12, top: 56, bottom: 40 };
const plotWidth = width - margin.left - margin.right;
const plotHeight = height - margin.top - margin.bottom;
/** Distinguishable without colour vision (Okabe and Ito); ours is the darkest. */
const colours = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9'] as const;

const ratesOf = (cell: Cell): readonly number[] => cell.runs.map((run) => run.perSecond);

/** The next round number above, for the top of the axis. */
const roundUp = (value: number): number => {
  const step = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return Math.ceil((value / step) * 2) * (step / 2);
};

/** Bars of the medians with the spread as a line, one group a delay, for the smaller number of people: it has the most runs. */
export const renderPlot = ({ cells }: PeerResults): string => {
  const people = Math.min(...cells.map((cell) => cell.people));
  const shown = cells.filter((cell) => cell.people === people);
  const delays = [...new Set(shown.map(({ delayMs }) => delayMs))];
  const top = roundUp(Math.max(...shown.flatMap(ratesOf)));
  const y = (rate: number): number => margin.top + plotHeight * (1 - rate / top);
  const groupWidth = plotWidth / delays.length;
  const barWidth = (groupWidth - 24) / contestants.length;

  const bar = (cell: Cell): string => {
    const index = contestants.indexOf(cell.contestant);
    const x = margin.left + delays.indexOf(cell.delayMs) * groupWidth + 12 + index * barWidth;
    const rates = ratesOf(cell);
    const middleRate = median(rates);
    const middle = x + barWidth / 2 - 1;
    return [
      `<rect x="${x.toFixed(1)}" y="${y(middleRate).toFixed(1)}" width="${(barWidth - 2).toFixed(1)}" height="${(plotHeight + margin.top - y(middleRate)).toFixed(1)}" fill="${colours[index]}"><title>${cell.contestant}, ${cell.delayMs} ms: ${Math.round(middleRate)} a second</title></rect>`,
      `<line x1="${middle.toFixed(1)}" x2="${middle.toFixed(1)}" y1="${y(Math.min(...rates)).toFixed(1)}" y2="${y(Math.max(...rates)).toFixed(1)}" stroke="#222" />`,
      `<text x="${middle.toFixed(1)}" y="${(y(Math.max(...rates)) - 4).toFixed(1)}" text-anchor="middle" font-size="10">${Math.round(middleRate)}</text>`,
    ].join('');
  };
  const gridLine = (share: number): string => {
    const at = y(top * share).toFixed(1);
    return `<line x1="${margin.left}" x2="${width - margin.right}" y1="${at}" y2="${at}" stroke="#ddd" /><text x="${margin.left - 6}" y="${at}" text-anchor="end" dominant-baseline="middle">${Math.round(top * share).toLocaleString('en-US')}</text>`;
  };
  const delayLabel = (delayMs: number, index: number): string =>
    `<text x="${(margin.left + (index + 0.5) * groupWidth).toFixed(1)}" y="${height - 16}" text-anchor="middle">provider answers after ${delayMs} ms</text>`;
  const legend = contestants
    .map(
      (name, index) =>
        `<rect x="${margin.left + index * 138}" y="30" width="10" height="10" fill="${colours[index]}" /><text x="${margin.left + 14 + index * 138}" y="39">${name}</text>`,
    )
    .join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Messages a second by contestant and delay of the provider" font-family="system-ui, sans-serif" font-size="12" fill="#222">`,
    `<rect width="${width}" height="${height}" fill="#fff" />`,
    `<text x="${margin.left}" y="18" font-size="14">Messages a second, ${people.toLocaleString('en-US')} people due in the same minute (median, line: slowest to fastest run)</text>`,
    legend,
    ...[0, 0.25, 0.5, 0.75, 1].map(gridLine),
    ...shown.map(bar),
    ...delays.map(delayLabel),
    '</svg>',
    '',
  ].join('\n');
};
