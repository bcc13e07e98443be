import { clinicConsentWording } from '../people/consent.ts';
import {
  type AnswerContext,
  answerOnly,
  type Conversation,
  changeProfile,
  type Decision,
  keyOf,
  say,
} from './conversation.ts';

/** How it stands with the clinic's reading along, or how to say; whoever may say yes, or has, is told what else it lets us do. */
export const clinicInWords = (context: AnswerContext, clinic: 'yes' | 'no' | undefined): readonly string[] => {
  const keys = { yes: 'clinicYes', no: 'clinicNo' } as const;
  const answer = say(context, clinic === undefined ? 'clinicHow' : keys[clinic], {});
  return clinic === 'no' || context.readers === undefined
    ? [answer]
    : [answer, say(context, 'clinicWorse', context.readers)];
};

/**
 * CLINIC YES, CLINIC NO: whether the clinic may read what they write, kept with the wording that they were told. CLINIC
 * alone, or what holds already, says how it stands.
 */
export const agreeWithClinic = (conversation: Conversation, agreed: boolean | undefined): Decision => {
  const { incoming, context, subscriber } = conversation;
  const clinic = agreed === undefined ? subscriber.clinic : agreed ? 'yes' : 'no';
  const answers = clinicInWords(context, clinic);
  if (clinic === undefined || clinic === subscriber.clinic) return answerOnly(conversation, ...answers);
  return {
    ...changeProfile(conversation, { clinic }, ...answers),
    consent: {
      at: incoming.receivedAt,
      act: clinic === 'yes' ? 'clinic-given' : 'clinic-withdrawn',
      version: clinicConsentWording(context.language),
      where: incoming.channel,
      message: keyOf(incoming),
    },
  };
};
