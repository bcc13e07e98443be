import { SegmentedMessage } from 'sms-segments-calculator';
import { textsFor } from '../shared/content/texts.ts';
import { renderMessage } from '../shared/domain/message.ts';

/** Segments that Twilio would bill for a tip, the mean over the programme. */
export const measureSegments = async (): Promise<{ readonly en: number }> => {
  const { messages, tips } = await textsFor('en');
  const counts = tips.map(
    ({ sms }) => new SegmentedMessage(renderMessage(messages, 'tip', { tip: sms })).segmentsCount,
  );
  return { en: counts.reduce((sum, count) => sum + count, 0) / counts.length };
};
