import { memoize } from '../memoize.ts';
import { saysNoSmoker } from './answer/says-no-smoker.ts';
import { readCommand } from './command/commands.ts';
import { readDoseWish } from './command/dose-wish.ts';
import { readGoalSentence } from './command/goal-words.ts';
import { readHourWish } from './command/hour-wish.ts';
import { tokenise } from './command/keyword-tokens.ts';
import { commandOf } from './command/keywords.ts';
import { readRequest } from './command/read-request.ts';
import { type Intent, isWishedPlainly } from './intent.ts';
import { languageSaid } from './language-said.ts';
import { passagesOf } from './opt-out/find-opt-out.ts';
import { weighOptOut } from './opt-out/weigh-opt-out.ts';
import { type Danger, type ParsedReply, staying } from './parsed-reply.ts';
import { hasTwoWords, type ReadWords, wordsIn } from './read-words.ts';
import type { Lexicon } from './reader-content.ts';
import { dangerIn } from './safety/danger-in-reply.ts';
import { Said } from './said.ts';
import { contendingIn } from './score/contending.ts';
import { readLastResort, readScore } from './score/read-score.ts';
import type { TopicShares } from './second-opinion/topic-model.ts';
import { chooseTopic } from './talk/choose-topic.ts';
import { asksSomething, readTalk } from './talk/read-talk.ts';
import { cleanText, cutNote, normalise, plainWords } from './text/normalise.ts';
import { unicodePattern } from './text/unicode-pattern.ts';

const letter = unicodePattern('[\\p{L}]', 'u');
const letterOrNumber = unicodePattern('[\\p{L}\\p{N}]', 'u');

/** No person's own words are longer than these ten pages, and nonsense must not cost seconds. */
const longestRead = 20_000;

/** A mail address alone does not say what to do with it. */
const onlyAddress = /^[^\s@]{1,64}@[^\s@]{1,255}$/;
/** Intents that are still carried out for somebody who leaves. A question about any other would be one message too many. */
const survivesOptOut: ReadonlySet<Intent['kind']> = new Set(['score', 'fix', 'yesterday', 'erase', 'export']);

