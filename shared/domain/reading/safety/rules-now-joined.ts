import { any, type SafetyRule } from './safety-rule.ts';

/**
 * Get help now: blood vessels, blows, meningitis, strong medicines (docs/facts.md#d3). Most of these rules join signs that
 * are harmless alone. What a child has swallowed, and a bleeding that does not stop, are each one concept that tells the
 * whole.
 */
export const rulesForNowJoined: readonly SafetyRule[] = [
  {
    id: 'aneurysm-hurts',
    flag: 'now',
    why: 'A known bulge of the aorta, and strong pain (D3).',
    all: [any('aneurysm', 'known', 'past', 'other'), any('strong-pain')],
  },
  {
    id: 'stiff-neck-and-fever',
    flag: 'now',
    why: 'A stiff neck with fever, or with light that hurts or spots that stay: meningitis.',
    all: [any('stiff-neck', 'other'), any('fever high-temperature light-hurts', 'other')],
  },
  {
    id: 'cannot-rise-behind-a-blow',
    flag: 'now',
    why: 'Hit or fallen, and cannot get up, turn or breathe (D3).',
    all: [any('blow fall crash fall-from-height'), any('cannot-rise', 'negated')],
    unless: ['no-harm', 'play'],
  },
  {
    id: 'lies-there-without-an-answer',
    flag: 'now',
    why: 'Somebody lies there and gives no answer.',
    all: [any('went-down', 'other'), any('answers-not', 'other', 'negated')],
    within: 12,
  },
  {
    id: 'another-has-a-stroke',
    flag: 'now',
    why: 'Signs of a stroke in somebody else, just now (D3).',
    all: [any('face-drop speech-lost one-side-gone', 'other'), any('just-now', 'other')],
    unless: ['dentist'],
  },
  {
    id: 'child-swallowed-tablets',
    isPrivate: true,
    flag: 'now',
    why: 'A child has swallowed tablets: few are too many.',
    all: [any('child-swallowed', 'other')],
  },
  {
    id: 'bleeds-on',
    flag: 'now',
    why: 'Bleeding that does not stop.',
    all: [any('bleeds-on')],
  },
  {
    id: 'two-signs-of-a-stroke-in-another',
    flag: 'now',
    why: 'The face of somebody else hangs and their speech is gone: two signs of a stroke need no "suddenly" (D3).',
    all: [any('face-drop', 'other'), any('speech-lost one-side-gone', 'other')],
    unless: ['dentist'],
  },
  {
    id: 'neck-blow-and-hands',
    flag: 'now',
    why: 'A dive or blow to the neck, and arms that tingle: the cord may be hurt (D3, accident).',
    all: [any('neck-blow crash', 'other'), any('hands-tingle', 'other')],
  },
  {
    id: 'throat-swells',
    flag: 'now',
    why: 'Lips, tongue or throat swell: an allergy may close the throat within minutes.',
    all: [any('throat-swells')],
    unless: ['dentist'],
  },
  {
    id: 'blue-lips',
    flag: 'now',
    why: 'Blue lips: too little air, of whomever it is said.',
    all: [any('blue-lips', 'other')],
    unless: ['cold-room'],
  },
  {
    id: 'sugar-crisis',
    flag: 'now',
    why: 'Sugar out of hand, with thirst or racing breath: ketoacidosis.',
    all: [any('sugar-out-of-hand'), any('thirst breathless')],
  },
  {
    id: 'swallowed-poison',
    isPrivate: true,
    flag: 'now',
    why: 'A dangerous product was swallowed, by mistake or not.',
    all: [any('swallowed-poison', 'other')],
  },
  {
    id: 'sight-gone',
    flag: 'now',
    why: 'Sight gone in one eye: an artery or the retina.',
    all: [any('eye-curtain')],
  },
  { id: 'seizure', flag: 'now', why: 'A fit, which has to be looked at.', all: [any('seizure')] },
  {
    id: 'muddled-and-ill',
    flag: 'now',
    why: 'A mind that is newly not clear, with fever, chemotherapy or strong painkillers.',
    all: [any('muddled', 'other'), any('fever high-temperature chills chemo opioid', 'other')],
  },
];
