import type { Person } from '../people/person.ts';
import type { Intent } from '../reading/intent.ts';
import { setActivity } from './activity.ts';
import { withinAnswers } from './answer-limits.ts';
import { minutesElsewhere } from './answer-minutes.ts';
import { answerQuestion } from './answer-question.ts';
import { withRedFlag } from './answer-red-flag.ts';
import { contextOfSuspicion, withSuspicion } from './answer-suspicion.ts';
import { answerAboutWeek } from './answer-week.ts';
import { answerEmpty, answerTalk, askWhetherToStop, suggest } from './answer-words.ts';
import { withClinicQuestion } from './ask-clinic.ts';
import { callMe } from './call-me.ts';
import { changeMailbox, tipsByText } from './change-channel.ts';
import { withSignsCheck } from './check-signs.ts';
import { agreeWithClinic } from './clinic.ts';
import {
  type AnswerContext,
  answerOnly,
  type Conversation,
  converse,
  type Decision,
  type Draws,
  type IncomingReply,
  keyOf,
  say,
} from './conversation.ts';
import { answerStored, finishCommand } from './decide-again.ts';
import { decideErasing, decideForeignPhone, decideStranger } from './decide-stranger.ts';
import { erase } from './erase.ts';
import { sayOfGoal, setGoal } from './goal.ts';
import { hearAgain, withReturn } from './hear-again.ts';
import { changeLanguage } from './language.ts';
import { askAboutScore, askWhichScore, fixScore, keepNote, logScore, logYesterday, undo } from './log-score.ts';
import { askAgain, moveTime, pause, resume } from './move-tip.ts';
import { moveZone } from './move-zone.ts';
import { lacksProof } from './needs-proof.ts';
import { optOut } from './opt-out.ts';
import { isForeignPhone, phoneIsInDoubt } from './phone-ownership.ts';
import { beginAgain, chooseProgramme } from './programme-end.ts';
import { changeDose, dropSmoking, rateTip } from './rate-tip.ts';
import { withWorsening } from './report-worsening.ts';
import { agreeToResearch } from './research.ts';
import { endVisits, shareVisit } from './share-visit.ts';
import { exportAll, giveTip, help, more, showDiary } from './show.ts';
import { joinAgain } from './subscribe.ts';

/** What a decision depends on besides the conversation. */
export interface Rules {
  /**
   * Whether Twilio answers its own opt-out words (docs/facts.md#a8), which it does not under HIPAA redaction
   * (docs/facts.md#c5).
   */
  readonly carrierAnswersOptOut: boolean;
  /** Whether Twilio has answered this reply by itself: its webhook names an `OptOutType`. */
  readonly carrierHasAnswered: boolean;
  /** Whether nothing was heard from them for 90 days, so that the number may have a new owner. */
  readonly silent: boolean;
}

const askUnclear = (conversation: Conversation, { about }: Extract<Intent, { kind: 'unclear' }>): Decision => {
  const { contending } = conversation.incoming.reply;
  return contending === undefined ? askAgain(conversation, about) : askWhichScore(conversation, contending);
};

const decideIntent = (conversation: Conversation, intent: Intent, rules: Rules): Decision => {
  switch (intent.kind) {
    case 'join':
      return joinAgain(conversation, intent, rules.silent);
    case 'help':
      return help(conversation);
    case 'score':
      return logScore(conversation, intent.score, intent.note);
    case 'yesterday':
      return logYesterday(conversation, intent.score, intent.note);
    case 'fix':
      return fixScore(conversation, intent);
    case 'undo':
      return undo(conversation);
    case 'diary':
      return showDiary(conversation);
    case 'more':
      return more(conversation);
    case 'tip':
      return giveTip(conversation);
    case 'time':
      return moveTime(conversation, intent.time);
    case 'zone':
      return moveZone(conversation, intent.place);
    case 'again':
      return beginAgain(conversation);
    case 'dose':
      return changeDose(conversation, intent.dose);
    case 'rate':
      return rateTip(conversation, intent.as);
    case 'goal':
      return setGoal(conversation, intent.words);
    case 'activity':
      return setActivity(conversation, intent.words);
    case 'goal-progress':
      return sayOfGoal(conversation, intent.as);
    case 'pause':
      return pause(conversation, intent.days);
    case 'resume':
      return resume(conversation);
    case 'email':
      return changeMailbox(conversation, intent.address);
    case 'sms':
      return tipsByText(conversation);
    case 'language':
      return changeLanguage(conversation, intent.language);
    case 'clinic':
      return agreeWithClinic(conversation, intent.agreed);
    case 'research':
      return agreeToResearch(conversation, intent.agreed);
    case 'call-me':
      return callMe(conversation);
    case 'export':
      return exportAll(conversation);
    case 'share':
      return shareVisit(conversation);
    case 'unshare':
      return endVisits(conversation);
    case 'erase':
      return erase(conversation, intent.word);
    case 'score-in-doubt':
      return askAboutScore(conversation, intent.score, intent.day);
    case 'unclear':
      return askUnclear(conversation, intent);
    case 'suggest':
      return suggest(conversation, intent);
    case 'talk':
      return answerTalk(conversation, intent.about, intent.isGuess);
    case 'empty':
      return answerEmpty(conversation);
    case 'note':
      return keepNote(conversation, say(conversation.context, 'noteKept', {}));
  }
};

/** What somebody who has left may still ask for: to come back, help, and their rights over their data. */
const openToStopped = new Set<Intent['kind']>(['join', 'help', 'diary', 'export', 'share', 'unshare', 'erase']);
/** What a number may ask for that may have a new owner, who must read no stranger's diary (docs/design.md#section-5). */
const openToNewOwner = new Set<Intent['kind']>(['join', 'help', 'erase']);

