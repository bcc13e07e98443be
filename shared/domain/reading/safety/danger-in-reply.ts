import { type Intent, isWishedPlainly } from '../intent.ts';
import { findOptOut } from '../opt-out/find-opt-out.ts';
import { type Danger, noDanger, soundsLike } from '../parsed-reply.ts';
import { hasTwoWords, type ReadWords, wordsIn } from '../read-words.ts';
import type { Lexicon } from '../reader-content.ts';
import { findSafety, isDenied, namesSigns, type RedFlag } from './find-safety.ts';
import { seesUsAgain } from './sees-us-again.ts';
import { type Weighed, weighSafety } from './weigh-safety.ts';

/**
 * Shorter texts of despair or violence are left to the rules. Of three such texts by writers that the model had not met, it
 * recognised none, and it took ten harmless ones for despair.
 */
const enoughToDespair = 5;
/** A text of no more words that ends with "see you tomorrow" is thanks and nothing else. */
const mostThanks = 10;

/**
 * The red flag behind a wish to be left alone, read on its own: the "no" of "no more texts, chest pain since noon" denies
 * the texts and not the pain.
 */
const findSafetyBehindWish = (original: string, read: ReadWords, lexicon: Lexicon): ReturnType<typeof findSafety> => {
  const comma = original.search(/,\s/);
  // A text that names no sign at all has none behind the wish. This test leaves one text in twenty to be read again instead
  // of one in four.
  const wish = comma < 0 || !namesSigns(read) ? undefined : findOptOut(original.slice(0, comma), false, lexicon);
  if (wish === undefined || wish === 'doubt') return undefined;
  return findSafety(lexicon.words(original.slice(comma + 1)));
};

/** Commands whose arguments are names of places, hours and mailboxes: "ZONE America/Rainy River" is nobody's despair. */
const commandsWithWords: ReadonlySet<Intent['kind']> = new Set(['zone', 'time', 'email', 'join']);
/** Such a command may have this many words and still say nothing else. */
const plainCommandWords = 6;

/**
 * The danger that a model finds and no rule does. The model is not asked about a plain command or a bare score. Despair and
 * violence that it is sure of are answered as if a rule had found them; signs of the body are asked about.
 */
const secondOpinionOn = (read: ReadWords, intent: Intent, lexicon: Lexicon): Danger => {
  const isPlainCommand =
    (isWishedPlainly(intent) || commandsWithWords.has(intent.kind)) && wordsIn(read) <= plainCommandWords;
  const opinion = hasTwoWords(read) && !isPlainCommand ? lexicon.secondOpinion.of(read) : undefined;
  if (opinion === undefined) return noDanger;
  const { check, isSure } = opinion;
  const suspected: Danger = { kind: 'suspected', of: check };
  if (check === 'signs') return suspected;
  // A few words about pills are most like what desperate people say of theirs.
  if (wordsIn(read) < enoughToDespair) return noDanger;
  const flag = soundsLike[check];
  // The model looks at letters and does not know "not". If the rules saw the danger denied, a sure opinion is only a
  // suspicion, and an unsure one is dropped.
  if (isDenied(flag, read)) return isSure ? suspected : noDanger;
  if (check === 'hopeless' && seesUsAgain(read)) return isSure && wordsIn(read) > mostThanks ? suspected : noDanger;
  return isSure ? { kind: 'flag', flag, isPrivate: true } : suspected;
};

/** Intents that any words at all may be read as. */
const ofAnyWords: ReadonlySet<Intent['kind']> = new Set([
  'note',
  'unclear',
  'score-in-doubt',
  'empty',
  'goal',
  'activity',
]);

/**
 * At least this many words beside a score tell of the day. Fewer are a sigh, which is judged for what it may be: "9, je
 * n'en peux plus".
 */
const enoughBesideScore = 7;

/** Whether a text plainly says something else: a score with a note of the day, a command, talk, or that the person leaves. */
const saysPlainly = (original: string, read: ReadWords, intent: Intent, lexicon: Lexicon): boolean => {
  if ('score' in intent && wordsIn(read) < enoughBesideScore) return false;
  if (!ofAnyWords.has(intent.kind) && !('isGuess' in intent)) return true;
  const wish = findOptOut(original, false, lexicon);
  return wish !== undefined && wish !== 'doubt';
};

/** What becomes of a rule's flag once a model has judged the text and the rule. */
const weigh = (flagged: RedFlag, original: string, read: ReadWords, intent: Intent, lexicon: Lexicon): Weighed => {
  const { flag, rule } = flagged;
  const ruled = rule === undefined ? undefined : { rule, flag };
  return weighSafety(
    flagged,
    read,
    () => lexicon.secondOpinion.doubts({ ...read, ruled }, flag),
    () => saysPlainly(original, read, intent, lexicon),
  );
};

/** The danger of a reply, as rules and models weigh it together, and the rules' reading of a wish to be left alone. */
interface Weighing {
  readonly ruled: ReturnType<typeof findOptOut>;
  readonly danger: Danger;
}

/**
 * The danger that a reply tells of, `intent` being what else it says. A rule's flag is weighed; where no rule finds any, the
 * models are asked.
 */
export const dangerIn = (original: string, read: ReadWords, intent: Intent, lexicon: Lexicon): Weighing => {
  const found = findSafety(read) ?? findSafetyBehindWish(original, read, lexicon);
  const weighed = found === undefined ? 'holds' : weigh(found, original, read, intent, lexicon);
  const flagged = weighed === 'is-dropped' || weighed === 'is-suspected' ? undefined : found;
  const heard = ((): Danger => {
    if (weighed === 'is-suspected') return { kind: 'suspected', of: 'hopeless' };
    return flagged === undefined
      ? secondOpinionOn(read, intent, lexicon)
      : { kind: 'flag', flag: flagged.flag, isPrivate: flagged.isPrivate };
  })();
  const isFlag = heard.kind === 'flag';
  const ruled = findOptOut(original, isFlag, lexicon);
  // Somebody who leaves is asked nothing, so the flag holds.
  if (isFlag && weighed === 'is-asked' && ruled === undefined)
    return { ruled, danger: { kind: 'doubted', flag: heard.flag } };
  // Whoever writes about a phone's late owner is no patient of ours, so nothing is suspected there.
  const isOfNobody = ruled !== undefined && ruled !== 'doubt' && ruled.wrongNumber && !isFlag;
  return { ruled, danger: isOfNobody ? noDanger : heard };
};
