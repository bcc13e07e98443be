import { readFileSync } from 'node:fs';
import { parseReply } from '../../shared/domain/reply/parse-reply.ts';
import { lexicon } from '../unit/reply/fresh-lexicon.ts';

// npx tsx test/corpus/measure-words.ts <folder with voices> <voice>... : opt-outs and talk by label, with every miss.

interface Text {
  readonly text: string;
  readonly label: string;
  readonly contestable?: boolean;
}

const [root = '', ...voices] = process.argv.slice(2);
const isQuiet = process.env['QUIET'] !== undefined;
const only = process.env['ONLY'];

const textsOf = (voice: string, file: string): readonly Text[] =>
  readFileSync(`${root}/${voice}/${file}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

const optOutOf = (text: string): string => {
  const { optOut, optOutInDoubt } = parseReply(text, lexicon);
  if (optOut !== undefined) return 'stop';
  return optOutInDoubt === true ? 'ask' : 'keep';
};

const talkOf = (text: string): string => {
  const reply = parseReply(text, lexicon);
  if (reply.optOut) return 'STOPPED';
  const { intent } = reply;
  if (intent.kind === 'talk') return intent.about;
  if (intent.kind === 'suggest') return `request:${intent.command}`;
  if (intent.kind === 'language') return 'language';
  if (intent.kind === 'unclear') return intent.about === 'score' ? 'unclear' : `request:${intent.about}`;
  return intent.kind === 'note' ? 'note' : `request:${intent.kind}`;
};

const percent = (part: number, all: number): string => (all === 0 ? '-' : `${((100 * part) / all).toFixed(1)}%`);
const miss = (voice: string, label: string, got: string, text: string): void => {
  if (!isQuiet) console.log(`  ${voice} ${label} -> ${got}: ${JSON.stringify(text)}`);
};

const sums = { heard: 0, asked: 0, stops: 0, false: 0, falseAsk: 0, others: 0, talk: 0, talks: 0 };
for (const voice of voices) {
  const row = { heard: 0, asked: 0, stops: 0, false: 0, falseAsk: 0, others: 0, talk: 0, talks: 0 };
  if (only !== 'talk') {
    for (const { text, label } of textsOf(voice, 'opt-outs')) {
      const got = optOutOf(text);
      if (got !== label) miss(voice, label, got, text);
      if (label === 'stop') {
        row.stops += 1;
        if (got === 'stop') row.heard += 1;
        if (got === 'ask') row.asked += 1;
      }
      if (label === 'keep') {
        row.others += 1;
        if (got === 'stop') row.false += 1;
        if (got === 'ask') row.falseAsk += 1;
      }
    }
    for (const file of ['scores', 'safety', 'talk']) {
      for (const { text, label } of textsOf(voice, file)) {
        const got = optOutOf(text);
        row.others += 1;
        if (got === 'keep') continue;
        miss(voice, `${file} ${label}`, got, text);
        if (got === 'stop') row.false += 1;
        else row.falseAsk += 1;
      }
    }
  }
  if (only !== 'optout') {
    for (const { text, label } of textsOf(voice, 'talk')) {
      const got = talkOf(text);
      row.talks += 1;
      if (got === label) row.talk += 1;
      else miss(voice, label, got, text);
    }
  }
  for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += row[key];
  console.log(
    `${voice}: heard ${row.heard}/${row.stops}, asked ${row.asked}; false ${row.false} asked ${row.falseAsk} of ${row.others}; talk ${row.talk}/${row.talks}`,
  );
}
console.log(
  `all: heard ${percent(sums.heard, sums.stops)}, asked ${percent(sums.asked, sums.stops)}; false ${percent(sums.false, sums.others)} (${sums.false}), needless questions ${percent(sums.falseAsk, sums.others)} (${sums.falseAsk}); talk ${percent(sums.talk, sums.talks)}`,
);
