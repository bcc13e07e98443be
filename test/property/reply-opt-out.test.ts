import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReply } from '../../shared/domain/reading/parse-reply.ts';
import { flagOf } from '../../shared/domain/reading/parsed-reply.ts';
import { lexicon } from '../unit/reading/fresh-lexicon.ts';
import { disguised } from './reply-disguises.ts';

const wordings = [
  ...[
    'stop',
    'stopall',
    'unsubscribe',
    'cancel',
    'end',
    'quit',
    'revoke',
    'optout',
    'opt out',
    'stop texting me',
    'stop sending me messages',
    'remove me',
  ],
  ...[
    'leave me alone',
    "don't text me anymore",
    'no more texts',
    'take me off the list',
    'unsubscribe me',
    'arret',
    'arrêt',
    'arrêtez',
    'désabonner',
  ],
  ...["ne m'envoyez plus de messages", 'wrong number', 'you have the wrong number'],
];
const politeness = ['', ' please', ' thanks', ' thank you', ' now please', '!', '.', ' svp'];
const cries = [
  ['I want to die', 'crisis'],
  ['thinking about suicide', 'crisis'],
  ["I can't feel my groin", 'now'],
  ['chest pain since noon', 'now'],
  ['I have a fever', 'today'],
] as const;
const runs = { numRuns: 500 };

describe('an opt-out stays an opt-out', () => {
  it('in any case, spacing and politeness', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...wordings)
          .chain((words) => fc.constantFrom(...politeness).chain((after) => disguised(words + after))),
        (body) => {
          expect(parseReply(body, lexicon).leaving.kind).toBe('leaves');
        },
      ),
      runs,
    );
  });

  it('beside a red flag, before or behind it, and both are seen', () => {
    const joint = fc.constantFrom('. ', ', ', '! ', '\n', '\n\n', '; ', ' - ');
    fc.assert(
      fc.property(
        fc.constantFrom(...wordings),
        fc.constantFrom(...cries),
        joint,
        fc.boolean(),
        (words, [cry, flag], sign, first) => {
          const body = first ? words + sign + cry : cry + sign + words;
          const { danger, leaving } = parseReply(body, lexicon);
          // What only sounds like despair gets the crisis answer too (answer-red-flag.ts).
          const sounds = danger.kind === 'suspected' && danger.of === 'hopeless' ? 'crisis' : undefined;
          expect(flagOf({ danger }) ?? sounds).toBe(flag);
          expect(leaving).toMatchObject({ kind: 'leaves', by: 'ours' });
        },
      ),
      runs,
    );
  });

  it('is the carrier’s only as a single bare word', () => {
    const carrier = ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout'];
    fc.assert(
      fc.property(fc.constantFrom(...wordings), fc.constantFrom(...politeness), (words, after) => {
        const by = carrier.includes(words) && after === '' ? 'carrier' : 'ours';
        expect(parseReply(words + after, lexicon).leaving).toMatchObject({ kind: 'leaves', by });
      }),
      runs,
    );
  });
});