/** Intents that only say something; somebody who has left gets no answer to them. */
const wordsOnly = new Set<Intent['kind']>(['note', 'unclear', 'score-in-doubt', 'talk', 'empty']);

const decideStopped = (conversation: Conversation, intent: Intent, rules: Rules): Decision => {
  const { incoming, context, subscriber } = conversation;
  const open = phoneIsInDoubt(subscriber) && incoming.channel === 'sms' ? openToNewOwner : openToStopped;
  if (open.has(intent.kind)) return decideIntent(conversation, intent, rules);
  if (subscriber.status === 'pending') {
    return answerOnly(conversation, say(context, 'joinOnWeb', { link: context.publicBaseUrl }));
  }
  // Words after STOP ("ok thanks") get no answer; what was meant for the diary is answered with that it is not stored.
  if (wordsOnly.has(intent.kind)) return answerOnly(conversation);
  return answerOnly(conversation, say(context, 'stillStopped', {}));
};

const decideNew = (conversation: Conversation, rules: Rules): Decision => {
  const { incoming, subscriber } = conversation;
  const { intent, leaving } = incoming.reply;
  if (leaving.kind === 'leaves') return optOut(conversation, intent, rules.carrierAnswersOptOut);
  if (incoming.isReaction) return answerOnly(conversation);
  if (isForeignPhone(subscriber, incoming)) return decideForeignPhone(conversation);
  if (lacksProof(incoming)) return answerOnly(conversation, say(conversation.context, 'needsOwnMailbox', {}));
  if (subscriber.status !== 'active') return decideStopped(conversation, intent, rules);
  // An open question is read first: its "no" is no goodbye.
  const answered =
    answerQuestion(conversation, intent) ??
    answerAboutWeek(conversation) ??
    (intent.kind === 'score' ? undefined : chooseProgramme(conversation));
  if (answered) return answered;
  const isInDoubt = intent.kind === 'score-in-doubt' || intent.kind === 'unclear';
  const walked = isInDoubt ? minutesElsewhere(conversation) : undefined;
  if (walked) return walked;
  const asksNothing =
    intent.kind === 'note' || intent.kind === 'talk' || intent.kind === 'unclear' || intent.kind === 'suggest';
  const dropped = asksNothing ? dropSmoking(conversation) : undefined;
  if (dropped) return dropped;
  return leaving.kind === 'in-doubt' && asksNothing
    ? askWhetherToStop(conversation)
    : decideIntent(conversation, intent, rules);
};

/** Whether this message was carried out already, as far as the read part of the diary tells. */
export const wasHandled = ({ subscriber, events }: Person, incoming: IncomingReply): boolean => {
  const key = keyOf(incoming);
  return subscriber?.commands.includes(key) === true || events.some((event) => event.key === key);
};

const decideByState = (
  who: Person,
  incoming: IncomingReply,
  context: AnswerContext,
  draws: Draws,
  rules: Rules,
): Decision => {
  const { subscriber } = who;
  const key = keyOf(incoming);
  if (!subscriber) return decideStranger(who, incoming, context, draws);
  if (subscriber.commands.includes(key)) {
    return finishCommand(converse(incoming, subscriber, who.events, context, draws));
  }
  if (subscriber.status === 'erasing') return decideErasing(subscriber, incoming, context, draws);
  const earlier = who.events.find((event) => event.key === key);
  if (!earlier) return decideNew(converse(incoming, subscriber, who.events, context, draws), rules);
  // The reply is decided as of its first delivery, so that a score which is retried past midnight is answered as that
  // day's.
  const then = { ...incoming, receivedAt: earlier.at };
  const before = who.events.filter((event) => event !== earlier);
  const conversation = converse(then, subscriber, before, context, draws);
  return answerStored(conversation, who.events, earlier, decideNew(conversation, rules));
};

/**
 * Decides about somebody who was silent as somebody who no longer is; a reply that was handled before changes nothing
 * of that.
 */
const decideHeard = (
  who: Person,
  incoming: IncomingReply,
  context: AnswerContext,
  draws: Draws,
  rules: Rules,
): Decision => {
  const before = who.subscriber;
  if (!before || wasHandled(who, incoming)) return decideByState(who, incoming, context, draws, rules);
  const subscriber = hearAgain(before, incoming);
  const decided = decideByState({ ...who, subscriber }, incoming, context, draws, rules);
  return withReturn(decided, before, subscriber, incoming, context);
};

/**
 * Decides about a reply from anybody: opt-out first, then what it asks for. A red flag is answered whatever else there
 * is, and where to turn is named beside the rest where one is only suspected. Nothing is answered that Twilio has
 * answered already, nor more than twenty times a day.
 */
export const decideReply = (
  who: Person,
  incoming: IncomingReply,
  given: AnswerContext,
  draws: Draws,
  rules: Rules,
): Decision => {
  const context = contextOfSuspicion(given, incoming.reply);
  const decided = decideHeard(who, incoming, context, draws, rules);
  const said = rules.carrierHasAnswered && decided.about === undefined ? { ...decided, answers: [] } : decided;
  const isFlag = decided.about?.kind === 'red-flag' || incoming.reply.danger.kind === 'flag';
  const within = isFlag ? said : withinAnswers(said, who, incoming, context);
  const checked = withSignsCheck(within, who, incoming, context);
  const isNew = !wasHandled(who, incoming);
  const answered = withSuspicion(withRedFlag(checked, who, incoming, context, isNew), who, incoming, context);
  const told = withWorsening(answered, who, incoming, context, isNew);
  return withClinicQuestion(told, who, incoming, context);
};
