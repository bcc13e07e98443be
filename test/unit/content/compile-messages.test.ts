import { describe, expect, it } from 'vitest';
import { changed, messages, useContentFolder } from './content-set-up.ts';

const { problemsOf } = useContentFolder();

const three = 'logged:\n  - "One: {score}."\n  - "Two: {score}."\n  - "Three: {score}."\n';

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
      at(2, '`logged` takes 181 characters as sent, 160 fit'),
    ],
    [
      'too long for the answers it is said in',
      messages.replace('diary.', `diary. ${'a'.repeat(90)}`),
      at(2, '`logged` has 126 characters; 100 fit the answers that it is said in'),
    ],
    ['two wordings', `${messages}again:\n  - "One."\n  - "Two."\n`, at(3, '`again` must have 3 wordings, or one')],
    ['a long dash', messages.replace('is in', '– in'), at(2, '`logged` holds "–" (U+2013), not in GSM-7')],
    ['a promise', messages.replace('is in your diary', 'will help you'), at(2, '"will help" is not allowed')],
    [
      'a message twice',
      `${messages}logged: "{score}"\n`,
      at(3, 'names `logged` a second time: leave one of the two out'),
    ],
  ])('%s', (_fault, text, problem) => {
    expect(problemsOf({ messages: text })).toContainEqual(expect.stringContaining(problem));
  });

  it.each([
    ['one wording for three', three, 'logged: "Backbeat: {score}."\n'],
    ['three wordings for one', messages, three],
  ])('by mail alone: %s', (_fault, both, messagesByMail) => {
    const tipAlone = messages.replace(/logged.*\n/, '');
    expect(problemsOf({ messages: both === three ? tipAlone + both : both, messagesByMail })).toEqual([
      expect.stringContaining('content/en/messages-by-mail.yaml:1: `logged` must have as many wordings'),
    ]);
    expect(problemsOf({ messages: tipAlone + three, messagesByMail: three })).toEqual([]);
  });

  it('all faults are listed, not only the first', () =>
    expect(
      problemsOf({ tip: changed('sms: Take', 'sms: Tâke'), messages: messages.replace('{score}', '{points}') }),
    ).toHaveLength(3));
});
