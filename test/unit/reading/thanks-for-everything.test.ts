import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

describe('thanks that may be a farewell', () => {
  it.each(['thanks for everything', 'thank you for everything', "thank you all for everything you've done"])(
    '%j is thanked for, with a line named beside, and no question about leaving',
    (body) => {
      expect(parseReply(body, lexicon)).toMatchObject({
        intent: { kind: 'talk', about: 'thanks' },
        danger: { kind: 'suspected', of: 'hopeless' },
        leaving: { kind: 'stays' },
      });
    },
  );

  it.each(['thanks for everything, please stop the messages', 'merci pour tout, arrêtez les messages'])(
    '%j leaves all the same',
    (body) => {
      expect(parseReply(body, lexicon).leaving.kind).toBe('leaves');
    },
  );
});

describe('thanks of somebody who will be there again', () => {
  it.each([
    'merci pour tout à demain',
    'merci pour tout, à bientôt !',
    'thanks for everything see you tomorrow',
    'thanks for everything, talk soon x',
  ])('are no despair that only a model hears: %j', (body) => {
    expect(parseReply(body, lexicon).danger.kind).toBe('none');
  });

  it.each(['thanks for everything i wont be here to see you tomorrow', 'merci pour tout adieu'])(
    'are still heard where they say otherwise: %j',
    (body) => {
      expect(parseReply(body, lexicon).danger.kind).not.toBe('none');
    },
  );
});
