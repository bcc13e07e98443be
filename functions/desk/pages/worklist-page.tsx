import type { RedFlagReaders } from '../../../shared/domain/desk/red-flag-readers.ts';
import { localDateTime } from '../../../shared/domain/time/zone-clock.ts';
import type { WaitingFlag } from '../../../shared/use-cases/desk/handle-worklist.ts';
import { kindInWords } from '../../../shared/use-cases/desk/red-flag-in-words.ts';
import { Done, deskPage, Post, type Visitor } from './frame.tsx';

/**
 * The form that finds somebody by number or mailbox. It posts, so that neither stands in an address, a history or a
 * log.
 */
export const FindForm = ({ visitor, said, error }: { visitor: Visitor; said?: string; error?: string }) => (
  <Post visitor={visitor} action="/desk/find">
    <div class="field">
      <label for="who">{visitor.words.worklist.who}</label>
      <input
        id="who"
        name="who"
        type="text"
        autocomplete="off"
        required
        value={said}
        {...(error === undefined ? {} : { 'aria-invalid': 'true', 'aria-describedby': 'who-error' })}
      />
      {error === undefined ? null : (
        <p class="error" id="who-error">
          {error}
        </p>
      )}
    </div>
    <button class="button" type="submit">
      {visitor.words.worklist.find}
    </button>
  </Post>
);

/** A pseudonym as a link to its person's page. */
export const PersonLink = ({ id }: { readonly id: string }) => (
  <a class="id" href={`/desk/people/${id}`}>
    {id}
  </a>
);

const Flag = ({ flag, zone, visitor }: { flag: WaitingFlag; zone: string; visitor: Visitor }) => {
  const { worklist: words, lang } = visitor.words;
  const onClock = (at: number): string => {
    const { date, time } = localDateTime(zone, at);
    return `${date} ${time}`;
  };
  return (
    <li>
      <h3>{kindInWords[lang][flag.kind]}</h3>
      <p>
        <PersonLink id={flag.id} />
      </p>
      {flag.phone === undefined ? null : (
        <p>
          {words.call} <a href={`tel:${flag.phone}`}>{flag.phone}</a>
        </p>
      )}
      {flag.acknowledgedAt === undefined ? (
        <>
          <p class="soft">
            {words.since(onClock(flag.at))}; {words.told(flag.alerts)}.
          </p>
          <Post visitor={visitor} action="/desk/acknowledge">
            <input type="hidden" name="event" value={flag.event} />
            <button class="button" type="submit">
              {words.take}
            </button>
          </Post>
        </>
      ) : (
        <p class="soft">
          {words.since(onClock(flag.at))}. <span class="id">{flag.acknowledgedBy}</span>{' '}
          {words.has(onClock(flag.acknowledgedAt))}
        </p>
      )}
    </li>
  );
};

interface WorklistProps {
  readonly visitor: Visitor;
  readonly readers: RedFlagReaders;
  readonly flags: readonly WaitingFlag[];
  readonly all: boolean;
  readonly done?: string | undefined;
}

/** The desk's first page: finding the person who phones, and the red flags that wait. */
export const worklistPage = ({ visitor, readers, flags, all, done }: WorklistProps): string =>
  deskPage({
    title: visitor.words.worklist.title,
    words: visitor.words,
    visitor,
    at: '/desk',
    children: (
      <>
        <h1>{visitor.words.worklist.heading}</h1>
        <Done words={done} />
        <h2>{visitor.words.worklist.phones}</h2>
        <FindForm visitor={visitor} />
        <h2>{all ? visitor.words.worklist.all : visitor.words.worklist.waits}</h2>
        {readers === 'nobody' ? (
          <p>{visitor.words.worklist.nobodyReads}</p>
        ) : (
          <>
            {flags.length === 0 ? <p>{all ? visitor.words.worklist.none : visitor.words.worklist.nothing}</p> : null}
            <ul class="rows">
              {flags.map((flag) => (
                <Flag flag={flag} zone={readers.zone} visitor={visitor} />
              ))}
            </ul>
            <p class="small">
              {visitor.words.worklist.times(readers.zone)}{' '}
              {all ? (
                <a href="/desk">{visitor.words.worklist.onlyWaiting}</a>
              ) : (
                <a href="/desk?all">{visitor.words.worklist.theRest}</a>
              )}
            </p>
          </>
        )}
      </>
    ),
  });

/** Nobody was found by what was typed. */
export const notFoundPage = (props: { visitor: Visitor; said: string; error: string }): string =>
  deskPage({
    title: props.visitor.words.worklist.notFound,
    words: props.visitor.words,
    visitor: props.visitor,
    children: (
      <>
        <h1>{props.visitor.words.worklist.notFound}</h1>
        <p class="lead">{props.visitor.words.worklist.notFoundText}</p>
        <FindForm {...props} />
      </>
    ),
  });
