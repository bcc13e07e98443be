import { any, type SafetyRule } from './safety-rule.ts';

/** Somebody at home hurts or threatens the person. These rules are about the other person, so what is theirs counts. */
export const rulesForViolence: readonly SafetyRule[] = [
  {
    id: 'beaten',
    flag: 'violence',
    why: 'Pushed against a wall, held by the throat, beaten again: nobody has to be named.',
    all: [any('beaten')],
    unless: ['play'],
  },
  {
    id: 'hit-at-home',
    flag: 'violence',
    why: 'Hit, pushed or grabbed by somebody one lives with.',
    all: [any('hit-me'), any('person-at-home')],
    within: 14,
    unless: ['play'],
  },
  {
    id: 'threatened-at-home',
    flag: 'violence',
    why: 'Threatened by somebody one lives with.',
    all: [any('threat'), any('person-at-home')],
    unless: ['play'],
  },
  {
    id: 'controlled-at-home',
    flag: 'violence',
    why: 'Watched, locked in or afraid of somebody one lives with.',
    all: [any('controlled'), any('person-at-home')],
    unless: ['play'],
  },
  {
    id: 'barred-door',
    flag: 'violence',
    why: 'Bars the door at night against somebody who drinks.',
    all: [any('barricades'), any('drunk person-at-home')],
    within: 14,
    unless: ['play'],
  },
  {
    id: 'a-fall-that-was-none',
    flag: 'violence',
    why: 'Calls it a fall before others, and it was none.',
    all: [any('told-fell', 'past'), any('not-a-fall', 'past')],
    unless: ['play'],
  },
  {
    id: 'another-is-beaten',
    flag: 'violence',
    why: 'Somebody is beaten, and the writer asks where to turn: often it is the writer.',
    all: [any('beats-another', 'past'), any('asks-what-to-do')],
  },
  {
    id: 'hidden-marks',
    flag: 'violence',
    why: 'Bruises where nobody is to see them.',
    all: [any('hidden-marks')],
    unless: ['play'],
  },
  {
    id: 'comes-at-night',
    flag: 'violence',
    why: 'Somebody of the family comes into the bedroom at night.',
    all: [any('comes-at-night')],
    unless: ['play'],
  },
];

/** Contexts in which violence still counts. */
export const toleratedInViolence = ['other', 'hypothetical', 'quoted', 'negated', 'known'] as const;
