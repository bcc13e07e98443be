import { describe, expect, it } from 'vitest';
import { changed, useContentFolder } from './content-set-up.ts';

const { compile, problemsOf } = useContentFolder();

describe('a sound tip', () => {
  it('passes', () => expect(problemsOf({})).toEqual([]));

  it('compiles to texts, and to a mail as HTML and as plain text', () => {
    problemsOf({});
    const { files } = compile();
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
    expect(
      problemsOf({ tip: changed(/^sms: .*$/m, sms) }).filter((problem) => problem.includes('characters as sent')),
    ).toEqual([]);
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
      '161 characters',
      changed(/^sms: .*$/m, `sms: Walk ${'a'.repeat(120)}.`),
      line(5, '`sms` takes 161 characters as sent, 160 fit: shorten it by 1 or more'),
    ],
    [
      'an extension character that costs two',
      changed(/^sms: .*$/m, `sms: Walk ${'a'.repeat(118)}€.`),
      line(5, '`sms` takes 161 characters'),
    ],
    [
      'MORE in four segments',
      changed(/^more: .*$/m, `more: ${'Walk a bit. '.repeat(39)}`),
      line(6, '`more` takes 467 characters as sent, 459 fit'),
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
      line(11, '`url` in no. 1 of `sources` must be an https address'),
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
    ['a misspelt key', changed('caution:', 'cautoin:'), line(8, '`cautoin` is not known here: write `caution`')],
    [
      'broken YAML',
      changed('title: A short walk', 'title: "A short walk'),
      line(2, 'opens a quote that nothing closes'),
    ],
    ['no front matter', 'Walk.', line(1, 'must begin with a line of three plain hyphens (---)')],
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
