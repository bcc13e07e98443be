import type { DiaryEvent } from '../diary/diary.ts';
import { type AnswerAndScore, readAnswerAndScore, readAnswerFirst } from '../reading/answer/answer-and-score.ts';
import { readAnswer, type ShortAnswer } from '../reading/answer/read-answer.ts';
import { readWhich } from '../reading/answer/read-which.ts';
import type { Intent } from '../reading/intent.ts';
import { answerAboutClinic } from './ask-clinic.ts';
import { type Conversation, type Decision, eventOf, say } from './conversation.ts';
import { answerAboutGoal } from './goal.ts';
import { bothInWords, logAsked, logBesideAnswer } from './log-score.ts';
import { answerAboutPlace } from './move-zone.ts';
import { type OpenQuestion, openQuestion, type ScoreQuestion } from './open-question.ts';

const digit = /\p{N}/u;

/**
 * What an answer with another number than the one asked about says: "no, 4" puts it right, for the day that was asked
 * about. "Yes 7" contradicts itself, so that its number is read as if nothing had been asked.
 */
const answerWithNumber = (
  conversation: Conversation,
  { asked, question }: { readonly asked: DiaryEvent; readonly question: ScoreQuestion },
  { answer, score }: AnswerAndScore,
): Decision | undefined => {
  const isSame = score === question.score;
  if (isSame && (answer === 'yes' || answer === 'ok')) return logAsked(conversation, asked, question);
  return !isSame && answer === 'no' ? logAsked(conversation, asked, { ...question, score }) : undefined;
};

/** Nothing of what was asked about is the score. */
const dropScore = (conversation: Conversation, asked: DiaryEvent): Decision => ({
  answers: [say(conversation.context, 'scoreDropped', {})],
  event: eventOf(conversation, { kind: 'command', of: asked.key }),
});

/** Decides about an answer to "is 6 your pain?": a yes logs the 6 for the day it was said of. */
const answerAboutScore = (conversation: Conversation, { asked, question }: OpenQuestion, intent: Intent) => {
  if (question.about !== 'score') return undefined;
  const { text } = conversation.incoming.reply;
  const beside = readAnswerAndScore(text);
  if (beside !== undefined) return answerWithNumber(conversation, { asked, question }, beside);
  const answer = readAnswer(text);
  const isNumber = intent.kind === 'score' && intent.note === undefined && intent.score === question.score;
  if (isNumber) return logAsked(conversation, asked, question);
  // "Yes 5-6" settles nothing.
  if (digit.test(text)) return undefined;
  if (answer === 'yes' || answer === 'ok') return logAsked(conversation, asked, question);
  return answer === 'no' ? dropScore(conversation, asked) : undefined;
};

/** Decides about an answer to "6 or 3?": its place, size or value logs one for that day; "both" is asked again, by the values. */
const answerAboutWhich = (conversation: Conversation, { asked, question }: OpenQuestion): Decision | undefined => {
  if (question.about !== 'which') return undefined;
  const { context, incoming } = conversation;
  const { scores, date } = question;
  // Asked again, the note is that of the first time.
  const note = asked.kind === 'command' && asked.of !== undefined ? { ...asked, key: asked.of } : asked;
  const beside = readAnswerAndScore(incoming.reply.text);
  if (beside?.answer === 'no' && !scores.includes(beside.score))
    return logAsked(conversation, note, { score: beside.score, date });
  const meant = readWhich(incoming.reply.text, scores);
  if (meant === 'again')
    return {
      answers: [say(context, 'scoreWhichUnkept', bothInWords(context, scores))],
      event: { ...eventOf(conversation, { kind: 'command', of: note.key }), asks: question },
    };
  if (meant !== undefined) return logAsked(conversation, note, { score: meant, date });
  return readAnswer(incoming.reply.text) === 'no' ? dropScore(conversation, note) : undefined;
};

/** The short answer that a text is or begins with, and the score beside it. */
const readSignsAnswer = (
  text: string,
  intent: Intent,
): { readonly answer: ShortAnswer | undefined; readonly score?: number; readonly note?: string } => {
  const beside = readAnswerAndScore(text);
  if (beside !== undefined) return beside;
  if (intent.kind !== 'score') return { answer: readAnswer(text) };
  const { score, note } = intent;
  return { answer: readAnswerFirst(text), score, ...(note === undefined ? {} : { note }) };
};

/**
 * Decides about an answer to the check of signs. Any sign is a red flag. "Ok" could mean yes or no, so the check is
 * asked again. A score beside the answer is logged, and said so.
 */
const answerAboutSigns = (
  conversation: Conversation,
  { asked, question }: OpenQuestion,
  intent: Intent,
): Decision | undefined => {
  if (question.about !== 'signs') return undefined;
  const { incoming, context } = conversation;
  const { answer, score, note } = readSignsAnswer(incoming.reply.text, intent);
  const closing = answer === 'ok' ? undefined : asked.key;
  // "None 4-5": a number that is not logged is asked for.
  const isLost = score === undefined && digit.test(incoming.reply.text);
  const beside: Decision =
    score === undefined
      ? {
          answers: isLost ? [say(context, 'scoreUnclear', {})] : [],
          event: eventOf(conversation, { kind: 'command', ...(closing ? { of: closing } : {}) }),
        }
      : logBesideAnswer(conversation, { score, note, of: closing });
  switch (answer) {
    case 'any':
    case 'yes':
      return { ...beside, about: { kind: 'red-flag', flag: 'now' } };
    case 'none':
    case 'no':
      return { ...beside, answers: [say(context, 'signsNone', {}), ...beside.answers] };
    case 'ok':
      return {
        ...beside,
        answers: [context.safetyAnswer('check', conversation.subscriber.country), ...beside.answers],
      };
    default:
      return undefined;
  }
};

/**
 * Decides about a reply that answers a question of ours; undefined if none is open, or if it says something else. YES
 * and START are words that Twilio answers by itself (docs/facts.md#a8), so this is tried before them.
 */
export const answerQuestion = (conversation: Conversation, intent: Intent): Decision | undefined => {
  const open = openQuestion(conversation);
  if (open === undefined) return answerAboutClinic(conversation);
  const decision =
    answerAboutScore(conversation, open, intent) ??
    answerAboutWhich(conversation, open) ??
    answerAboutSigns(conversation, open, intent) ??
    answerAboutGoal(conversation, open) ??
    answerAboutPlace(conversation, open);
  return decision && { about: { kind: 'question' }, ...decision };
};
