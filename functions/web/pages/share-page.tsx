import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { localDateTime } from '../../../shared/domain/time/zone-clock.ts';
import {
  defaultVisitWeeks,
  isLive,
  longestMedicines,
  type VisitShare,
  visitWeeks,
} from '../../../shared/domain/visit/visit-share.ts';
import { keyInForm } from '../page-form.ts';
import type { OfferedNote, PostedChoice } from '../visit-choices.ts';
import { documentOf, Layout } from './layout.tsx';
import type { Reader } from './reader.ts';
import { dayNames, localeOf, timeNames } from './spoken.ts';
import { fill, type PageTexts } from './texts/page-texts.ts';

/** What was just done, and with which share. */
export type ShareNotice =
  | { readonly kind: 'made' | 'ended' | 'reopened'; readonly share: string }
  | { readonly kind: 'gone' | 'full' };

interface SharePageProps {
  readonly reader: Reader;
  /** The diary's own address. */
  readonly path: string;
  readonly subscriber: Subscriber;
  readonly now: number;
  /** Oldest first. */
  readonly shares: readonly VisitShare[];
  readonly linkOf: (share: VisitShare) => string;
  readonly offered: readonly OfferedNote[];
  readonly nonce: string;
  readonly notice?: ShareNotice;
  /** A form that was refused, to be shown as it was filled in. */
  readonly posted?: PostedChoice;
  readonly safetyAnswer?: string;
}

/** Names instants by their day and their time there. */
const momentNames = ({ reader: { texts }, subscriber }: Pick<SharePageProps, 'reader' | 'subscriber'>) => {
  const dayName = dayNames(
    { locale: localeOf(texts.lang, subscriber.country), first: texts.diary.firstOfMonth },
    { day: 'numeric', month: 'long' },
  );
  const timeName = timeNames(texts.lang, subscriber.country);
  return (at: number) => {
    const { date, time } = localDateTime(subscriber.zone, at);
    return { date: dayName(date), time: timeName(time) };
  };
};

/** A button that does one thing to one share. */
const ShareButton = ({
  path,
  name,
  share,
  label,
  look,
}: {
  readonly path: string;
  readonly name: 'end' | 'reopen';
  readonly share: string;
  readonly label: string;
  readonly look: string;
}) => (
  <form method="post" action={`${path}/share`}>
    <input type="hidden" name={name} value={share} />
    <button class={look} type="submit">
      {label}
    </button>
  </form>
);

const Notice = ({ reader: { texts }, path, notice, safetyAnswer }: SharePageProps) =>
  notice || safetyAnswer !== undefined ? (
    <div class="notice" role="status">
      {safetyAnswer === undefined ? null : <p class="alarm">{safetyAnswer}</p>}
      {notice ? <p class="label">{texts.share[notice.kind]}</p> : null}
      {notice?.kind === 'ended' ? (
        <ShareButton path={path} name="reopen" share={notice.share} label={texts.share.undo} look="link" />
      ) : null}
      {notice?.kind === 'made' || notice?.kind === 'reopened' ? (
        <ShareButton path={path} name="end" share={notice.share} label={texts.share.undo} look="link" />
      ) : null}
    </div>
  ) : null;

/** When the sheet was looked at; by whom nobody can tell. */
const Views = ({ props, share }: { readonly props: SharePageProps; readonly share: VisitShare }) => {
  const { share: words } = props.reader.texts;
  const moment = momentNames(props);
  const times = share.views.map(moment).map(({ date, time }) => `${date}, ${time}`);
  if (times.length === 0) return <p>{words.neverViewed}</p>;
  return (
    <p>
      {fill(times.length === 1 ? words.viewedOnce : words.views, {
        count: String(times.length),
        times: times.join('; '),
      })}
    </p>
  );
};

const OpenLinks = (props: SharePageProps) => {
  const { shares, now, path, linkOf } = props;
  const { share: words } = props.reader.texts;
  const open = shares.filter((share) => isLive(share, now)).toReversed();
  const moment = momentNames(props);
  return open.length === 0 ? null : (
    <section class="section">
      <h2>{words.openTitle}</h2>
      {open.map((share) => (
        <section class="card shared">
          <h3>{fill(words.link, { date: moment(share.at).date })}</h3>
          <p class="address">
            <a href={linkOf(share)}>{linkOf(share)}</a>
          </p>
          <p>{fill(words.until, moment(share.until))}</p>
          <Views props={props} share={share} />
          <p>
            <a href={`${path}/share?see=${share.share}`}>{words.see}</a>
          </p>
          <ShareButton path={path} name="end" share={share.share} label={words.end} look="button danger" />
        </section>
      ))}
      <p class="small soft">{words.viewsHint}</p>
    </section>
  );
};

