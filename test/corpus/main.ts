import { parseArgs } from 'node:util';
import { loadReplyReading } from '../../shared/content/reply-reading.ts';
import { isWrongNumber, judge, type Outcome } from './judge.ts';
import { type Labelled, type Subject, subjects, textsOf } from './labelled.ts';
import { readByPeer } from './peer.ts';
import { voices } from './voices.ts';

// `npm run reading`: how well replies are read, over all corpora; with --misses every text that was not read right, with --peer
// the scores as goflow (RapidPro, TextIt) reads them, where there is Go.

const { values } = parseArgs({
  options: { misses: { type: 'boolean' }, peer: { type: 'boolean' }, voice: { type: 'string', multiple: true } },
});
const { parse } = loadReplyReading();
const outcomes: readonly Outcome[] = ['right', 'asked', 'missed', 'wrong'];

interface Read {
  readonly subject: Subject;
  readonly voice: string;
  readonly isLeftOut: boolean;
  readonly labelled: Labelled;
  readonly outcome: Outcome;
  readonly hasWrongNumber: boolean;
}

const read: readonly Read[] = voices
  .filter(({ name }) => values.voice === undefined || values.voice.includes(name))
  .flatMap(({ name, leftOut = false }) =>
    subjects.flatMap((subject) =>
      textsOf(subject, name).map((labelled) => {
        const reply = parse(labelled.text);
        return {
          ...{ subject, voice: name, isLeftOut: leftOut, labelled },
          outcome: judge(subject, labelled, reply),
          hasWrongNumber: isWrongNumber(subject, labelled, reply),
        };
      }),
    ),
  );

const row = (name: string, texts: readonly Read[]): string =>
  `| ${name} | ${texts.length} | ${outcomes
    .map((outcome) => texts.filter((text) => text.outcome === outcome).length)
    .map((count) => `${count} (${((100 * count) / Math.max(1, texts.length)).toFixed(1)} %)`)
    .join(' | ')} |`;

for (const isLeftOut of [true, false]) {
  const texts = read.filter((text) => text.isLeftOut === isLeftOut);
  if (texts.length === 0) continue;
  console.log(isLeftOut ? '\n## Voices left out\n' : '\n## Voices that the lexicons were made by\n');
  console.log('| label | texts | right | asked | missed | wrong |\n| --- | --: | --: | --: | --: | --: |');
  for (const subject of subjects) {
    for (const lang of ['en', 'fr'] as const) {
      const spoken = texts.filter((text) => text.subject === subject && text.labelled.lang === lang);
      const labels = subject === 'talk' ? [] : [...new Set(spoken.map(({ labelled }) => labelled.label))].sort();
      for (const label of labels)
        console.log(
          row(
            `${subject}, ${lang}: ${label}`,
            spoken.filter(({ labelled }) => labelled.label === label),
          ),
        );
      console.log(row(`**${subject}, ${lang}**`, spoken));
    }
  }
  const others = texts.filter(({ subject }) => subject === 'talk' || subject === 'safety');
  const wrong = others.filter(({ hasWrongNumber }) => hasWrongNumber).length;
  console.log(`\nNumbers logged that nobody gave, in ${others.length} texts of talk and safety: ${wrong}`);
}

if (values.peer) {
  console.log(
    '\n## Scores, read by goflow\n\n| language | texts | right | missed | wrong |\n| --- | --: | --: | --: | --: |',
  );
  for (const lang of ['en', 'fr'] as const) {
    const scores = read.filter(({ subject, labelled }) => subject === 'scores' && labelled.lang === lang);
    const { texts, right, missed, wrong } = readByPeer(scores.map(({ labelled }) => labelled));
    console.log(`| ${lang} | ${texts} | ${right} | ${missed} | ${wrong} |`);
  }
}

if (values.misses) {
  console.log('\n## Not read right\n');
  for (const { subject, voice, labelled, outcome, hasWrongNumber } of read) {
    if (outcome === 'right' && !hasWrongNumber) continue;
    const meant = `${labelled.label}${labelled.value === undefined ? '' : ` ${labelled.value}`}`;
    console.log(
      `- ${hasWrongNumber ? 'wrong number' : outcome}, ${subject}, ${voice}, meant ${meant}${labelled.contestable ? ' (contestable)' : ''}: ${JSON.stringify(labelled.text)}`,
    );
  }
}
