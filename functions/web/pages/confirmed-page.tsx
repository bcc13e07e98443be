import type { Membership } from '../../../shared/domain/people/cohort.ts';
import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { cityOf } from '../../../shared/domain/time/zone-names.ts';
import { upcomingTip } from '../../../shared/domain/tips/upcoming-tip.ts';
import { documentOf, Layout } from './layout.tsx';
import type { Reader } from './reader.ts';
import { dayNames, localeOf, timeNames } from './spoken.ts';
import { fill } from './texts/page-texts.ts';

interface ConfirmedProps {
  readonly reader: Reader;
  readonly subscriber: Subscriber;
  /** Epoch ms. */
  readonly now: number;
}

/** The day and hour of the next tip, and by whose clock. */
const NextTip = ({ reader: { texts }, subscriber, now }: ConfirmedProps) => {
  const day = dayNames(
    { locale: localeOf(texts.lang, subscriber.country), first: texts.diary.firstOfMonth },
    { weekday: 'long', day: 'numeric', month: 'long' },
  );
  return (
    <p class="lead">
      {fill(texts.confirm.next, {
        date: day(upcomingTip(subscriber, now).date),
        time: timeNames(texts.lang, subscriber.country)(subscriber.time),
        zone: cityOf(subscriber.zone),
      })}
    </p>
  );
};

/** The page after the button of a confirmation: what comes when, and where their diary is. */
export const confirmedPage = ({
  diary,
  cohort,
  begins,
  ...props
}: ConfirmedProps & {
  readonly diary: string;
  /** The clinic whose card they came by. */
  readonly cohort?: Pick<Membership, 'clinic' | 'contact'> | undefined;
  /** What the programme is called that it has them begin with. */
  readonly begins?: string | undefined;
}): string => {
  const { reader } = props;
  const { confirm } = reader.texts;
  return documentOf(
    <Layout reader={reader} title={confirm.doneTitle} narrow>
      <h1>{confirm.doneTitle}</h1>
      <NextTip {...props} />
      {cohort ? <p>{fill(confirm.through, { clinic: cohort.clinic, contact: cohort.contact })}</p> : null}
      {begins === undefined ? null : <p>{fill(confirm.begins, { name: begins })}</p>}
      {confirm.done.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <p>
        <a class="button" href={diary}>
          {confirm.toDiary}
        </a>
      </p>
    </Layout>,
  );
};

/**
 * The page of a confirmation that was used. It leads to no diary, because a mail that was kept or forwarded would open
 * it to whoever has it.
 */
export const usedLinkPage = (props: ConfirmedProps): string => {
  const { confirm } = props.reader.texts;
  return documentOf(
    <Layout reader={props.reader} title={confirm.usedTitle} narrow>
      <h1>{confirm.usedTitle}</h1>
      <NextTip {...props} />
      <p>{confirm.used}</p>
    </Layout>,
  );
};
