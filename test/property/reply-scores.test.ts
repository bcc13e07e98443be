import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReply } from '../../shared/domain/reading/parse-reply.ts';
import { lexicon, words as readWords } from '../unit/reading/fresh-lexicon.ts';
import { numberOfRuns } from './number-of-runs.ts';
import { disguised, legalScore, spellingsOf } from './reply-disguises.ts';

const intentOf = (body: string) => parseReply(body, lexicon).intent;
const runs = { numRuns: numberOfRuns(1000) };

const spelled = legalScore.chain((score) => fc.tuple(fc.constant(score), fc.constantFrom(...spellingsOf(score))));
const head = fc.constantFrom(
  '',
  'pain ',
  'pain: ',
  'my pain is ',
  'pain is a ',
  "it's a ",
  'douleur ',
  'fix ',
  'yday ',
  'my back is ',
);
const tail = fc.constantFrom('', ' today', ' now', '!', ' please', ' after gardening', ', slept well', ' in my back');

/** A message that must not put any number in the diary, however it is typed. */
const neverLogged = (message: fc.Arbitrary<string>): void => {
  fc.assert(
    fc.property(message.chain(disguised), (body) => {
      expect(['score', 'fix', 'yesterday']).not.toContain(intentOf(body).kind);
    }),
    runs,
  );
};