const courteous = /\b(?:please|pls|plz|svp|s'il)\b/;
/** Whether the first word is a command's, though the text gives none: "time to rest". */
const looksLikeCommand = ({ tokens }: ReadWords): boolean => commandOf(tokens[0]?.text ?? '') !== undefined;

/** What is said to us rather than to the diary: a request in words, or talk that has an answer. */
const readWordsToUs = (original: string, lexicon: Lexicon, shares: () => TopicShares): Intent | undefined => {
  // The request in a letter stands at its beginning.
  const words = lexicon.words(passagesOf(original)[0] ?? '');
  const said = new Said(words);
  const request = readRequest(said, words);
  const about = request === undefined ? readTalk(said, original) : undefined;
  const ruled = about === undefined ? request : ({ kind: 'talk', about } as const);
  // Nothing may be guessed from signs without words, from a single word, or where the person says that the words are for
  // the diary.
  const isPlain =
    said.has('diary-words') ||
    !hasTwoWords(words) ||
    !letter(original).test(original) ||
    (looksLikeCommand(words) && !asksSomething(said) && !courteous.test(words.normalised.text));
  return isPlain ? ruled : chooseTopic(shares(), ruled);
};

/**
 * Matches a text that begins with PAIN: "PAIN 6 bad nights". A score is wanted then, whatever else the words could be
 * answered with.
 */
const saysPainFirst = /^(?:pain|douleur|mal) [^?]{0,400}$/;

/** The score of a text that begins with a command's word but gives no command: "pause de 2 h : 6". It is asked about. */
const scoreInstead = (original: string, lexicon: Lexicon): Intent | undefined => {
  const words = lexicon.words(original);
  // "PAUSE 0" has no words that could tell of a score.
  const score = words.tokens.length > 2 ? readScore(words) : undefined;
  return score?.kind === 'score' ? { ...score, kind: 'score-in-doubt', day: 'today' } : undefined;
};

/** A goal that is told in a sentence, unless its number may be a score. */
const goalIn = (original: string, score: Intent | undefined): Intent | undefined => {
  const words = score === undefined || score.kind === 'unclear' ? readGoalSentence(original) : undefined;
  return words === undefined ? undefined : { kind: 'goal', words };
};

/** A wish of an hour, or of how many messages, where the whole text says nothing else. */
const wishIn = (words: ReadWords): Intent | undefined => readHourWish(words) ?? readDoseWish(words);

const readIntent = (original: string, lexicon: Lexicon, shares: () => TopicShares): Intent => {
  if (!letterOrNumber(original).test(original) && !/[?]|\p{Extended_Pictographic}/u.test(original))
    return { kind: 'empty' };
  const read = lexicon.words(original).normalised;
  const tokens = tokenise(read.text);
  const command = readCommand(tokens, read, original);
  if (command !== undefined) return (command.kind === 'unclear' && scoreInstead(original, lexicon)) || command;
  if (onlyAddress.test(read.text)) return { kind: 'unclear', about: 'email' };
  const wish = wishIn(lexicon.words(original));
  if (wish !== undefined) return wish;
  const score = readScore(lexicon.words(original));
  if (score !== undefined && score.kind !== 'unclear' && score.kind !== 'score-in-doubt') return score;
  const toUs = goalIn(original, score) ?? readWordsToUs(original, lexicon, shares);
  // A number in doubt is asked about before talk is answered or a command is named; a plain wish is carried out. UNDO and
  // RESUME give way too: "back's up again, I'm on 7" resumes nothing.
  const isAnswer = toUs !== undefined && /^(?:talk|suggest|undo|resume)$/.test(toUs.kind);
  const isGuess = toUs !== undefined && 'isGuess' in toUs;
  const isScoreFirst =
    score?.kind === 'score-in-doubt' || (score !== undefined && (isGuess || saysPainFirst.test(read.text)));
  const unread = score?.kind === 'unclear' ? (readLastResort(lexicon.words(original)) ?? score) : score;
  return (isAnswer && isScoreFirst ? unread : toUs) ?? unread ?? { kind: 'note' };
};

/**
 * Finds STOP in a text that asks for more in the same breath, such as "stop and delete my data", whose second half must not
 * be lost.
 */
const besideStop = /^stop\b[\s.,!;:-]{0,9}(?:and\b|then\b)?|\b(?:and )?stop[\s.!]{0,9}$/i;
const readBesideStop = (original: string, lexicon: Lexicon): Intent => {
  const rest = original.replace(besideStop, '').trim();
  const intent = readIntent(rest, lexicon, () => lexicon.topics(lexicon.words(rest)));
  return intent.kind === 'erase' ? intent : { kind: 'note' };
};

const wordsWithoutAddresses = (original: string): string =>
  plainWords(normalise(original.replace(/[^\s@]{0,64}@\S{0,255}/g, ' ')).text);

/**
 * What speaks against a question about leaving. Despair that is only suspected does not, because it is answered without a
 * question.
 */
const dangerHeard = (danger: Danger): 'none' | 'hopeless' | 'found' => {
  if (danger.kind === 'none') return 'none';
  return danger.kind === 'suspected' && danger.of === 'hopeless' ? 'hopeless' : 'found';
};

/**
 * Whether a refusal is of something else than our messages: "not for me, that tip" is the command for tips, "je ne fume
 * plus" gives up smoking.
 */
const isOfTips = (intent: Intent, original: string): boolean =>
  intent.kind === 'rate' ||
  (isWishedPlainly(intent) && intent.kind === 'suggest' && intent.command !== 'time') ||
  saysNoSmoker(original);

/** More words than these say more than thanks. */
const shortThanks = 8;
/** Thanks that a rule read. */
const isSaidThanks = (intent: Intent): boolean =>
  intent.kind === 'talk' && intent.about === 'thanks' && intent.isGuess !== true;

/** The same lexicon for one reply only: its deciders share what was read of each text, and the cache ends with the reply. */
const forOneReply = (lexicon: Lexicon): Lexicon => {
  const read = new Map<string, ReadWords>();
  const words = (text: string): ReadWords => {
    const known = read.get(text) ?? lexicon.words(text);
    read.set(text, known);
    return known;
  };
  return { ...lexicon, words };
};

/**
 * What a reply says, in English or French, whatever language the subscriber has. Opt-out and safety stand beside the
 * intent, because all of them are acted on. It never throws, and takes time in proportion to the length of the body.
 */
export const parseReply = (body: string, known: Lexicon): ParsedReply => {
  const lexicon = forOneReply(known);
  const original = cleanText(body).slice(0, longestRead);
  const read = lexicon.words(original);
  const words = plainWords(read.normalised.text);
  const shares = memoize(() => lexicon.topics(read));
  const intent = readIntent(original, lexicon, shares);
  const { ruled, danger: heard } = dangerIn(original, read, intent, lexicon);
  const mayBeLastWords = memoize(() => lexicon.secondOpinion.mayBeLastWords(read));
  const likeness = { shares, leaving: () => lexicon.secondOpinion.leaving(read), mayBeLastWords };
  const asked = isOfTips(intent, original) ? staying : weighOptOut(ruled, intent, read, likeness, dangerHeard(heard));
  // A goodbye that may be to us may also be to life.
  const isLastWords = asked.kind === 'in-doubt' && heard.kind === 'none' && mayBeLastWords();
  // Thanks beside which a line is named are answered as thanks: a question about leaving would be a third thing at once.
  const isDespairHeard = isLastWords || dangerHeard(heard) === 'hopeless';
  const isThanksOnly = ruled === undefined && isDespairHeard && isSaidThanks(intent) && wordsIn(read) <= shortThanks;
  const leaving = isThanksOnly ? staying : asked;
  const language = languageSaid(original.includes('@') ? wordsWithoutAddresses(original) : words, intent);
  const contending = intent.kind === 'unclear' && intent.about === 'score' ? contendingIn(read) : undefined;
  return {
    leaving,
    danger: isLastWords ? { kind: 'suspected', of: 'hopeless' } : heard,
    intent: leaving.kind !== 'leaves' || survivesOptOut.has(intent.kind) ? intent : readBesideStop(original, lexicon),
    ...(language === undefined ? {} : { language }),
    ...(contending === undefined ? {} : { contending }),
    text: cutNote(original),
  };
};