const ClosedLinks = (props: SharePageProps) => {
  const { share: words } = props.reader.texts;
  const closed = props.shares.filter((share) => !isLive(share, props.now)).toReversed();
  const moment = momentNames(props);
  return closed.length === 0 ? null : (
    <section class="section">
      <h2>{words.closedTitle}</h2>
      {closed.map((share) => (
        <section>
          <h3>{fill(words.link, { date: moment(share.at).date })}</h3>
          <Views props={props} share={share} />
        </section>
      ))}
    </section>
  );
};

const Ticks = ({
  title,
  hint,
  name,
  notes,
  ticked,
  dayName,
}: {
  readonly title: string;
  readonly hint: string;
  readonly name: string;
  readonly notes: readonly OfferedNote[];
  readonly ticked: ReadonlySet<string>;
  readonly dayName: (date: string) => string;
}) =>
  notes.length === 0 ? null : (
    <fieldset aria-describedby={`${name}-hint`}>
      <legend>{title}</legend>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      {notes.map(({ entry, date, text, isCut }) => (
        <label class="check">
          <input type="checkbox" name={`tick-${keyInForm(entry)}`} value="on" checked={ticked.has(entry)} />
          <span>
            <span class="soft">{dayName(date)}</span> <span class="note">{isCut ? `${text}…` : text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );

const WeeksField = ({ texts, chosen }: { readonly texts: PageTexts; readonly chosen: number }) => (
  <fieldset>
    <legend>{texts.share.weeks}</legend>
    {visitWeeks.map((weeks) => (
      <label class="check">
        <input type="radio" name="weeks" value={String(weeks)} checked={weeks === chosen} />
        <span>{texts.share.weekNames[weeks]}</span>
      </label>
    ))}
  </fieldset>
);

const MakeForm = (props: SharePageProps) => {
  const { reader, path, offered, nonce, posted, subscriber } = props;
  const { texts } = reader;
  const { share: words } = texts;
  const ticked = new Set(posted?.choice.notes.map(({ entry }) => entry));
  const dayName = dayNames(
    { locale: localeOf(texts.lang, subscriber.country), first: texts.diary.firstOfMonth },
    { day: 'numeric', month: 'short' },
  );
  return (
    <form class="card section" method="post" action={`${path}/share`}>
      <h2>{words.formTitle}</h2>
      {posted?.tooMany ? (
        <p class="error problem" role="alert">
          {words.tooMany}
        </p>
      ) : null}
      <WeeksField texts={texts} chosen={posted?.choice.weeks ?? defaultVisitWeeks} />
      <Ticks
        title={words.signs}
        hint={words.signsHint}
        name="signs"
        notes={offered.filter(({ isSign }) => isSign)}
        ticked={ticked}
        dayName={dayName}
      />
      <Ticks
        title={words.notes}
        hint={words.notesHint}
        name="notes"
        notes={offered.filter(({ isSign }) => !isSign)}
        ticked={ticked}
        dayName={dayName}
      />
      <div class="field">
        <label for="medicines">{words.medicines}</label>
        <p class="hint" id="medicines-hint">
          {fill(words.medicinesHint, { most: String(longestMedicines) })}
        </p>
        <textarea
          id="medicines"
          name="medicines"
          rows={2}
          maxlength={longestMedicines}
          aria-describedby="medicines-hint"
        >
          {posted?.choice.medicines ?? ''}
        </textarea>
      </div>
      <input type="hidden" name="nonce" value={nonce} />
      <button class="button" type="submit">
        {words.make}
      </button>
    </form>
  );
};

/** The page of what somebody shares for a visit: the open links, when each was looked at, and the form for another. */
export const sharePage = (props: SharePageProps): string => {
  const { reader, path } = props;
  const { share: words } = reader.texts;
  return documentOf(
    <Layout reader={reader} title={words.title} narrow>
      <Notice {...props} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <OpenLinks {...props} />
      <MakeForm {...props} />
      <ClosedLinks {...props} />
      <p class="section">
        <a href={path}>{words.back}</a>
      </p>
    </Layout>,
  );
};
