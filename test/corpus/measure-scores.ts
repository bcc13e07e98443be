/**
 * How well scores are read: `node test/corpus/measure-scores.ts <folder> <voice>...` prints for each voice how many texts
 * were read right, asked about, missed and wrong; with `--misses` every one that is not right.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Intent } from '../../shared/domain/reply/intent.ts';
import { parseReply } from '../../shared/domain/reply/parse-reply.ts';
import { lexicon } from '../unit/reply/fresh-lexicon.ts';

interface Labelled {
  readonly text: string;
  readonly label: string;
  readonly value?: number;
  readonly contestable?: boolean;
}

type Outcome = 'right' | 'asked' | 'missed' | 'wrong';

const loggedKinds: Readonly<Record<string, Intent['kind']>> = { score: 'score', yesterday: 'yesterday', fix: 'fix' };

/** A number logged that was not meant is wrong, whatever else; one asked about by its value costs a digit. */
const judge = ({ label, value }: Labelled, intent: Intent): Outcome => {
  const expected = loggedKinds[label];
  const isLogged = intent.kind === 'score' || intent.kind === 'yesterday' || intent.kind === 'fix';
  if (expected === undefined) return isLogged ? 'wrong' : 'right';
  if (isLogged) return intent.kind === expected && intent.score === value ? 'right' : 'wrong';
  return intent.kind === 'score-in-doubt' && intent.score === value ? 'asked' : 'missed';
};

const linesOf = (path: string): Labelled[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line))
    : [];

const [folder = 'test/corpus', ...rest] = process.argv.slice(2);
const showMisses = rest.includes('--misses');
const voices = rest.filter((word) => !word.startsWith('--'));
const totals = { right: 0, asked: 0, missed: 0, wrong: 0 };
for (const voice of voices) {
  const counts = new Map<string, number>();
  const texts = [
    ...linesOf(join(folder, voice, 'scores.jsonl')),
    ...linesOf(join(folder, voice, 'safety.jsonl'))
      .filter(({ value }) => value !== undefined)
      .map((line) => ({ ...line, label: 'score' })),
  ];
  for (const line of texts) {
    const { intent } = parseReply(line.text, lexicon);
    const outcome = judge(line, intent);
    const isScore = loggedKinds[line.label] !== undefined;
    if (isScore) totals[outcome] += 1;
    else if (outcome === 'wrong') totals.wrong += 1;
    const key = `${isScore ? line.label : 'none'} ${outcome}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (showMisses && outcome !== 'right')
      console.log(
        outcome.padEnd(7),
        `${line.label} ${line.value ?? ''}`.padEnd(12),
        JSON.stringify(line.text),
        JSON.stringify(intent),
        line.contestable ? 'contestable' : '',
      );
    if (showMisses && line.label === 'ask' && intent.kind !== 'score-in-doubt')
      console.log('unasked', String(line.value ?? '').padEnd(12), JSON.stringify(line.text), intent.kind);
  }
  console.log(
    voice.padEnd(10),
    [...counts]
      .sort()
      .map(([key, count]) => `${key} ${count}`)
      .join(', '),
  );
}
const said = totals.right + totals.asked + totals.missed;
console.log(
  `of ${said} scores ${totals.right} logged (${((100 * totals.right) / said).toFixed(1)} %), ${totals.asked} asked by value, ${totals.missed} missed; ${totals.wrong} wrong numbers in all`,
);
