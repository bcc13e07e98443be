import { clinicConsentWording } from '../people/consent.ts';
import type { Agreement } from '../people/subscriber.ts';
import { agree } from './agree.ts';
import { type AnswerContext, type Conversation, type Decision, say } from './conversation.ts';

/**
 * Tells whether the clinic may read along, or how to say so. People who may say yes, or have, are told what else it
 * lets us do.
 */
export const clinicInWords = (context: AnswerContext, clinic: Agreement | undefined): readonly string[] => {
  const keys = { yes: 'clinicYes', no: 'clinicNo' } as const;
  const answer = say(context, clinic === undefined ? 'clinicHow' : keys[clinic], {});
  return clinic === 'no' || context.readers === undefined
    ? [answer]
    : [answer, say(context, 'clinicWorse', context.readers)];
};

/** CLINIC YES, CLINIC NO: whether the clinic may read what they write. */
export const agreeWithClinic = (conversation: Conversation, agreed: boolean | undefined): Decision => {
  const { context } = conversation;
  const wording = clinicConsentWording(context.language);
  return agree(conversation, { name: 'clinic', wording, inWords: (held) => clinicInWords(context, held) }, agreed);
};
