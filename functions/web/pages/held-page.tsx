import type { Membership } from '../../../shared/domain/people/cohort.ts';
import type { Consent } from '../../../shared/domain/people/consent.ts';
import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { localDateTime } from '../../../shared/domain/time/zone-clock.ts';
import { explainOutcome } from '../../../shared/domain/tips/explain-day.ts';
import type { TipOutcome } from '../../../shared/domain/tips/tip-outcome.ts';
import { documentOf, Layout } from './layout.tsx';
import type { Reader } from './reader.ts';
import { dayNames, localeOf, timeNames } from './spoken.ts';
import { fill } from './texts/page-texts.ts';
import { sayTip } from './tip-words.ts';

interface HeldProps {
  readonly reader: Reader;
  readonly subscriber: Subscriber;
  /** Oldest first, like the tips. */
  readonly consents: readonly Consent[];
  readonly tips: readonly TipOutcome[];
  /** The title of each tip, by its id. */
  readonly names: ReadonlyMap<string, string>;
  /** The clinic whose card they came by. */
  readonly cohort: Membership | undefined;
  readonly entries: number;
  /** The diary's own address. */
  readonly path: string;
  /** Whether deletion was asked for without the tick. */
  readonly unticked: boolean;
}

/** How many tips are shown: a month of them; the rest is in the download. */
const mostTips = 31;

const namesOf = ({ reader: { texts }, subscriber }: HeldProps) => {
  const words = { locale: localeOf(texts.lang, subscriber.country), first: texts.diary.firstOfMonth };
  const day = dayNames(words, { day: 'numeric', month: 'long', year: 'numeric' });
  const time = timeNames(texts.lang, subscriber.country);
  return {
    day,
    time,
    moment: (at: number): string => {
      const local = localDateTime(subscriber.zone, at);
      return `${day(local.date)}, ${time(local.time)}`;
    },
  };
};

const Addresses = (props: HeldProps) => {
  const { reader, subscriber, cohort } = props;
  const { held } = reader.texts;
  const { phone, mailbox, pendingMailbox, signUp, joinedAt } = subscriber;
  const lines = [
    ...(phone ? [fill(held.phone, { address: phone.number })] : []),
    ...(mailbox ? [fill(held.mailbox, { address: mailbox.address })] : []),
    ...[pendingMailbox, signUp].flatMap((box) => (box ? [fill(held.waiting, { address: box.address })] : [])),
  ];
  return (
    <section class="section">
      <h2>{held.addresses}</h2>
      {lines.map((line) => (
        <p class="address">{line}</p>
      ))}
      {cohort ? (
        <p>{fill(held.cohort, { code: cohort.code, clinic: cohort.clinic, contact: cohort.contact })}</p>
      ) : null}
      <p>{fill(held.since, { date: namesOf(props).day(localDateTime(subscriber.zone, joinedAt).date) })}</p>
    </section>
  );
};

const Consents = (props: HeldProps) => {
  const { held, form } = props.reader.texts;
  const { moment } = namesOf(props);
  return (
    <section class="section">
      <h2>{held.consents}</h2>
      {props.consents.length === 0 ? <p>{held.none}</p> : null}
      <ul>
        {props.consents.map(({ at, act, version, where }) => (
          <li>
            {held.acts[act]} {held.where[where]}, {moment(at)}{' '}
            <span class="soft">({fill(held.wording, { version })})</span>
          </li>
        ))}
      </ul>
      <p>{held.current}</p>
      <blockquote class="words">
        {form.consent} {form.terms}
      </blockquote>
    </section>
  );
};

const Tips = (props: HeldProps) => {
  const { reader, subscriber, tips, names } = props;
  const { held, told } = reader.texts;
  const { day, time } = namesOf(props);
  const words = {
    texts: reader.texts,
    names,
    time: (at: number) => time(localDateTime(subscriber.zone, at).time),
  };
  const newest = tips.slice(-mostTips).toReversed();
  return (
    <section class="section" id="tips">
      <h2>{held.tips}</h2>
      {newest.length === 0 ? <p>{held.none}</p> : null}
      {newest.length < tips.length ? (
        <p class="soft">{fill(held.tipsHint, { count: String(newest.length), all: String(tips.length) })}</p>
      ) : null}
      <ul>
        {newest.map((tip) => (
          <li>{fill(told.line, { day: day(tip.date), words: sayTip(words, explainOutcome(tip)) })}</li>
        ))}
      </ul>
    </section>
  );
};

const EraseForm = ({ reader, path, unticked }: HeldProps) => {
  const { held } = reader.texts;
  return (
    <form class="card section" method="post" action={`${path}/held`}>
      <h2>{held.eraseTitle}</h2>
      <p>{held.eraseText}</p>
      <div class="field">
        <label class="check">
          <input
            type="checkbox"
            name="erase"
            value="everything"
            aria-invalid={unticked ? 'true' : undefined}
            aria-describedby={unticked ? 'erase-error' : undefined}
          />
          <span>{held.eraseCheck}</span>
        </label>
        {unticked ? (
          <p class="error" id="erase-error" role="alert">
            {held.eraseMissing}
          </p>
        ) : null}
      </div>
      <button class="button danger" type="submit">
        {held.eraseButton}
      </button>
    </form>
  );
};

/** All that is held on somebody, in words. */
export const heldPage = (props: HeldProps): string => {
  const { reader, path, entries } = props;
  const { held, settings } = reader.texts;
  return documentOf(
    <Layout reader={reader} title={held.title} narrow>
      <h1>{held.title}</h1>
      <p class="lead">{held.lead}</p>
      <p>
        <a class="button" href={`${path}/export.json`}>
          {held.download}
        </a>
      </p>
      <Addresses {...props} />
      <Consents {...props} />
      <Tips {...props} />
      <section class="section">
        <h2>{held.diary}</h2>
        <p>{fill(held.diaryText, { count: String(entries) })}</p>
      </section>
      <EraseForm {...props} />
      <p class="section">
        <a href={path}>{settings.back}</a>
      </p>
    </Layout>,
  );
};
