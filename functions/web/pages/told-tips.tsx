import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { localDateTime } from '../../../shared/domain/time/zone-clock.ts';
import type { ToldTips } from '../../../shared/use-cases/tell-tips.ts';
import type { Reader } from './reader.ts';
import { dayNames, localeOf, timeNames } from './spoken.ts';
import { fill } from './texts/page-texts.ts';
import { sayTip } from './tip-words.ts';

/** What a page tells of somebody's tips. */
export interface Telling {
  readonly tips: ToldTips;
  /** The title of each tip, by its id. */
  readonly names: ReadonlyMap<string, string>;
}

interface Props {
  readonly reader: Reader;
  readonly subscriber: Pick<Subscriber, 'zone' | 'country'>;
  readonly telling: Telling;
  /** The diary's own address. */
  readonly path: string;
}

/** Today's tip and tomorrow's: which, and why, or why none; and when the next one comes. */
export const ToldTipsSection = ({ reader: { texts }, subscriber, telling: { tips, names }, path }: Props) => {
  const { told } = texts;
  const { zone, country } = subscriber;
  const clock = timeNames(texts.lang, country);
  const words = { texts, names, time: (at: number) => clock(localDateTime(zone, at).time) };
  const day = dayNames(
    { locale: localeOf(texts.lang, country), first: texts.diary.firstOfMonth },
    { weekday: 'long', day: 'numeric', month: 'long' },
  );
  const isFar = ![tips.today, tips.tomorrow].some(({ decision }) => decision === 'to-come');
  return (
    <section class="section">
      <h2>{told.title}</h2>
      <p>{fill(told.today, { words: sayTip(words, tips.today) })}</p>
      <p>{fill(told.tomorrow, { words: sayTip(words, tips.tomorrow) })}</p>
      {isFar && tips.next !== undefined ? <p>{fill(told.next, { date: day(tips.next) })}</p> : null}
      <p>
        <a href={`${path}/held#tips`}>{told.more}</a>
      </p>
    </section>
  );
};
