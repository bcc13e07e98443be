import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileContent } from '../../content/build/compile-content.ts';
import { ContentProblemsError } from '../../content/build/problem.ts';
import { sizeOf } from '../../content/build/text-size.ts';
import { mailsFor } from '../../shared/content/mails.ts';
import { firstProgramme } from '../../shared/content/programmes.ts';
import { textsFor } from '../../shared/content/texts.ts';
import { messageSpecs, renderMessage } from '../../shared/domain/answering/message.ts';
import { languages } from '../../shared/domain/people/subscriber.ts';

const today = '2026-11-22';
const contentRoot = join(import.meta.dirname, '../../content');

const paragraph =
  'You can walk a little each day. Walk to the door and back. Sit down when you need to. Then get up again. ';
const tip = `---
title: A short walk
subject: A short walk today
verdict: recommended
sms: Take a short walk today, and sit down when you need to.
more: Walk to the door and back. Ask a doctor first if you fall often.
evidence: Guidelines advise walking.
caution: Ask a doctor first if you fall often.
sources:
  - name: A guideline
    url: https://example.org/guideline
reviewed: ${today}
---

${paragraph.repeat(4).trim()}

- ${paragraph.repeat(2).trim()}
`;
const messages = 'tip: "Backbeat: {tip} Reply PAIN 0-10 or MORE."\nlogged: "Backbeat: {score} is in your diary."\n';
const programme = 'version: "1"\ndays: 1\ndose: 7\ntips:\n  - { tip: 01-walk, topic: moving }\n';
/** The same with one tip more. */
const withTip = (line: string): string => `${programme.replace('days: 1', 'days: 2')}  - ${line}\n`;
const specs = {
  tip: { segments: 1, sample: { tip: '' } },
  logged: { segments: 1, sample: { score: '10' } },
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'backbeat-content-'));
  mkdirSync(join(root, 'en/tips'), { recursive: true });
  mkdirSync(join(root, 'programmes'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** What the build says of that content; each part is sound unless given. */
const problemsOf = (files: {
  tip?: string;
  messages?: string;
  programme?: string;
  /** A second programme, `other`. */
  other?: string;
  second?: string;
}): readonly string[] => {
  writeFileSync(join(root, 'en/tips/01-walk.md'), files.tip ?? tip);
  if (files.second !== undefined) writeFileSync(join(root, 'en/tips/02-other.md'), files.second);
  writeFileSync(join(root, 'en/messages.yaml'), files.messages ?? messages);
  writeFileSync(join(root, 'programmes/back-care.yaml'), files.programme ?? programme);
  if (files.other !== undefined) writeFileSync(join(root, 'programmes/other.yaml'), files.other);
  try {
    compileContent(root, specs, today);
    return [];
  } catch (error) {
    if (!(error instanceof ContentProblemsError)) throw error;
    return error.message.split('\n');
  }
};

const changed = (from: string | RegExp, to: string): string => {
  const result = tip.replace(from, to);
  expect(result, `the fixture holds ${from}`).not.toBe(tip);
  return result;
};

describe('a sound tip', () => {
  it('passes', () => expect(problemsOf({})).toEqual([]));

  it('compiles to texts, and to a mail as HTML and as plain text', () => {
    problemsOf({});
    const { files } = compileContent(root, specs, today);
    expect(files.get('en/messages')).toEqual(expect.any(Object));
    expect(files.get('en/tips')).toMatchObject([{ id: '01-walk', sms: expect.any(String), more: expect.any(String) }]);
    expect(files.get('en/mails')).toMatchObject({
      tips: [
        { html: expect.stringMatching(/^<p>You can.*<\/ul>$/s), text: expect.stringMatching(/\n\n- You can walk/) },
      ],
    });
  });

  it('may be exactly 160 septets long as sent', () => {
    // `Backbeat: ` and ` Reply PAIN 0-10 or MORE.` take 35.
    const sms = `sms: Walk ${'a'.repeat(119)}.`;
    expect(problemsOf({ tip: changed(/^sms: .*$/m, sms) }).filter((problem) => problem.includes('septets'))).toEqual(
      [],
    );
  });
});

describe('one fault in a tip is named with its line', () => {
  const line = (n: number, what: string) => `content/en/tips/01-walk.md:${n}: ${what}`;
  it.each([
    ['an emoji', changed('walk today, and', 'walk 🚶 today, and'), line(5, '`sms` holds "🚶" (U+1F6B6), not in GSM-7')],
    [
      'a curly quote in MORE',
      changed('the door and', 'the door’s end and'),
      line(6, '`more` holds "’" (U+2019), not in'),
    ],
    [
      'a decomposed accent',
      changed('short walk today, and', 'cafe\u0301 walk, and'),
      line(5, '`sms` holds "e\u0301" (U+0065)'),
    ],
    [
      '161 septets',
      changed(/^sms: .*$/m, `sms: Walk ${'a'.repeat(120)}.`),
      line(5, '`sms` takes 161 septets as sent, 160 fit: shorten it by 1 or more'),
    ],
    [
      'an extension character that costs two',
      changed(/^sms: .*$/m, `sms: Walk ${'a'.repeat(118)}€.`),
      line(5, '`sms` takes 161 septets'),
    ],
    [
      'MORE in four segments',
      changed(/^more: .*$/m, `more: ${'Walk a bit. '.repeat(39)}`),
      line(6, '`more` takes 467 septets as sent, 459 fit'),
    ],
    [
      'a text that is hard to read',
      changed(
        'Walk to the door and back. Ask',
        'Physiotherapeutic interventions necessitate individualised consultation regarding osteoporosis, anticoagulation and cardiovascular contraindications. Ask',
      ),
      line(5, '`sms` with `more` reads at grade'),
    ],
    [
      'a mail that is hard to read',
      changed(/Then get up again\./g, 'Physiotherapeutic rehabilitation necessitates individualised consultation.'),
      line(14, 'the mail with its caution reads at grade'),
    ],
    ['a mail that is too short', changed(/\n- .*$/s, '\n'), line(14, 'the mail has 92 words: write 120 to 250')],
    [
      'no source',
      changed(/sources:\n(?: .*\n)+/, 'sources: []\n'),
      line(9, '`sources` is empty: name at least one source'),
    ],
    [
      'a source that is not https',
      changed('https://example.org', 'http://example.org'),
      line(11, '`sources.0.url` must be an https address'),
    ],
    ['no caution', changed(/caution: .*\n/, ''), line(2, '`caution` is missing: say who should not do this')],
    [
      'an old review',
      changed(/reviewed: .*/, 'reviewed: 2024-11-21'),
      line(12, 'last reviewed on 2024-11-21: check it against its sources again'),
    ],
    [
      'a day that does not exist',
      changed(/reviewed: .*/, 'reviewed: 2026-02-30'),
      line(12, '`reviewed` must be the day somebody last checked'),
    ],
    [
      'a mistyped year',
      changed(/reviewed: .*/, 'reviewed: 2062-11-22'),
      line(12, 'reviewed in the future (2062-11-22)'),
    ],
    [
      'an unknown verdict',
      changed('verdict: recommended', 'verdict: great'),
      line(4, '`verdict` must be recommended, may-help'),
    ],
    [
      'a promise',
      changed('Guidelines advise walking.', 'Walking will ease your pain.'),
      line(7, '"will ease" is not allowed: nobody can promise relief'),
    ],
    [
      'a promise across lines of the mail',
      changed('each day. Walk to the door', 'each day. Get rid of\nyour back pain. Walk to the door'),
      line(15, '"Get rid of your back pain" is not allowed'),
    ],
    [
      'advice against a medicine',
      changed('Sit down when', 'Stop taking pills when'),
      line(15, '"Stop taking" is not allowed'),
    ],
    ['HTML', changed('You can walk', 'You <b>can</b> walk'), line(15, 'HTML is not supported in a mail')],
    [
      'a heading',
      changed('\nYou can walk', '\n# Walk\n\nYou can walk'),
      line(15, '"heading" is not supported in a mail'),
    ],
    ['a misspelt key', changed('caution:', 'cautoin:'), line(2, '`caution` is missing')],
    [
      'broken YAML',
      changed('title: A short walk', 'title: "A short walk'),
      line(13, 'not valid YAML: Missing closing "quote'),
    ],
    ['no front matter', 'Walk.', line(1, 'must begin with front matter')],
  ])('%s', (_fault, fault, problem) => {
    expect(problemsOf({ tip: fault })).toContainEqual(expect.stringContaining(problem));
  });

  it('a review two years old to the day still counts', () =>
    expect(problemsOf({ tip: changed(/reviewed: .*/, 'reviewed: 2024-11-22') })).toEqual([]));

  it.each(['Do not stop taking your pills.', 'A walk will not ease all pain.', 'It may help, and it can ease pain.'])(
    'an honest sentence passes: %s',
    (sentence) => expect(problemsOf({ tip: changed('Guidelines advise walking.', sentence) })).toEqual([]),
  );
});

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
      'content/programmes/back-care.yaml:5: `tips.0.tip` must be a number of two digits and a name',
    ],
    [
      'a tip without a topic',
      { programme: programme.replace(', topic: moving', '') },
      'content/programmes/back-care.yaml:5: `tips.0.topic` is missing',
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
  const { files } = compileContent(root, specs, today);
  expect(files.get('programmes')).toMatchObject({ 'back-care': { tips: [{ tip: '02-other', number: 2 }] } });
});

