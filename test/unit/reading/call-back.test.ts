import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const intentOf = (said: string) => parseReply(said, lexicon).intent.kind;

describe('a wish to be called', () => {
  it.each([
    ...[
      'CALL ME',
      'call me back',
      'Can you ring me back?',
      'could someone call me please',
      'give me a ring when you can',
    ],
    ...['please phone me today', 'would you call me asap', 'I want a call', "I'd like someone to call me back"],
    ...['Could someone from the clinic please ring me', 'give me a bell', 'can a nurse call me'],
    ...['RAPPELEZ-MOI', 'rappelez moi svp', 'Vous pouvez me rappeler ?', 'quelqu’un peut m’appeler aujourd’hui ?'],
    ...[
      'pourriez-vous me téléphoner',
      'je voudrais être rappelée',
      'appelez-moi vite',
      'est-ce que vous pouvez me rappeler',
    ],
  ])('is heard in %s', (said) => expect(intentOf(said)).toBe('call-me'));

  it.each([
    ...['they call me Jo', 'my doctor will call me', 'my son can call me tomorrow', 'call me a taxi', 'call me crazy'],
    ...['give me a break', 'nobody can call me', 'I want to call my mother', 'don’t call me', 'you can call me Jo'],
    ...['on m’appelle Jo', 'mon médecin me rappelle demain', 'ne me rappelez pas', 'rappelez-moi le conseil'],
  ])('is not heard in %s', (said) => expect(intentOf(said)).not.toBe('call-me'));
});
