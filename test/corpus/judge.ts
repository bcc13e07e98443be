import type { Intent } from '../../shared/domain/reading/intent.ts';
import type { ParsedReply } from '../../shared/domain/reading/parsed-reply.ts';
import type { Labelled, Subject } from './labelled.ts';

/**
 * What a reading is, held against its label. `wrong` is the worst of its subject: a number logged that was not meant, an
 * opt-out or a red flag that was none. `asked` costs a person a word.
 */
export type Outcome = 'right' | 'asked' | 'missed' | 'wrong';

const isLogged = ({ kind }: Intent): boolean => kind === 'score' || kind === 'yesterday' || kind === 'fix';
const scoreOf = (intent: Intent): number | undefined => ('score' in intent ? intent.score : undefined);

const judgeScore = ({ label, value }: Labelled, { intent }: ParsedReply): Outcome => {
  const isScore = label === 'score' || label === 'yesterday' || label === 'fix';
  if (!isScore) return isLogged(intent) ? 'wrong' : 'right';
  if (isLogged(intent)) return intent.kind === label && scoreOf(intent) === value ? 'right' : 'wrong';
  return intent.kind === 'score-in-doubt' && intent.score === value ? 'asked' : 'missed';
};

const judgeOptOut = ({ label }: Labelled, { leaving }: ParsedReply): Outcome => {
  switch (leaving.kind) {
    case 'leaves':
      return label === 'keep' ? 'wrong' : 'right';
    case 'in-doubt':
      return label === 'ask' ? 'right' : 'asked';
    case 'stays':
      return label === 'ask' || label === 'keep' ? 'right' : 'missed';
  }
};

/** A red flag that is answered as graver, or as less grave, than its label says is answered all the same. */
const judgeSafety = ({ label }: Labelled, { danger }: ParsedReply): Outcome => {
  switch (danger.kind) {
    case 'flag':
      return label === 'none' ? 'wrong' : 'right';
    case 'doubted':
    case 'suspected':
      return 'asked';
    case 'none':
      return label === 'none' ? 'right' : 'missed';
  }
};

const spokenOf = (intent: Intent): string => {
  if (intent.kind === 'talk') return intent.about;
  if (intent.kind === 'suggest') return `request:${intent.command}`;
  return intent.kind === 'note' ? 'note' : `request:${intent.kind}`;
};

/** Labels that one answer serves as well as the other. */
const sameAnswer: readonly (readonly [label: string, spoken: string])[] = [
  ['puzzled', 'request:help'],
  ['invite', 'request:join'],
  ['language', 'request:language'],
  // "Back to every day" is a wish for more of them.
  ['request:more', 'request:dose'],
];

const judgeTalk = ({ label }: Labelled, { intent, danger, leaving }: ParsedReply): Outcome => {
  if (danger.kind === 'flag' || leaving.kind === 'leaves') return 'wrong';
  const spoken = spokenOf(intent);
  const isSame = spoken === label || sameAnswer.some(([of, by]) => of === label && by === spoken);
  return isSame ? 'right' : 'missed';
};

const judges: Readonly<Record<Subject, (labelled: Labelled, reply: ParsedReply) => Outcome>> = {
  scores: judgeScore,
  'opt-outs': judgeOptOut,
  safety: judgeSafety,
  talk: judgeTalk,
};

/** What came of reading a text of a corpus. */
export const judge = (subject: Subject, labelled: Labelled, reply: ParsedReply): Outcome =>
  judges[subject](labelled, reply);

/** Whether a number was logged by a text of talk or of signs that gave none, or another: their labels say nothing of numbers. */
export const isWrongNumber = (subject: Subject, { value }: Labelled, { intent }: ParsedReply): boolean =>
  (subject === 'talk' || subject === 'safety') && isLogged(intent) && scoreOf(intent) !== value;