describe('the parser never logs a number the rule forbids', () => {
  it('two candidates, whatever stands between them', () => {
    const between = fc.constantFrom(
      '-',
      ' - ',
      '–',
      ' or ',
      ' to ',
      ' then ',
      ' ',
      ', ',
      ' and ',
      ' now ',
      ' / ',
      ' maybe ',
      '. ',
      ' was ',
      ' but ',
      ' ou ',
      ' puis ',
      '; ',
      ' (',
      ' not ',
      ' out of 7 ',
      ' fix ',
      ' later ',
      '\n',
      '\n\n',
      ' this morning ',
      ' ... ',
    );
    const other = legalScore.map((score) => String(score));
    neverLogged(
      fc
        .tuple(head, spelled, between, other, fc.constantFrom('', ' now', ' today', '!', ' later', ' after lunch'))
        // "6.5" is one number, not "6" and "5", and so is "6 / 10".
        .filter(
          ([before, [score, first], sign, second]) =>
            // Yesterday's beside today's: each number has a day of its own.
            !(before === 'yday ' && /^ (?:now|this morning|but) $/.test(sign)) &&
            // The same number said twice is one.
            score !== Number(second) &&
            // "Fix 5 not 6" says which.
            sign !== ' not ' &&
            !(sign.includes('/') && second === '10') &&
            !/^[.,]$/.test(sign) &&
            first !== '',
        )
        .map(([before, [, first], sign, second, after]) => `${before}${first}${sign}${second}${after}`),
    );
  });

  it('out of range', () => {
    const outside = fc.oneof(
      fc.integer({ min: 11, max: 100_000 }).map(String),
      fc.integer({ min: 0, max: 100 }).map((n) => `-${n}`),
      fc.integer({ min: 0, max: 100 }).map((n) => `${n}%`),
      fc
        .tuple(
          fc.integer({ min: 0, max: 10 }),
          fc.integer({ min: 0, max: 1000 }).filter((n) => n !== 10),
        )
        .map(([n, of]) => `${n}/${of}`),
      fc
        .tuple(
          fc.integer({ min: 0, max: 10 }),
          fc.integer({ min: 1, max: 99 }).filter((n) => n !== 5 && n % 10 !== 0),
        )
        .map(([n, of]) => `${n}.${String(of).padStart(2, '0')}`),
      fc.constantFrom('10.5', '10 and a half', 'eleven', 'twelve', 'twenty', 'one hundred', '10½'),
    );
    neverLogged(fc.tuple(head, outside, tail).map((parts) => parts.join('')));
  });

  it('a number that measures something else', () => {
    const unit = fc.constantFrom(
      ' am',
      'am',
      ' pm',
      'pm',
      ':30',
      'h30',
      ' minutes',
      ' min',
      'min',
      ' hours',
      'h',
      ' days',
      ' weeks',
      ' pills',
      ' tablets',
      'mg',
      ' mg',
      ' km',
      'km',
      ' miles',
      ' times',
      'x',
      'nd',
      'th',
      '%',
      ' %',
      " o'clock",
      ' steps',
      ' reps',
      ' kg',
      ' jours',
      ' heures',
      ' comprimes',
      ' fois',
      ' cm',
      ' inch',
      ' feet',
      ' fold',
      ' p.m.',
      ' p m',
      ' o clock',
      '"',
      "'",
      ' yr old injury',
      ' du matin',
      ' du soir',
      ' en moins',
      ' de plus',
      ' kilometre',
      ' biere',
      ' nuit',
    );
    const whole = fc.integer({ min: 0, max: 10 }).map(String);
    const before = fc.oneof(
      head,
      fc.constantFrom('took ', 'walked ', 'at ', 'day ', 'for ', 'about ', 'after ', '$', 'L', '#'),
    );
    neverLogged(fc.tuple(before, whole, unit, tail).map((parts) => parts.join('')));
  });

  it('a few of something, whatever it is called', () => {
    const thing = fc.stringMatching(/^[bcdfgklmnprtvz][aeiou][bcdfgklmnprtvz]{1,2}[aeiou]?[bkmprtz]$/);
    const few = fc.constantFrom('1', '2', '3', '4', 'one', 'two', 'three', 'four');
    // The words of that form that begin a note.
    const known = new Set(['never', 'tender', 'cannot', 'didnt']);
    neverLogged(
      fc
        .tuple(fc.constantFrom('pain ', 'douleur ', 'yday ', 'my pain is '), few, thing, tail)
        .filter(([, , word]) => word.length >= 5 && !known.has(word) && readWords(word).classed.length === 0)
        .map(([before, count, word, after]) => `${before}${count} ${word}${after}`),
    );
  });

  it('another day, however it is misspelt', () => {
    const day = fc.constantFrom('tomorrow', 'wednesday', 'saturday', 'thursday', 'tuesday', 'monday', 'sunday');
    const mistyped = fc
      .tuple(day, fc.nat({ max: 20 }))
      .map(([name, at]) => name.slice(0, 1 + (at % (name.length - 1))) + name.slice(2 + (at % (name.length - 1))));
    neverLogged(
      fc.tuple(head, legalScore, fc.constantFrom(' ', ' on ', ', '), mistyped).map((parts) => parts.join('')),
    );
  });

  it('words behind it that place it on another day, take it back or bound it', () => {
    const words = fc.constantFrom(
      'il y a une semaine',
      'la semaine passee',
      "l'autre jour",
      'la veille',
      'ce week-end',
      'en mars',
      'not today',
      "c'est faux",
      'je me suis trompee',
      'annule',
      'pardon',
      'je rigole',
      "j'ai menti",
      'trop bas',
      'ma femme',
      'au pire',
      'en general',
      'souvent',
    );
    neverLogged(
      fc
        .tuple(head, spelled, fc.constantFrom(' ', ', ', ' ('), words)
        .map(([before, [, score], between, after]) => `${before}${score}${between}${after}`),
    );
  });

  it('a number among other words than those of a score', () => {
    const words = [
      'went',
      'shopping',
      'bus',
      'room',
      'took',
      'walked',
      'maybe',
      'almost',
      'not',
      'dog',
      'floor',
      'chapter',
      'number',
      'line',
      'goal',
      'until',
      'since',
      'last',
    ];
    const lead = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
    neverLogged(fc.tuple(lead, legalScore, tail).map(([before, score, after]) => `${before} ${score}${after}`));
  });
});

describe('the parser reads every score the rule allows', () => {
  it('in every spelling, behind every opening', () => {
    const opening = fc.constantFrom(
      '',
      'pain ',
      'PAIN: ',
      'Pain is ',
      'pain is a ',
      'my pain is ',
      "it's ",
      "it's a ",
      'douleur ',
      'mal ',
      'my back is ',
      'pain today ',
      'hi, pain ',
    );
    const ending = fc.constantFrom('', '.', '!', ' today', ' now', ' please', ' thanks', ' today!');
    fc.assert(
      fc.property(
        spelled.chain(([score, text]) =>
          fc
            .tuple(opening, ending)
            .chain(([before, after]) => fc.tuple(fc.constant(score), disguised(before + text + after))),
        ),
        ([score, body]) => {
          expect(intentOf(body)).toEqual({ kind: 'score', score });
        },
      ),
      runs,
    );
  });

  it('with FIX and YDAY', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(['fix', 'fix'], ['corrige', 'fix'], ['yday', 'yesterday'], ['hier', 'yesterday']),
        spelled,
        ([word, kind], [score, text]) => {
          expect(intentOf(`${word} ${text}`)).toEqual({ kind, score });
        },
      ),
      runs,
    );
  });
});
