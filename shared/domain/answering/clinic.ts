import { clinicConsentWording } from '../people/consent.ts';
import { answerOnly, type Conversation, changeProfile, type Decision, keyOf, say } from './conversation.ts';

/**
 * CLINIC YES, CLINIC NO: whether the clinic may read what they write, kept with the wording that they were told. CLINIC
 * alone, or what holds already, says how it stands.
 */
export const agreeWithClinic = (conversation: Conversation, agreed: boolean | undefined): Decision => {
  const { incoming, context, subscriber } = conversation;
  const clinic = agreed === undefined ? subscriber.clinic : agreed ? 'yes' : 'no';
  const keys = { yes: 'clinicYes', no: 'clinicNo' } as const;
  const answer = say(context, clinic === undefined ? 'clinicHow' : keys[clinic], {});
  if (clinic === undefined || clinic === subscriber.clinic) return answerOnly(conversation, answer);
  return {
    ...changeProfile(conversation, { clinic }, answer),
    consent: {
      at: incoming.receivedAt,
      act: clinic === 'yes' ? 'clinic-given' : 'clinic-withdrawn',
      version: clinicConsentWording(context.language),
      where: incoming.channel,
      message: keyOf(incoming),
    },
  };
};
