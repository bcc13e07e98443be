import { SegmentedMessage } from 'sms-segments-calculator';
import { textsFor } from '../shared/content/texts.ts';
import { renderMessage } from '../shared/domain/answering/message.ts';
import type { Language } from '../shared/domain/people/subscriber.ts';

const meanSegments = async (language: Language): Promise<number> => {
  const { messages, tips } = await textsFor(language);
  const counts = tips.map(
    ({ sms }) => new SegmentedMessage(renderMessage(messages, 'tip', { tip: sms })).segmentsCount,
  );
  return counts.reduce((sum, count) => sum + count, 0) / counts.length;
};

/** Segments that Twilio would bill for a tip in each language, the mean over the programme. */
export const measureSegments = async (): Promise<Readonly<Record<Language, number>>> => ({
  en: await meanSegments('en'),
  fr: await meanSegments('fr'),
});
