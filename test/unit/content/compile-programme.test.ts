import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { programme, tip, useContentFolder, withTip } from './content-set-up.ts';

const { compile, inFolder, problemsOf } = useContentFolder();

describe('faults of the programme', () => {
  it.each([
    [
      'a tip nobody gets',
      { second: tip.replaceAll('walk', 'stroll') },
      'content/en/tips/02-other.md:1: is in no programme of content/programmes',
    ],
    [
      'a tip without a file',
      { programme: withTip('{ tip: 02-other, topic: moving }') },
      'content/programmes/back-care.yaml:6: 02-other has no file content/en/tips/02-other.md',
    ],
    [
      'a tip listed twice',
      { programme: withTip('{ tip: 01-walk, topic: moving }') },
      'content/programmes/back-care.yaml:6: 01-walk is listed twice',
    ],
    [
      'no version',
      { programme: programme.replace('version: "1"\n', '') },
      'content/programmes/back-care.yaml:1: `version` is missing',
    ],
    [
      'a tip without a number',
      { programme: programme.replace('01-walk', 'walk') },
      'content/programmes/back-care.yaml:5: `tip` in no. 1 of `tips` must be a number of two digits and a name',
    ],
    [
      'a tip without a topic',
      { programme: programme.replace(', topic: moving', '') },
      'content/programmes/back-care.yaml:5: `topic` in no. 1 of `tips` is missing',
    ],
    [
      'more than a message a day',
      { programme: programme.replace('dose: 7', 'dose: 8') },
      'content/programmes/back-care.yaml:3: `dose` must be 1 to 7 messages a week',
    ],
    [
      'no message at all',
      { programme: programme.replace('dose: 7', 'dose: 0') },
      'content/programmes/back-care.yaml:3: `dose` must be 1 to 7 messages a week',
    ],
    [
      'a day promised without a message',
      { programme: programme.replace('days: 1', 'days: 2') },
      'content/programmes/back-care.yaml:2: 2 days at 7 messages a week take 2 tips, and 1 are listed',
    ],
    [
      'an earlier order that holds a tip twice',
      { programme: `${programme}formerly:\n  - 01-walk\n  - 01-walk\n` },
      'content/programmes/back-care.yaml:8: 01-walk is listed twice in `formerly`',
    ],
    [
      'a tip to skip that is not listed',
      { programme: `${programme}skip:\n  - 02-other\n` },
      'content/programmes/back-care.yaml:7: 02-other is not in `tips`, so there is nothing to skip',
    ],
    [
      'a programme that skips all of its tips',
      { programme: `${programme}skip: [01-walk]\n` },
      'content/programmes/back-care.yaml:6: leaves out every tip',
    ],
    [
      'a flare without a programme',
      { programme: programme.replace('dose: 7', 'dose: 7\nflare: easier') },
      'content/programmes/back-care.yaml:4: there is no content/programmes/easier.yaml',
    ],
    [
      'a flare in which an effort is asked for',
      {
        programme: programme
          .replace('dose: 7', 'dose: 7\nflare: other')
          .replace('topic: moving }', 'topic: moving, effort: true }'),
        other: programme,
      },
      'content/programmes/other.yaml:5: 01-walk asks for an effort in content/programmes/back-care.yaml',
    ],
    [
      'an effort that is neither',
      { programme: programme.replace('topic: moving }', 'topic: moving, effort: false }') },
      'content/programmes/back-care.yaml:5: `effort` in no. 1 of `tips` is `true`, or is left out',
    ],
    [
      'two tips of one number',
      { other: programme.replace('01-walk', '01-stroll') },
      'content/programmes/other.yaml:5: 01-stroll has the number of 01-walk',
    ],
    [
      'a tip of the second programme without a file',
      { other: programme.replace('01-walk', '02-other') },
      'content/programmes/other.yaml:5: 02-other has no file content/en/tips/02-other.md',
    ],
    [
      'two tips of one title',
      { programme: withTip('{ tip: 02-other, topic: moving }'), second: tip },
      'content/en/tips/02-other.md:2: `title` is that of 01-walk',
    ],
  ])('%s', (_fault, files, problem) => {
    expect(problemsOf(files)).toContainEqual(expect.stringContaining(problem));
  });
});

it('a clinic leaves a tip out by one line: its file stays, and nobody gets it', () => {
  const second = tip.replaceAll('walk', 'stroll').replaceAll('Walk', 'Stroll');
  const skipped = `${withTip('{ tip: 02-other, topic: moving }')}skip: [01-walk]\n`;
  expect(problemsOf({ second, programme: skipped })).toEqual([]);
  const { files } = compile();
  expect(files.get('programmes')).toMatchObject({ 'back-care': { tips: [{ tip: '02-other', number: 2 }] } });
});

it('content without the programme that everybody begins with is refused', () => {
  expect(problemsOf({})).toEqual([]);
  rmSync(inFolder('programmes/back-care.yaml'));
  expect(() => compile()).toThrow(
    'content/programmes/back-care.yaml:1: is missing: it is the programme that everybody begins with',
  );
});
