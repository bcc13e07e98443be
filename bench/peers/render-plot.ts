import { median } from '../median.ts';
import { type Cell, contestants, type PeerResults } from './results.ts';

const width = 760;
const height = 360;
const margin = { left: 72, right: 12, top: 64, bottom: 40 };
const plotWidth = width - margin.left - margin.right;
const plotHeight = height - margin.top - margin.bottom;
/** Distinguishable without colour vision (Okabe and Ito); ours are the blues. */
const colours = ['#0072b2', '#56b4e9', '#e69f00', '#009e73', '#cc79a7'] as const;

const ratesOf = (cell: Cell): readonly number[] => cell.runs.map((run) => run.perSecond);

/** A round distance between the lines of the grid: at most five of them up to a value. */
const stepFor = (highest: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(highest, 1)));
  return [0.2, 0.5, 1, 2].map((share) => share * power).find((step) => highest / step <= 5) ?? power * 2;
};

/** Bars of the medians with the spread as a line, one group a delay, for the smaller number of people: it has the most runs. */
export const renderPlot = ({ cells, inFlight }: PeerResults): string => {
  const people = Math.min(...cells.map((cell) => cell.people));
  const shown = cells.filter((cell) => cell.people === people);
  const delays = [...new Set(shown.map(({ delayMs }) => delayMs))];
  const step = stepFor(Math.max(...shown.flatMap(ratesOf)));
  const top = step * Math.ceil(Math.max(...shown.flatMap(ratesOf)) / step);
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
      `<text x="${middle.toFixed(1)}" y="${(y(Math.max(...rates)) - 4).toFixed(1)}" text-anchor="middle" font-size="10" stroke="#fff" stroke-width="3" paint-order="stroke">${Math.round(middleRate)}</text>`,
    ].join('');
  };
  const gridLine = (rate: number): string => {
    const at = y(rate).toFixed(1);
    return `<line x1="${margin.left}" x2="${width - margin.right}" y1="${at}" y2="${at}" stroke="#ddd" /><text x="${margin.left - 6}" y="${at}" text-anchor="end" dominant-baseline="middle">${rate.toLocaleString('en-US')}</text>`;
  };
  /** What the sends in flight allow at that delay, where it is within the plot. */
  const ceiling = (delayMs: number, index: number): string => {
    const rate = inFlight / (delayMs / 1000);
    if (rate > top) return '';
    const [from, to, at] = [index * groupWidth + 4, (index + 1) * groupWidth - 4, y(rate).toFixed(1)];
    return `<line x1="${margin.left + from}" x2="${margin.left + to}" y1="${at}" y2="${at}" stroke="#222" stroke-dasharray="4 3"><title>${inFlight} in flight, ${delayMs} ms each: ${Math.round(rate)} a second at most</title></line>`;
  };
  const delayLabel = (delayMs: number, index: number): string =>
    `<text x="${(margin.left + (index + 0.5) * groupWidth).toFixed(1)}" y="${height - 16}" text-anchor="middle">provider answers after ${delayMs} ms</text>`;
  /** About as wide as its name is set. */
  const legendWidth = (name: string): number => 34 + name.length * 6.6;
  const legend = contestants
    .map((name, index) => {
      const x = contestants.slice(0, index).reduce((sum, before) => sum + legendWidth(before), margin.left);
      return `<rect x="${x.toFixed(1)}" y="32" width="10" height="10" fill="${colours[index]}" /><text x="${(x + 14).toFixed(1)}" y="41">${name}</text>`;
    })
    .join('');
  const middleOfAxis = margin.top + plotHeight / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Messages a second by contestant and delay of the provider" font-family="system-ui, sans-serif" font-size="12" fill="#222">`,
    `<rect width="${width}" height="${height}" fill="#fff" />`,
    `<text x="${margin.left}" y="18" font-size="12">${people.toLocaleString('en-US')} people due at once: medians, slowest and fastest run; dashed: what ${inFlight} in flight allow</text>`,
    `<text transform="rotate(-90 14 ${middleOfAxis})" x="14" y="${middleOfAxis}" text-anchor="middle">messages a second</text>`,
    legend,
    ...Array.from({ length: Math.round(top / step) + 1 }, (_, index) => gridLine(index * step)),
    ...delays.map(ceiling),
    ...shown.map(bar),
    ...delays.map(delayLabel),
    '</svg>',
    '',
  ].join('\n');
};
