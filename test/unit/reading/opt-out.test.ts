import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { optOutOf } from '../../../shared/domain/reading/parsed-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const optOutIn = (body: string) => optOutOf(parseReply(body, lexicon));

describe('opting out', () => {
  it.each(['STOP PAIN 5', 'stop 5/10', '5 and stop'])('%j leaves, and keeps the score beside it', (body) => {
    expect(parseReply(body, lexicon)).toMatchObject({
      leaving: { kind: 'leaves', by: 'ours' },
      intent: { kind: 'score', score: 5 },
    });
  });

  it.each(['STOP', 'stop', ' Stop ', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'])(
    '%j is the carrier’s own word: Twilio answers it',
    (body) => {
      expect(optOutIn(body)).toEqual({ by: 'carrier', wrongNumber: false });
    },
  );

  it.each([
    ...[
      'Stop.',
      'STOP!',
      'STOP PLEASE',
      'please stop',
      'stop now please',
      'stop it',
      'STOP STOP',
      'can you please stop',
      'Unsubscribe.',
    ],
    ...[
      'opt out',
      'opt-out',
      'OPT OUT',
      'I want to opt out',
      'unsubscribe me',
      'how do I unsubscribe?',
      'cancel please',
      'end please',
    ],
    ...[
      'please stop texting me',
      'stop sending me messages',
      'Stop these texts',
      'stop the tips',
      'quit texting me',
      'no more texts',
      'no more messages please',
    ],
    ...[
      "don't text me anymore",
      'Don’t text me',
      'do not contact me again',
      "I don't want these texts anymore",
      'please cancel my subscription',
    ],
    ...[
      'please remove me',
      'remove my number',
      'take me off the list',
      'take me off your list please',
      'leave me alone',
      'go away',
      'not interested',
      'lose my number',
    ],
    ...['I never signed up for this', 'I revoke my consent', 'stpo', 'stopp', 'sotp', 'unsubcribe'],
    ...[
      'ARRET',
      'ARRÊT',
      'Arrêtez',
      'arrêtez svp',
      'DESABONNER',
      'désabonnez-moi',
      "ne m'envoyez plus de messages",
      "arrêtez de m'écrire",
    ],
    ...['HELP STOP', 'STOP HELP', 'stop help please', 'HELP/STOP', 'AIDE ARRET'],
    ...['STOP 6', 'STOP 6 please', 'StopNow'],
    ...['S.T.O.P.', 'S T O P', 's-t-o-p', 'STO P', '🛑', '🛑🛑', '🛑 please', '🛑 texting me', 'ok. 🛑'],
    ...['STOP YOU BASTARDS', 'STOP IMMEDIATELY OR I WILL SUE', 'stop now or else', 'Stop. Or I call a lawyer'],
    ...[
      'Thanks, but stop',
      'thanks but please stop',
      'I said stop',
      'I said STOP!',
      'I told you to stop',
      'I asked you to stop',
    ],
    ...[
      'you need to stop',
      'you must stop',
      'I already told you to stop',
      'for the last time, stop',
      'stop for now',
      'stop for a while',
    ],
    ...['stop and leave me alone', 'STOP JOIN', 'JOIN STOP'],
    ...["I don't want this anymore", 'I no longer want these', "I don't want them any more", 'FIN', 'fin svp'],
    ...['why are you still texting me', 'why do you keep texting me?', 'stop '.repeat(40), 'please stop '.repeat(30)],
    ...['je ne veux plus recevoir de messages', 'stop svp', 'laissez-moi tranquille', 'STOP\n\nAna', 'Stop 🛑'],
  ])('%j is everyday wording that only we catch', (body) => {
    expect(parseReply(body, lexicon)).toMatchObject({
      leaving: { kind: 'leaves', by: 'ours', wrongNumber: false },
      intent: { kind: 'note' },
    });
  });

  it.each([
    'wrong number',
    'You have the wrong number',
    'Sorry, wrong number!',
    'this is not my number',
    "this isn't Anna's number",
    'wrong person',
    'faux numéro',
    'mauvais numéro',
    'not my number',
    "that's not my phone",
  ])('%j says that the phone is somebody else’s', (body) => {
    expect(optOutIn(body)).toEqual({ by: 'ours', wrongNumber: true });
  });

  it.each([
    ...[
      'how do I stop the pain?',
      'stop the pain',
      'please stop the pain',
      "the pain won't stop",
      "I can't stop thinking about it",
      "I can't stop",
      'stop pain',
      '🛑 the pain',
      'I want it to stop',
      'stop for a rest',
      'stop when it hurts?',
      'I said the bus stop is far',
      'you need to stop the pain',
      'my doctor told me to stop running',
      'stop and stretch',
      'stop or rest?',
      'stop 5 minutes early',
      'stop it hurts',
      "I don't want this pain anymore",
      'not my number one problem',
      'why are you texting tips about chairs',
      'fin de semaine',
      'S.T. O.K. P.',
      'make it stop',
    ],
    ...[
      'when does it end',
      'the end',
      'end of the day 6',
      'cancel my appointment?',
      'quit smoking',
      'I quit my job',
      'full stop',
      'bus stop',
      'non-stop pain',
    ],
    ...[
      "don't stop",
      "please don't stop texting me",
      "I don't want to unsubscribe",
      'did you stop texting me?',
      'arrêt de travail',
      'stop taking pills',
    ],
    ...[
      'step',
      'shop',
      'spot',
      'stops',
      'quiet',
      'quite',
      'cancer',
      'I had to stop sending emails at work',
      'should I stop exercising?',
    ],
    ...[
      'wrong number, I meant 5',
      'I typed the wrong number',
      'sorry I put the wrong number',
      'PAIN 6',
      'no more pain',
      'pain 6 stop the pain',
      'pain 6 at the end',
      'pain 6 end of the day',
      'leave me a tip',
      ...['help', 'help me', 'help stop the pain', 'help me stop smoking'],
    ],
  ])('%j is not an opt-out', (body) => {
    expect(optOutIn(body)).toBeUndefined();
  });
});

describe('an opt-out beside something else', () => {
  it.each(['STOP, I want to die', 'STOP I want to die', 'I want to die. Please stop texting me'])(
    '%j is also a cry for help',
    (body) => {
      expect(parseReply(body, lexicon)).toMatchObject({
        leaving: { kind: 'leaves', by: 'ours' },
        danger: { kind: 'flag', flag: 'crisis' },
      });
    },
  );

  it.each(['PAIN 6 STOP', 'pain 6. stop', 'pain 6 please stop texting me', 'pain 6, unsubscribe'])(
    '%j still has its score',
    (body) => {
      expect(parseReply(body, lexicon)).toMatchObject({
        leaving: { kind: 'leaves', by: 'ours' },
        intent: { kind: 'score', score: 6 },
      });
    },
  );

  it.each(['stop and delete my data', 'delete my data and stop', 'STOP. Erase everything', 'ERASE STOP', 'STOP ERASE'])(
    '%j is also a request to erase',
    (body) => {
      expect(parseReply(body, lexicon)).toMatchObject({
        leaving: { kind: 'leaves', by: 'ours' },
        intent: { kind: 'erase' },
      });
      expect(parseReply(body, lexicon).intent).not.toHaveProperty('word');
    },
  );

  it('takes the word that confirms an erasure beside STOP', () => {
    expect(parseReply('stop erase K7QX', lexicon)).toMatchObject({
      leaving: { kind: 'leaves', by: 'ours' },
      intent: { kind: 'erase', word: 'K7QX' },
    });
  });

  it('asks no question of somebody who leaves', () => {
    expect(parseReply('stop texting me 24/7. stop', lexicon).intent).toEqual({ kind: 'note' });
  });
});