it('content without the programme that everybody begins with is refused', () => {
  expect(problemsOf({})).toEqual([]);
  rmSync(join(root, 'programmes/back-care.yaml'));
  expect(() => compileContent(root, specs, today)).toThrow(
    'content/programmes/back-care.yaml:1: is missing: it is the programme that everybody begins with',
  );
});

describe('faults of the messages', () => {
  const at = (n: number, what: string) => `content/en/messages.yaml:${n}: ${what}`;
  it.each([
    ['a missing message', messages.replace(/logged.*\n/, ''), at(1, '`logged` is missing: the service has to say it')],
    [
      'a message nobody sends',
      `${messages}logedd: "Hello."\n`,
      at(3, '`logedd` is not in shared/domain/answering/message.ts'),
    ],
    [
      'an unknown placeholder',
      messages.replace('{score}', '{score} {scroe}'),
      at(2, '`logged` uses {scroe}, which nothing fills in'),
    ],
    ['a forgotten placeholder', messages.replace('{score} is', 'It is'), at(2, '`logged` does not use {score}')],
    [
      'a second segment',
      messages.replace('diary.', `diary. ${'a'.repeat(150)}`),
      at(2, '`logged` takes 181 septets as sent, 160 fit'),
    ],
    ['a long dash', messages.replace('is in', '– in'), at(2, '`logged` holds "–" (U+2013), not in GSM-7')],
    ['a promise', messages.replace('is in your diary', 'will help you'), at(2, '"will help" is not allowed')],
    ['a message twice', `${messages}logged: "{score}"\n`, at(3, 'not valid YAML: Map keys must be unique')],
  ])('%s', (_fault, text, problem) => {
    expect(problemsOf({ messages: text })).toContainEqual(expect.stringContaining(problem));
  });

  it('all faults are listed, not only the first', () =>
    expect(
      problemsOf({ tip: changed('sms: Take', 'sms: Tâke'), messages: messages.replace('{score}', '{points}') }),
    ).toHaveLength(3));
});

