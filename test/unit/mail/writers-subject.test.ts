import { describe, expect, it } from 'vitest';
import { loadPrintedText } from '../../../shared/content/load-printed-text.ts';
import { mailsFor } from '../../../shared/content/mails.ts';
import { loadReplyReading } from '../../../shared/content/reply-reading.ts';
import { languages } from '../../../shared/domain/people/subscriber.ts';
import { writersSubject } from '../../../shared/domain/reading/own-text/writers-subject.ts';
import { noDanger } from '../../../shared/domain/reading/parsed-reply.ts';

const { parse } = loadReplyReading();
const heardIn = async (words: string, isReply = true) => {
  const subject = await writersSubject({ words, isReply }, parse, loadPrintedText);
  return parse(subject.words).danger;
};
const subjects = (await Promise.all(languages.map(mailsFor))).flat().map(({ subject }) => subject);

describe('the subject of an answer', () => {
  it('is ours, and says nothing of its writer, whatever the tip is about', async () => {
    expect(subjects.filter((subject) => parse(subject).danger.kind === 'suspected')).not.toEqual([]);
    for (const subject of subjects) expect(await heardIn(subject), subject).toEqual(noDanger);
  });

  it('is heard where its writer put words of their own into it', async () => {
    expect(await heardIn('tip - cannot pee, numb groin')).toMatchObject({ kind: 'flag', flag: 'now' });
    for (const subject of subjects)
      expect(await heardIn(`${subject}: I want to die`)).toMatchObject({ kind: 'flag', flag: 'crisis' });
  });
});

describe('the subject of a mail of its own', () => {
  it("is its writer's, whatever we print", async () => {
    // Which of ours are suspected, each training decides anew; the first that is stands for them.
    const ours = subjects.find((subject) => parse(subject).danger.kind === 'suspected') ?? '';
    expect(await heardIn(ours, false)).toMatchObject({ kind: 'suspected' });
  });
});
