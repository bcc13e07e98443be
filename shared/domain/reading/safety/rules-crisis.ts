import { any, type SafetyRule } from './safety-rule.ts';

/** Words of suicide or self-harm (docs/facts.md#d4). A supposed one counts as well: "if I died nobody would mind". */
export const rulesForCrisis: readonly SafetyRule[] = [
  { id: 'wish-to-die', flag: 'crisis', why: 'A wish to die, said or veiled (D4).', all: [any('wish-to-die')] },
  { id: 'not-wake', flag: 'crisis', why: 'Hopes not to wake up (D4).', all: [any('not-wake')] },
  { id: 'no-reason', flag: 'crisis', why: 'No reason to go on (D4).', all: [any('no-reason')] },
  {
    id: 'cannot-go-on',
    flag: 'crisis',
    why: 'At the end of their strength, and not of our messages (D4).',
    all: [any('cannot-go-on')],
    unless: ['our-messages', 'too-many', 'removing', 'stop-word'],
  },
  { id: 'burden', flag: 'crisis', why: 'Others would be better off: a late sign (D4).', all: [any('burden', 'other')] },
  {
    id: 'goodbye',
    flag: 'crisis',
    why: 'Takes leave or gives things away (D4).',
    all: [any('goodbye', 'other')],
    unless: ['leaves-the-service', 'see-you-again'],
  },
  { id: 'means-at-hand', flag: 'crisis', why: 'A means is at hand (D4).', all: [any('means-at-hand')] },
  {
    id: 'at-the-brink',
    flag: 'crisis',
    why: 'Stands where one could jump, and thinks of it (D4).',
    all: [any('brink'), any('brink-thought')],
    within: 14,
  },
  {
    id: 'wishes-own-death',
    flag: 'crisis',
    why: "A wish and one's own death side by side, however they are joined (D4).",
    all: [any('own-death'), any('wish')],
    within: 4,
  },
  {
    id: 'no-point-in-living',
    flag: 'crisis',
    why: 'Life, a reason, and none of it: hopelessness in any order (D4).',
    all: [any('living', 'negated'), any('point', 'negated'), any('no-more', 'negated')],
    within: 5,
  },
  {
    id: 'better-without-me',
    flag: 'crisis',
    why: 'Others would be better off, in any order (D4).',
    all: [any('without-me', 'other', 'negated'), any('better', 'other')],
    within: 8,
  },
  {
    id: 'farewell',
    flag: 'crisis',
    why: 'Goodbye with thanks for everything (D4).',
    all: [any('farewell-word'), any('thanks-for-all', 'other')],
    unless: ['leaves-the-service'],
  },
  {
    id: 'no-tomorrow',
    flag: 'crisis',
    why: 'Counts on no tomorrow, and is not only away (D4).',
    all: [any('not-here-soon')],
    unless: ['leaves-the-service', 'journey'],
  },
  {
    id: 'arranged-and-decided',
    flag: 'crisis',
    why: 'Puts things in order for the time after, and has decided (D4).',
    all: [any('arrangement', 'other'), any('decided goodbye not-here-soon farewell-word', 'other', 'negated')],
    unless: ['leaves-the-service', 'journey'],
  },
  {
    id: 'leaves-two-things-behind',
    flag: 'crisis',
    why: 'A letter to the family or a pet given away, and what else has to be found or opened afterwards (D4).',
    all: [any('letter-to-kin pet-given', 'other'), any('left-to-be-found keys-or-codes-given', 'other')],
    unless: ['leaves-the-service', 'journey', 'occasion'],
  },
  {
    id: 'reunion',
    flag: 'crisis',
    why: 'Wants to be with the dead, soon (D4).',
    all: [any('reunion', 'other'), any('soon-or-beyond grave-word', 'other')],
    unless: ['journey'],
  },
  {
    id: 'weapon-thought-of',
    flag: 'crisis',
    why: 'A weapon is near, and looked at or thought of (D4).',
    all: [any('weapon'), any('eyes-it')],
    within: 12,
    unless: ['hunts'],
  },
  {
    id: 'wounds-for-relief',
    flag: 'crisis',
    why: 'Breaks the skin to be calm, or in secret (D4).',
    all: [any('wounds-self'), any('brings-relief', 'negated')],
    within: 14,
  },
  { id: 'self-harm', flag: 'crisis', why: 'Hurts oneself on purpose (D4).', all: [any('self-harm')] },
  {
    id: 'understands-a-suicide',
    flag: 'crisis',
    why: "Understands somebody else's suicide (D4).",
    all: [any('wish-to-die others-suicide', 'other', 'past'), any('hopeless-life', 'other')],
  },
];

/** Contexts that do not take a crisis back. */
export const toleratedInCrisis = ['hypothetical', 'known'] as const;