describe('the real content', () => {
  it('begins with what pain means, with moving, pacing, sleep and a goal; what others do to a back is in the last two weeks', () => {
    const { tips } = firstProgramme();
    const topics = tips.map(({ topic }) => topic);
    expect(new Set(topics.slice(0, 7))).toEqual(new Set(['understanding', 'moving', 'pacing', 'sleep']));
    expect(tips.slice(0, 7).map(({ tip }) => tip)).toContain('32-smart-goals');
    expect(Math.min(...topics.flatMap((topic, at) => (topic === 'hands-on' ? [at] : [])))).toBeGreaterThan(21);
    expect(tips.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 36 }, (_, at) => at + 1),
    );
  });

  it('passes every check', () =>
    expect(compileContent(contentRoot, messageSpecs, today).summary).toMatch(/^content.*: 36 tips, \d+ messages/));

  describe.each(languages)('in %s', (language) => {
    it('is what the service serves', async () => {
      const { files } = compileContent(contentRoot, messageSpecs, today);
      const { messages, tips } = await textsFor(language);
      expect(files.get(`${language}/messages`)).toEqual(messages);
      expect(files.get(`${language}/tips`)).toEqual(tips);
      expect(files.get(`${language}/mails`)).toMatchObject({ tips: await mailsFor(language) });
    });

    it('sends each of the 36 tips as one segment, and each longer form as three at most', async () => {
      const { messages: all, tips } = await textsFor(language);
      expect(tips).toHaveLength(36);
      for (const { sms, more } of tips) {
        expect(sizeOf(renderMessage(all, 'tip', { tip: sms }))).toMatchObject({ segments: 1, foreign: [] });
        expect(sizeOf(more)).toMatchObject({ foreign: [] });
        expect(sizeOf(more).segments).toBeLessThanOrEqual(3);
      }
    });

    it('has texts and mails of the same tips, those of every other language', async () => {
      const ids = (await textsFor('en')).tips.map(({ id }) => id);
      expect((await textsFor(language)).tips.map(({ id }) => id)).toEqual(ids);
      expect((await mailsFor(language)).map(({ id }) => id)).toEqual(ids);
    });
  });
});
